import type { Me, UpdateMe } from '@xiaoer/contracts';
import type { z } from 'zod';
import { transact } from '../../../kernel/db/transact.ts';
import { emit } from '../../../kernel/events/emit.ts';
import { userTopic } from '../../../kernel/gateway/topics.ts';
import type { AgentPrincipal } from '../../../kernel/http/principal.ts';
import { actorOf, tellUserUpdated } from '../events.ts';
import type { Parts } from '../parts.ts';
import { toMe, toPreferences } from '../present.ts';
import { changeUser, readUser, savePreferences } from '../repo.ts';

/** Changes own name or preferences; preferences that are not named stay. */
export async function updateMe(
  parts: Parts,
  agent: AgentPrincipal,
  body: z.output<typeof UpdateMe>,
): Promise<Me> {
  const cause = { actor: actorOf(agent), at: parts.kernel.clock.now() };
  return transact(parts.kernel.db, async (tx) => {
    const before = await readUser(tx, agent.id);
    if (body.name !== undefined && body.name !== before.name) {
      await changeUser(tx, agent.id, { name: body.name }, cause.at);
      await tellUserUpdated(tx, parts, cause, agent.id, ['name']);
    }
    if (body.preferences && Object.keys(body.preferences).length > 0) {
      const preferences = toPreferences(await savePreferences(tx, agent.id, body.preferences));
      await emit(tx, {
        type: 'user.preferences_changed',
        ...cause,
        subject: { type: 'user', id: agent.id },
        payload: { userId: agent.id, preferences },
        audience: [userTopic(agent.id)],
      });
    }
    return toMe(await readUser(tx, agent.id));
  });
}
