import { makeStage, type ServerProcess, type Stage } from '../bench/stage.ts';

/** A demo shop of its own for a file of journeys. */
export type DemoServer = {
  url: string;
  stage: Stage;
  /** kill -9, as a crash or a lost machine would. */
  kill(): Promise<void>;
  /** Starts again where it was: same port, same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

export async function startDemo(): Promise<DemoServer> {
  const stage = await makeStage();
  let server: ServerProcess = await stage.serve();
  const { port } = server;
  return {
    url: `http://127.0.0.1:${port}`,
    stage,
    kill: async () => {
      const gone = new Promise((done) => server.child.once('exit', done));
      server.child.kill('SIGKILL');
      await gone;
    },
    restart: async () => {
      server = await stage.serve({ port });
    },
    close: () => stage.close(),
  };
}
