import { randomUUIDv7 } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SaveCannedResponse } from '@xiaoer/contracts';
import type { Database } from '../kernel/db/transact.ts';
import { readHead } from '../kernel/events/read.ts';
import type { Kernel } from '../kernel/module.ts';
import { createCannedResponse } from '../modules/canned-responses/index.ts';
import {
  addNote,
  changeOne,
  claim,
  createView,
  findConversation,
  markRead,
  receiveMessage,
  resolve,
  sendReply,
  snooze,
  tag,
  transfer,
} from '../modules/conversations/index.ts';
import { createVisitor, findKnown, identifyShopper, type Known, touch } from '../modules/customers/index.ts';
import type { XiaoerServer } from '../server.ts';
import { alone, type Bookmark, beginBookmark, putBookmark, readBookmark } from './bookmark.ts';
import { type Cast, hire } from './hire.ts';
import { DEMO_SHOPPERS } from './people.ts';
import { CANNED, EPISODES, type Episode, type Step } from './story.ts';

/** What a colleague does. */
type Deed = Exclude<Step, { says: string }>;
type SaveBody = ReturnType<(typeof SaveCannedResponse)['parse']>;

/** Whether there is a story to tell: nobody works here yet, or a start was killed before its end. */
export async function isDemoEmpty({ kernel: { db } }: XiaoerServer): Promise<boolean> {
  const mark = await readBookmark(db);
  return mark === null ? !(await hasPeople(db)) : !mark.isTold;
}

const hasPeople = async (db: Database): Promise<boolean> =>
  (await db.selectFrom('identity.user').select('id').limit(1).executeTakeFirst()) !== undefined;

/**
 * The shop's people, its channel, its wording and its story: all by the actions that everybody uses.
 * Killed on the way, the next start goes on where it was; nothing is told twice.
 */
export async function seedDemo(server: XiaoerServer): Promise<void> {
  const { db } = server.kernel;
  await alone(db, async () => {
    // Another process may have told it while this one waited.
    if (!(await isDemoEmpty(server))) return;
    const mark = (await readBookmark(db)) ?? (await beginBookmark(db, server.kernel.clock.now()));
    const cast = await hire(server);
    await following(server);
    await write(server.kernel, cast);
    const last = await tellAll(server.kernel, cast, mark);
    await following(server);
    await putBookmark(db, { ...last, isTold: true });
  });
}

const VIEWS = [
  { name: '过敏反馈', filter: { tags: ['过敏'] }, sort: 'newest', isShared: true },
  { name: 'VIP', filter: { isVip: true, statuses: ['open', 'snoozed'] }, sort: 'waiting', isShared: true },
] as const;

/** The lead's wording and views, as far as they are not there. */
async function write(kernel: Kernel, { people: { wang } }: Cast): Promise<void> {
  const shortcuts = await kernel.db
    .selectFrom('canned_responses.canned_response')
    .select(['shortcut', 'language'])
    .execute();
  for (const canned of CANNED)
    if (!shortcuts.some((one) => one.shortcut === canned.shortcut && one.language === canned.language))
      await createCannedResponse(kernel, wang, { ...canned, teamId: null } satisfies SaveBody);
  const views = await kernel.db.selectFrom('conversations.view').select('name').execute();
  for (const { name, filter, sort, isShared } of VIEWS)
    if (!views.some((one) => one.name === name))
      await createView(kernel, wang, { name, filter: structuredClone(filter) as object, sort, isShared });
}

/** Waits until the log's readers have followed: seats exist, counters stand. */
async function following({ kernel }: XiaoerServer): Promise<void> {
  for (;;) {
    const unstamped = await kernel.db
      .selectFrom('log.event')
      .select('id')
      .where('seq', 'is', null)
      .limit(1)
      .executeTakeFirst();
    const head = await readHead(kernel.db);
    const behind = await kernel.db
      .selectFrom('log.subscriber')
      .select('name')
      .where('cursor', '<', head)
      .limit(1)
      .executeTakeFirst();
    if (!unstamped && !behind) return;
    await sleep(20);
  }
}

/** All episodes, the oldest first, from the bookmark on. */
async function tellAll(kernel: Kernel, cast: Cast, from: Bookmark): Promise<Bookmark> {
  const ordered = [...EPISODES].sort((a, b) => b.steps[0]!.at - a.steps[0]!.at);
  let mark = from;
  while (mark.episode < ordered.length) {
    mark = await tell(kernel, cast, ordered[mark.episode]!, mark);
    mark = {
      ...mark,
      episode: mark.episode + 1,
      step: 0,
      identityId: null,
      conversationId: null,
      messageId: null,
    };
    await putBookmark(kernel.db, mark);
  }
  return mark;
}

