import { randomUUIDv7 } from 'node:crypto';
import {
  type CannedResponse,
  ENDPOINTS,
  type SaveCannedResponse,
  Text,
  unknownVariables,
} from '@xiaoer/contracts';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { MigrationSource } from '../../kernel/db/migrate.ts';
import { type Database, type Tx, transact, violatedUnique } from '../../kernel/db/transact.ts';
import type { CannedResponsesCannedResponse } from '../../kernel/db/types.gen.ts';
import { coded } from '../../kernel/errors.ts';
import { emit } from '../../kernel/events/emit.ts';
import { STAFF } from '../../kernel/gateway/topics.ts';
import { cursorId, decodeCursor, encodeCursor } from '../../kernel/http/cursor.ts';
import type { AgentPrincipal } from '../../kernel/http/principal.ts';
import { agents, anyAgent } from '../../kernel/http/route.ts';
import type { Kernel, Module } from '../../kernel/module.ts';
import { holdTeam } from '../identity/index.ts';

export const cannedResponseMigrations: MigrationSource = {
  module: 'canned_responses',
  directory: new URL('./migrations/', import.meta.url),
};

type Body = z.output<typeof SaveCannedResponse>;
type Row = Selectable<CannedResponsesCannedResponse>;

function present(row: Row): CannedResponse {
  return {
    id: row.id,
    shortcut: row.shortcut,
    title: row.title,
    body: row.body,
    language: row.language as CannedResponse['language'],
    teamId: row.team_id,
    version: row.version,
  };
}

/** All of them: a shop has hundreds, and the composer filters while typing. */
export async function listCannedResponses(
  db: Database | Tx,
  options: { after?: readonly [string, string]; limit: number },
): Promise<CannedResponse[]> {
  let query = db.selectFrom('canned_responses.canned_response').selectAll().where('deleted_at', 'is', null);
  const { after } = options;
  if (after)
    query = query.where((eb) => eb(eb.refTuple('shortcut', 'id'), '>', eb.tuple(after[0], after[1])));
  return (await query.orderBy('shortcut').orderBy('id').limit(options.limit).execute()).map(present);
}

function checkVariables(body: string): void {
  const names = unknownVariables(body);
  if (names.length > 0)
    throw coded('canned_responses.unknown_variable', {
      names: names.slice(0, 10).map((n) => n.slice(0, 60)),
    });
}

function readCursor(cursor: string): [shortcut: string, id: string] {
  const [shortcut, id] = decodeCursor(cursor, 2);
  // A forged one may hold what PostgreSQL cannot read.
  if (!shortcut || !Text(30).safeParse(shortcut).success) throw coded('request.malformed');
  return [shortcut, cursorId(id)];
}

/** Runs a write; a taken shortcut becomes its coded error. */
async function write(
  kernel: Kernel,
  agent: AgentPrincipal,
  { shortcut, teamId }: Pick<Body, 'shortcut' | 'teamId'>,
  work: (tx: Tx) => Promise<Row | undefined>,
): Promise<CannedResponse> {
  try {
    return await transact(kernel.db, async (tx) => {
      if (teamId !== null) await holdTeam(tx, teamId);
      const row = await work(tx);
      if (!row) throw coded('canned_responses.not_found');
      const cannedResponse = present(row);
      await emit(tx, {
        type: 'canned_response.saved',
        actor: { kind: 'user', id: agent.id },
        subject: { type: 'canned_response', id: row.id },
        payload: { cannedResponse },
        audience: [STAFF],
        at: kernel.clock.now(),
      });
      return cannedResponse;
    });
  } catch (error) {
    if (violatedUnique(error) === 'canned_response_shortcut')
      throw coded('canned_responses.shortcut_taken', { shortcut });
    throw error;
  }
}

const columns = (body: Body) => ({
  shortcut: body.shortcut,
  title: body.title,
  body: body.body,
  language: body.language,
  team_id: body.teamId,
});

export async function createCannedResponse(
  kernel: Kernel,
  agent: AgentPrincipal,
  body: Body,
): Promise<CannedResponse> {
  checkVariables(body.body);
  return write(kernel, agent, body, (tx) =>
    tx
      .insertInto('canned_responses.canned_response')
      .values({ id: randomUUIDv7(), ...columns(body), created_at: kernel.clock.now() })
      .returningAll()
      .executeTakeFirst(),
  );
}

export async function updateCannedResponse(
  kernel: Kernel,
  agent: AgentPrincipal,
  id: string,
  body: Body,
): Promise<CannedResponse> {
  checkVariables(body.body);
  return write(kernel, agent, body, (tx) =>
    tx
      .updateTable('canned_responses.canned_response')
      .set((eb) => ({ ...columns(body), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .returningAll()
      .executeTakeFirst(),
  );
}

export async function deleteCannedResponse(kernel: Kernel, agent: AgentPrincipal, id: string): Promise<void> {
  await transact(kernel.db, async (tx) => {
    const at = kernel.clock.now();
    const row = await tx
      .updateTable('canned_responses.canned_response')
      .set({ deleted_at: at })
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!row) throw coded('canned_responses.not_found');
    await emit(tx, {
      type: 'canned_response.deleted',
      actor: { kind: 'user', id: agent.id },
      subject: { type: 'canned_response', id },
      payload: { cannedResponseId: id },
      audience: [STAFF],
      at,
    });
  });
}

/** Approved wording (话术): one shortcut for each team and language. */
export function makeCannedResponses(kernel: Kernel): Module {
  const managing = { access: agents('canned_responses.manage') };
  return {
    name: 'canned_responses',
    routes({ route }) {
      route(ENDPOINTS.listCannedResponses, {
        access: anyAgent,
        async handle({ query }) {
          const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
          const found = await listCannedResponses(kernel.db, {
            ...(after ? { after } : {}),
            limit: query.limit + 1,
          });
          const items = found.slice(0, query.limit);
          const last = items[items.length - 1];
          return {
            items,
            next: found.length > query.limit && last ? encodeCursor([last.shortcut, last.id]) : null,
          };
        },
      });
      route(ENDPOINTS.createCannedResponse, {
        ...managing,
        handle: ({ principal, body }) => createCannedResponse(kernel, principal, body),
      });
      route(ENDPOINTS.updateCannedResponse, {
        ...managing,
        handle: ({ principal, params, body }) => updateCannedResponse(kernel, principal, params.id, body),
      });
      route(ENDPOINTS.deleteCannedResponse, {
        ...managing,
        handle: ({ principal, params }) => deleteCannedResponse(kernel, principal, params.id),
      });
    },
  };
}
