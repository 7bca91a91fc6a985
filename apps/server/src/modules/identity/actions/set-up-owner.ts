import type { SetUpOwner } from '@xiaoer/contracts';
import { hashPassword } from 'better-auth/crypto';
import type { z } from 'zod';
import { transact } from '../../../kernel/db/transact.ts';
import { coded } from '../../../kernel/errors.ts';
import { deriveKey, isSame, sign } from '../../../kernel/secret.ts';
import type { Parts } from '../parts.ts';
import { hasUsers, lockDirectory, readWorkspace, saveShopName } from '../repo.ts';
import { checkPassword } from '../rules/password.ts';
import { join } from './create-user.ts';

/** Made of the installation's secret and the database's nonce: all processes print the same, nothing to steal is stored. */
const tokenOf = (secret: string, nonce: string): string => sign(deriveKey(secret, 'set-up'), nonce);

/** The one-time link for the first owner; null once there is anybody, and in demo mode. */
export async function setUpLink({ kernel }: Parts): Promise<string | null> {
  if (kernel.config.DEMO || (await hasUsers(kernel.db))) return null;
  const { set_up_nonce } = await readWorkspace(kernel.db);
  return `${kernel.publicUrl()}/set-up?token=${tokenOf(kernel.config.secret, set_up_nonce)}`;
}

/**
 * Creates the first owner and names the shop.
 * @throws identity.set_up_done if there is anybody already, identity.invitation_invalid for a wrong token,
 *   identity.weak_password
 */
export async function setUpOwner(parts: Parts, body: z.output<typeof SetUpOwner>): Promise<void> {
  const { kernel } = parts;
  const check = async (db: Parameters<typeof hasUsers>[0]) => {
    if (await hasUsers(db)) throw coded('identity.set_up_done');
    const { set_up_nonce } = await readWorkspace(db);
    if (!isSame(body.token, tokenOf(kernel.config.secret, set_up_nonce)))
      throw coded('identity.invitation_invalid');
  };
  // Before the costly hash, and again under the lock.
  await check(kernel.db);
  checkPassword(body.password);
  const passwordHash = await hashPassword(body.password);
  await transact(kernel.db, async (tx) => {
    await lockDirectory(tx);
    await check(tx);
    await saveShopName(tx, body.shopName);
    await join(tx, parts, {
      name: body.name,
      email: body.email,
      role: 'owner',
      teamIds: [],
      passwordHash,
      actor: null,
    });
  });
}
