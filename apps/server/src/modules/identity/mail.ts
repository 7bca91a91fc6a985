import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Tx } from '../../kernel/db/transact.ts';
import { addJob, type Job } from '../../kernel/jobs.ts';

const MAIL_JOB = 'identity.send_mail';
const MailPayload = z.object({ to: z.string(), subject: z.string(), text: z.string() });
type MailPayload = z.infer<typeof MailPayload>;

/** Puts a mail in the queue; it goes out if the transaction commits. */
export const queueMail = (tx: Tx, mail: MailPayload): Promise<void> => addJob(tx, MAIL_JOB, mail);

/** Sends queued mails through SMTP_URL. Without it nothing is queued: links are shown instead. */
export function mailJob(options: { smtpUrl: string | undefined; from: string }): Job<MailPayload> {
  return {
    name: MAIL_JOB,
    payload: MailPayload,
    async run(mail) {
      if (options.smtpUrl === undefined) throw new Error('a mail is queued, but SMTP_URL is not set');
      const transport = createTransport(options.smtpUrl);
      try {
        await transport.sendMail({ from: options.from, ...mail });
      } finally {
        transport.close();
      }
    },
  };
}
