import { randomUUIDv7 } from 'node:crypto';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Kernel } from '../../../kernel/module.ts';
import { isActiveUntilCommit, removeEndedSessions } from '../repo.ts';
import { isCommonPassword, PASSWORD_MAX, PASSWORD_MIN } from '../rules/password.ts';
import { SESSION_SECONDS } from '../sessions.ts';
import { Changes } from './changes.ts';
import { queueResetMail, RESET_SECONDS } from './reset.ts';
import { currentUnit, inUnit, unitDatabase } from './unit-of-work.ts';

/** What better-auth did in the unit of work. */
const changesOf = new WeakMap<object, Changes>();
function currentChanges(): Changes {
  const unit = currentUnit();
  let changes = changesOf.get(unit);
  if (!changes) {
    changes = new Changes();
    changesOf.set(unit, changes);
  }
  return changes;
}

export type AuthServer = {
  /** Serves one request below /api/auth and writes its events in the same transaction. */
  handle(request: Request, ip: string): Promise<{ response: Response; userIds: Set<string> }>;
};

/** better-auth on our tables and transactions. Made at the first request, when the own address is known. */
export function makeAuthServer(kernel: Kernel, options: { secret: string; isSecure: boolean }): AuthServer {
  let instance: ReturnType<typeof configure> | null = null;
  return {
    async handle(request, ip) {
      instance ??= configure(kernel, options);
      const { handler } = instance;
      return inUnit(kernel.db, async (unit) => {
        const response = await handler(request);
        // Refused requests are kept too: they count failed attempts.
        const isKept = response.status < 500;
        const changes = changesOf.get(unit);
        if (!isKept || !changes || changes.isEmpty)
          return { result: { response, userIds: new Set<string>() }, isKept };
        await changes.emit(await unit.open(), { ip, at: kernel.clock.now() });
        return { result: { response, userIds: changes.userIds }, isKept };
      });
    },
  };
}

const refuseCommonPasswords = createAuthMiddleware(async (ctx) => {
  const password = (ctx.body as { newPassword?: unknown } | undefined)?.newPassword;
  if (typeof password === 'string' && isCommonPassword(password))
    throw new APIError('UNPROCESSABLE_ENTITY', { code: 'identity.weak_password', message: 'weak password' });
});

function configure(kernel: Kernel, { secret, isSecure }: { secret: string; isSecure: boolean }) {
  const origin = new URL(kernel.publicUrl()).origin;
  return betterAuth({
    appName: 'Xiaoer',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    database: { db: unitDatabase(kernel.db), type: 'postgres', schemaName: 'identity' },
    // The page's own origin, as the route helper has it, whatever name the server is reached by.
    trustedOrigins: (request) => (request ? [origin, new URL(request.url).origin] : [origin]),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      sendResetPassword: async ({ user, token }) => queueResetMail(kernel, user.id, token),
      onPasswordReset: async ({ user }) => currentChanges().passwordChanged(user.id),
    },
    // freshAge 0: whoever is signed in may look through their own sessions; what matters asks for the password.
    session: { expiresIn: SESSION_SECONDS, updateAge: 24 * 3600, freshAge: 0, ...SESSION_FIELDS },
    user: USER_FIELDS,
    account: ACCOUNT_FIELDS,
    verification: { ...VERIFICATION_FIELDS, storeIdentifier: 'hashed' },
    plugins: [
      twoFactor({
        issuer: 'Xiaoer',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: {
              backupCodes: 'backup_codes',
              userId: 'user_id',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
    // Counted by the route, per address and account; see mount.ts.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'xiaoer',
      useSecureCookies: isSecure,
      // Its check refuses our columns without a default; users are inserted by our own actions only.
      database: { generateId: () => randomUUIDv7(), validateSchema: false },
      ipAddress: { ipAddressHeaders: ['x-client-address'] },
    },
    logger: {
      disabled: kernel.config.NODE_ENV === 'test',
      log: (level, message) => kernel.log[level](message),
    },
    hooks: { before: refuseCommonPasswords },
    databaseHooks: hooksOf(kernel),
  });
}

/** Notes what changes, for the events at the end; keeps inactive colleagues out. */
function hooksOf(kernel: Kernel): NonNullable<BetterAuthOptions['databaseHooks']> {
  return {
    session: {
      create: {
        before: async (session) => {
          const tx = await currentUnit().open();
          if (!(await isActiveUntilCommit(tx, session.userId)))
            throw new APIError('FORBIDDEN', { code: 'ACCOUNT_INACTIVE', message: 'account is not active' });
          await removeEndedSessions(tx, session.userId, kernel.clock.now());
        },
        after: async (session) => currentChanges().sessionBegan(session),
      },
      delete: { after: async (session) => currentChanges().sessionEnded(session) },
    },
    account: {
      update: {
        after: async (account, context) => {
          if (context?.path === '/change-password') currentChanges().passwordChanged(account.userId);
        },
      },
    },
    user: {
      update: {
        after: async (user, context) => {
          if (context?.path?.startsWith('/two-factor/'))
            currentChanges().twoFactorSet(user.id, user.twoFactorEnabled === true);
        },
      },
    },
  };
}

const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;
const USER_FIELDS = { fields: { emailVerified: 'email_verified', ...TIMES } };
const SESSION_FIELDS = {
  fields: {
    userId: 'user_id',
    expiresAt: 'expires_at',
    ipAddress: 'ip_address',
    userAgent: 'user_agent',
    ...TIMES,
  },
};
const ACCOUNT_FIELDS = {
  fields: {
    userId: 'user_id',
    accountId: 'account_id',
    providerId: 'provider_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
    ...TIMES,
  },
};
const VERIFICATION_FIELDS = { fields: { expiresAt: 'expires_at', ...TIMES } };
