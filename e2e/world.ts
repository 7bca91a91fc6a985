import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openBrowser, type Stalls } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';

export type World = Stalls & { url: string; server: DemoServer };

/**
 * One server and one browser for the tests of a file; every test ends with an empty browser and fails when
 * a page threw or wrote an error to its console. With JOURNEY_SHOTS=FOLDER a failure leaves a picture of
 * every page that was open.
 */
export function useWorld(start: () => Promise<DemoServer> = startDemo): World {
  const world = {} as World;
  beforeAll(async () => {
    const [server, stalls] = await Promise.all([start(), openBrowser()]);
    Object.assign(world, stalls, { server, url: server.url });
  });
  afterEach(async ({ task }) => {
    const folder = process.env.JOURNEY_SHOTS;
    if (folder && task.result?.state === 'fail') await world.photograph(join(folder, task.name.slice(0, 40)));
    const complaints = world.takeComplaints();
    await world.clear();
    world.takeComplaints();
    expect(complaints, 'errors in the browser').toEqual([]);
  });
  afterAll(async () => {
    await world.close?.();
    await world.server?.close();
  });
  return world;
}