async function tell(kernel: Kernel, cast: Cast, episode: Episode, from: Bookmark): Promise<Bookmark> {
  let now = from.startedAt;
  const then: Kernel = { ...kernel, clock: { now: () => now } };
  const at = (minutes: number) => {
    now = new Date(from.startedAt.getTime() - minutes * 60_000);
  };
  at(episode.steps[from.step]!.at);
  const known =
    (from.identityId === null ? null : await findKnown(kernel, from.identityId)) ??
    (await meet(then, cast, episode));
  let mark: Bookmark = { ...from, identityId: known.identity.id };
  for (const [index, step] of episode.steps.entries()) {
    if (index < from.step) continue;
    at(step.at);
    // A step that was begun before the kill is sent again under the same id.
    const messageId = (index === from.step ? mark.messageId : null) ?? randomUUIDv7();
    mark = { ...mark, step: index, messageId };
    await putBookmark(kernel.db, mark);
    if ('says' in step) {
      const message = { id: messageId, text: step.says };
      mark = { ...mark, conversationId: await say(then, cast, episode, known, message) };
    } else if (!(await isDone(kernel, cast, mark.conversationId!, step)))
      await act(then, cast, mark.conversationId!, messageId, step);
  }
  return mark;
}

/** Whether the conversation stands already as the step would leave it. Messages are told apart by their id. */
async function isDone(kernel: Kernel, { people, teams }: Cast, id: string, step: Deed): Promise<boolean> {
  const row = await findConversation(kernel.db, id);
  if (!row) return false;
  if ('claims' in step) return row.assignee_id === people[step.claims].id;
  if ('transfersTo' in step)
    return (
      row.team_id === teams.get(step.transfersTo) && row.assignee_id === (step.to ? people[step.to].id : null)
    );
  if ('tags' in step) return step.tags.every((one) => row.tags.includes(one));
  if ('snoozesFor' in step) return row.status === 'snoozed';
  return 'resolves' in step && row.status === 'resolved';
}

async function meet(kernel: Kernel, cast: Cast, episode: Episode): Promise<Known> {
  if (episode.shopper === null) return createVisitor(kernel, episode.language);
  const { name, email, phone, isVip } = DEMO_SHOPPERS[episode.shopper];
  const known = await identifyShopper(
    kernel,
    { scope: cast.channelId, externalId: episode.shopper, name, email, phone: phone ?? undefined, isVip },
    null,
    episode.language,
  );
  await touch(kernel, known.customer.id);
  return known;
}

async function say(
  kernel: Kernel,
  cast: Cast,
  episode: Episode,
  { customer }: Known,
  message: { id: string; text: string },
): Promise<string> {
  const { text } = message;
  const { conversation } = await receiveMessage(kernel, {
    id: message.id,
    text,
    attachmentIds: [],
    channel: { type: 'web', id: cast.channelId, teamId: cast.teams.get(episode.team) ?? null },
    customer: { id: customer.id, name: customer.name, isVip: customer.is_vip },
    language: episode.language,
  });
  return conversation.id;
}

async function act(kernel: Kernel, cast: Cast, id: string, messageId: string, step: Deed): Promise<void> {
  const { people, teams } = cast;
  if ('answers' in step)
    await sendReply(kernel, people[step.as], id, {
      id: messageId,
      text: step.answers,
      attachmentIds: [],
      replyToId: null,
      isResolving: false,
    });
  else if ('notes' in step)
    await addNote(kernel, people[step.as], id, {
      id: messageId,
      text: step.notes,
      attachmentIds: [],
      mentionIds: (step.mentions ?? []).map((key) => people[key].id),
    });
  else if ('claims' in step)
    await changeOne(kernel, people[step.claims], id, 'claim', (tx, row, by) =>
      claim(tx, row, people[step.claims], by),
    );
  else if ('transfersTo' in step)
    await changeOne(kernel, people[step.as], id, 'transfer', (tx, row, by) =>
      transfer(
        tx,
        row,
        people[step.as],
        {
          teamId: teams.get(step.transfersTo)!,
          assigneeId: step.to ? people[step.to].id : null,
          reason: step.reason,
        },
        by,
      ),
    );
  else if ('tags' in step)
    await changeOne(kernel, people[step.as], id, 'tag', (tx, row, by) =>
      tag(tx, row, { add: step.tags, remove: [] }, by),
    );
  else if ('snoozesFor' in step)
    await changeOne(kernel, people[step.as], id, 'snooze', (tx, row, by) =>
      snooze(tx, row, by, new Date(by.at.getTime() + step.snoozesFor * 60_000)),
    );
  else if ('resolves' in step) await changeOne(kernel, people[step.resolves], id, 'resolve', resolve);
  else await markRead(kernel, people[step.reads], id, Number.MAX_SAFE_INTEGER);
}
