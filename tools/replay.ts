/**
 * `npm run replay -- FILE [--rate 20] [--at-once 16] [--dialogues 500] [--url http://127.0.0.1:7300]`
 *
 * Plays real dialogues against a running demo server through its public interfaces: each dialogue is a
 * shopper with a widget's stream and an agent who answers. FILE is JSON or a zip of it, in the form of
 * CrossWOZ ({id: {messages: [{role: "usr" | "sys", content}]}}). `rate` is messages a second in all.
 * At the end every message is looked for: stored once, delivered once to the other side.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { unzipSync } from 'fflate';
import { Desk, type Line, Shopper } from './replay/players.ts';

const USAGE =
  'npm run replay -- FILE [--rate 20] [--at-once 16] [--dialogues 500] [--url http://127.0.0.1:7300]';

/** Says what was wrong, and how it is done. */
function refuse(problem: string): never {
  console.error(`${problem}\n${USAGE}`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        rate: { type: 'string', default: '20' },
        'at-once': { type: 'string', default: '16' },
        dialogues: { type: 'string', default: '500' },
        url: { type: 'string', default: 'http://127.0.0.1:7300' },
      },
    });
  } catch (error) {
    return refuse((error as Error).message);
  }
}

const { values, positionals } = readArguments();
const file = positionals[0] ?? refuse('Which file is to be played?');
for (const name of ['rate', 'at-once', 'dialogues'] as const)
  if (!(Number(values[name]) > 0)) refuse(`--${name}: a number above zero`);

function readDialogues(path: string): Line[][] {
  const bytes = readFileSync(path);
  const isZip = bytes.subarray(0, 2).toString() === 'PK';
  const text = isZip ? new TextDecoder().decode(Object.values(unzipSync(bytes))[0]) : bytes.toString('utf8');
  const all = JSON.parse(text) as Record<string, { messages: { role: string; content: string }[] }>;
  return Object.values(all).map(({ messages }) =>
    messages.map((m) => ({
      by: m.role === 'usr' ? ('shopper' as const) : ('agent' as const),
      text: m.content,
    })),
  );
}

function readGiven(path: string): Line[][] {
  try {
    return readDialogues(path);
  } catch (error) {
    return refuse(`${path}: ${(error as Error).message}`);
  }
}

/** One message at a time leaves through this gate, so that the rate holds over all dialogues. */
function makeGate(perSecond: number): () => Promise<void> {
  let next = performance.now();
  return async () => {
    next = Math.max(next, performance.now()) + 1_000 / perSecond;
    const wait = next - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
  };
}

function makeProgress(total: number): (done: number) => void {
  const started = performance.now();
  let shown = -1;
  return (done) => {
    const share = Math.floor((done / total) * 100);
    if (process.stdout.isTTY) {
      const bar = '█'.repeat(Math.floor(share / 4)).padEnd(25, '░');
      process.stdout.write(
        `\r${bar} ${share}%  ${done} of ${total} messages  ${Math.round(done / ((performance.now() - started) / 1_000))}/s `,
      );
    } else if (share >= shown + 10) {
      shown = share - (share % 10);
      console.log(`${share}%  ${done} of ${total} messages`);
    }
  };
}

const dialogues = readGiven(file).slice(0, Number(values.dialogues));
const total = dialogues.reduce((sum, d) => sum + d.length, 0);
const gate = makeGate(Number(values.rate));
const progress = makeProgress(total);
const url = values.url.replace(/\/$/, '');
const desk = await Desk.open(url).catch((error: Error) =>
  refuse(`${url}: ${error.message}. Is the demo running there? (npm start)`),
);

let sent = 0;
const played: Shopper[] = [];
const waiting = [...dialogues];
const started = performance.now();
await Promise.all(
  Array.from({ length: Number(values['at-once']) }, async () => {
    for (let dialogue = waiting.shift(); dialogue; dialogue = waiting.shift()) {
      const shopper = await Shopper.enter(url);
      played.push(shopper);
      for (const line of dialogue) {
        await gate();
        if (line.by === 'shopper') await shopper.say(line.text);
        else await desk.answer(shopper, line.text);
        progress(++sent);
      }
      await desk.resolve(shopper);
    }
  }),
);
// What was acknowledged a moment ago may still be on its way to a socket.
await new Promise((done) => setTimeout(done, 1_500));

const tally = { dialogues: played.length, sent, stored: 0, delivered: 0, lost: 0, duplicated: 0 };
for (const shopper of played) {
  const stored = await desk.read(shopper);
  for (const id of [...shopper.said, ...shopper.answered]) {
    const copies = stored.filter((m) => m === id).length;
    const seen = shopper.said.includes(id) ? desk.timesSeen(id) : shopper.timesSeen(id);
    if (copies > 0) tally.stored++;
    if (seen > 0) tally.delivered++;
    if (copies === 0 || seen === 0) tally.lost++;
    if (copies > 1 || seen > 1) tally.duplicated++;
  }
  shopper.leave();
}
desk.close();
const seconds = (performance.now() - started) / 1_000;
console.log(
  `\n\n${tally.dialogues} dialogues in ${Math.round(seconds)} s, ${(sent / seconds).toFixed(1)} messages a second`,
);
for (const key of ['sent', 'stored', 'delivered', 'lost', 'duplicated'] as const)
  console.log(`  ${key.padEnd(12)}${String(tally[key]).padStart(8)}`);
const ok = tally.lost === 0 && tally.duplicated === 0 && tally.stored === sent;
console.log(
  JSON.stringify({
    name: 'replay',
    figures: tally,
    limits: { lost: { max: 0 }, duplicated: { max: 0 } },
    ok,
  }),
);
process.exit(ok ? 0 : 1);
