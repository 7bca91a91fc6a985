import { z } from 'zod';
import { transact } from '../../kernel/db/transact.ts';
import type { Job } from '../../kernel/jobs.ts';
import type { Kernel } from '../../kernel/module.ts';
import { WAKE_JOB, wake } from './actions/move.ts';
import { bySystem } from './change.ts';
import { lockConversation } from './repo.ts';

const WakePayload = z.object({ conversationId: z.uuid() });

export const makeJobs = (kernel: Kernel): Job[] => [
  {
    name: WAKE_JOB,
    payload: WakePayload,
    /** Rechecks: the snooze may have been ended or moved since the job was added. */
    async run(payload) {
      const { conversationId } = WakePayload.parse(payload);
      await transact(kernel.db, async (tx) => {
        const row = await lockConversation(tx, conversationId);
        const now = kernel.clock.now();
        if (row?.status !== 'snoozed' || row.snoozed_until === null || row.snoozed_until > now) return;
        await wake(tx, row, bySystem(now));
      });
    },
  },
];
