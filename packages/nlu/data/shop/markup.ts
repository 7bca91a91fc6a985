/** The authoring format of sources/*.txt; README.md explains it with an example. */
import type { Emotion } from '../../src/emotion/index.ts';

export interface Entity {
  type: string;
  /** UTF-16 offsets into the text: `text.slice(start, end) === entity.text`. */
  start: number;
  end: number;
  text: string;
  value: string;
}

export interface Context {
  previousIntent: string | null;
  botQuestion: string | null;
  orderState: string | null;
}

export interface Row {
  id: string;
  text: string;
  lang: 'zh' | 'en';
  intents: string[];
  entities: Entity[];
  emotion: Emotion;
  /** What the author had put, where two other readers agreed on another emotion. */
  authorEmotion?: Emotion;
  /** Rows written for their intent, in which feelings were not looked for. */
  isFeelingUnread?: true;
  intensity: number;
  urgency: number;
  threat: boolean;
  situation: string;
  context: Context;
}

export const EMPTY_CONTEXT: Context = { previousIntent: null, botQuestion: null, orderState: null };

/** Field of a situation whose rows teach intents only. */
const FEELING_UNREAD = 'f=no';

const TYPES: Record<string, string> = {
  on: 'order_number',
  tn: 'tracking_number',
  ph: 'phone',
  em: 'email',
  am: 'amount',
  q: 'quantity',
  d: 'date',
  pe: 'period',
  p: 'product',
  s: 'size',
  c: 'colour',
  i: 'ingredient',
  pl: 'place',
};

const EMOTIONS: Record<string, Emotion> = {
  a: 'anger',
  w: 'worry',
  s: 'sadness',
  j: 'joy',
  n: 'neutral',
};

const ENTITY = /\{([a-z]+):([^{}]*)\}/g;

/** Takes `{p:修护霜}` or `{d:上周三=2026-11-11}` out of a line and remembers where it stood. */
function takeEntities(marked: string, problems: string[]): { text: string; entities: Entity[] } {
  let text = '';
  let last = 0;
  const entities: Entity[] = [];
  for (const match of marked.matchAll(ENTITY)) {
    text += marked.slice(last, match.index);
    last = match.index + match[0].length;
    const type = TYPES[match[1] ?? ''];
    if (type === undefined) problems.push(`unknown entity mark ${match[0]}`);
    const [surface = '', value = ''] = (match[2] ?? '').split('=');
    entities.push({
      type: type ?? '',
      start: text.length,
      end: text.length + surface.length,
      text: surface,
      value,
    });
    text += surface;
  }
  text += marked.slice(last);
  if (/[{}]/.test(text)) problems.push(`unclosed mark: ${text}`);
  return { text, entities };
}

/** Reads `+intent`, `:intent` and marks such as `a3u2!` (anger 3, urgency 2, threat). */
function applyTags(tags: string, row: Row, problems: string[]): void {
  for (const tag of tags.split(' ').filter((part) => part !== '')) {
    if (tag.startsWith('+')) row.intents.push(tag.slice(1));
    else if (tag.startsWith(':')) row.intents = [tag.slice(1)];
    else {
      const match = /^(?:([awsjn])([0-3])?)?(?:u([0-3]))?(!)?$/.exec(tag);
      if (match === null) {
        problems.push(`unknown tag ${tag}: ${row.text}`);
        continue;
      }
      if (match[1] !== undefined) row.emotion = EMOTIONS[match[1]] ?? 'neutral';
      if (match[1] !== undefined) row.intensity = Number(match[2] ?? (match[1] === 'n' ? 0 : 1));
      if (match[3] !== undefined) row.urgency = Number(match[3]);
      if (match[4] !== undefined) row.threat = true;
    }
  }
}

function applyContext(fields: string, context: Context, problems: string[]): Context {
  const made = { ...context };
  for (const field of fields.split(';').map((part) => part.trim())) {
    const value = field.slice(2);
    if (field.startsWith('p=')) made.previousIntent = value;
    else if (field.startsWith('b=')) made.botQuestion = value;
    else if (field.startsWith('o=')) made.orderState = value;
    else if (field !== '') problems.push(`unknown context ${field}`);
  }
  return made;
}

/** Reads one source file; faults are added to `problems`, nothing is thrown. */
export function parseSource(source: string, file: string, problems: string[]): Row[] {
  const rows: Row[] = [];
  let situation = '';
  let intent = '';
  let context = EMPTY_CONTEXT;
  let inSituation = 0;
  let isFeelingUnread = false;
  for (const line of source.split('\n')) {
    if (line.trim() === '' || line.startsWith('//')) continue;
    if (line.startsWith('@')) {
      const [name = '', ...rest] = line.slice(1).split(' ');
      const fields = rest.filter((field) => field !== FEELING_UNREAD);
      isFeelingUnread = fields.length < rest.length;
      situation = name;
      inSituation = 0;
      context = applyContext(fields.join(' '), EMPTY_CONTEXT, problems);
    } else if (line.startsWith('=')) {
      intent = line.slice(1).trim();
    } else {
      // `* a / b / c` holds short messages of the same labels, one row each.
      for (const message of line.startsWith('* ') ? line.slice(2).split(' / ') : [line]) {
        // A desk knows the order behind about half of its messages: every second row of a situation goes without,
        // so that a model can neither lean on the order's state nor ignore it.
        const base = inSituation % 2 === 0 ? context : EMPTY_CONTEXT;
        const row = parseLine(message, situation, intent, base, problems);
        if (isFeelingUnread) row.isFeelingUnread = true;
        rows.push(row);
        inSituation++;
      }
    }
  }
  if (situation === '') problems.push(`${file}: no situation`);
  return rows;
}

function parseLine(line: string, situation: string, intent: string, base: Context, problems: string[]): Row {
  const [beforeContext = '', contextFields = ''] = line.split(' || ');
  const cut = beforeContext.indexOf('| ');
  const tags = cut < 0 ? '' : beforeContext.slice(0, cut).trim();
  const marked = (cut < 0 ? beforeContext : beforeContext.slice(cut + 2)).replaceAll('\\n', '\n');
  if (/^[\w+:!. ]{1,40} \| /.test(marked)) problems.push(`two fields of marks: ${line}`);
  const { text, entities } = takeEntities(marked, problems);
  const row: Row = {
    id: '',
    text,
    lang: /\p{Script=Han}/u.test(text) || situation.includes('-zh') ? 'zh' : 'en',
    intents: [intent],
    entities,
    emotion: 'neutral',
    intensity: 0,
    urgency: 0,
    threat: false,
    situation,
    context: applyContext(contextFields, base, problems),
  };
  applyTags(tags, row, problems);
  return row;
}
