import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto';
import type { Tx } from '../../../kernel/db/transact.ts';
import type { Kernel } from '../../../kernel/module.ts';
import { queueMail } from '../mail.ts';
import { resetMail, unnamedShop } from '../mail-texts.ts';
import { toPreferences, type UserRow } from '../present.ts';
import { findUser, readWorkspace } from '../repo.ts';
import { currentUnit } from './unit-of-work.ts';

export const RESET_SECONDS = 3600;

export const resetLink = (kernel: Kernel, token: string): string =>
  `${kernel.publicUrl()}/reset-password?token=${encodeURIComponent(token)}`;

/**
 * Mails the link that somebody asked for at sign-in. Without SMTP_URL nothing goes out: an administrator
 * makes a link instead. Whoever asked is not told either way, or addresses could be tried out.
 */
export async function queueResetMail(kernel: Kernel, userId: string, token: string): Promise<void> {
  if (kernel.config.SMTP_URL === undefined) return;
  const tx = await currentUnit().open();
  const user = await findUser(tx, userId);
  if (user?.is_active) await mailResetLink(tx, kernel, user, token);
}

export async function mailResetLink(tx: Tx, kernel: Kernel, user: UserRow, token: string): Promise<void> {
  const { language } = toPreferences(user.preferences);
  const shop = (await readWorkspace(tx)).shop_name || unnamedShop[language];
  await queueMail(tx, {
    to: user.email,
    ...resetMail[language]({ shop, name: user.name, link: resetLink(kernel, token) }),
  });
}

/** A reset token as better-auth keeps them (`reset-password:TOKEN`, hashed): valid once, for an hour. */
export async function insertResetToken(tx: Tx, userId: string): Promise<string> {
  // better-auth compares with the system's clock.
  const at = new Date();
  const token = randomBytes(24).toString('base64url');
  const identifier = createHash('sha256').update(`reset-password:${token}`).digest('base64url');
  await tx
    .insertInto('identity.verification')
    .values({
      id: randomUUIDv7(),
      identifier,
      value: userId,
      expires_at: new Date(at.getTime() + RESET_SECONDS * 1000),
      created_at: at,
      updated_at: at,
    })
    .execute();
  return token;
}
