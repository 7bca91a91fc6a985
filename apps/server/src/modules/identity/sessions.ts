import { createHmac } from 'node:crypto';
import type { Role } from '@xiaoer/contracts';
import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/db/transact.ts';
import type { AgentPrincipal } from '../../kernel/http/principal.ts';
import { isSame } from '../../kernel/secret.ts';

/** A session ends so long after its last day of use. */
export const SESSION_SECONDS = 30 * 24 * 3600;
const ROLL_MS = 24 * 3600 * 1000;
const CACHE_MS = 15_000;
const CACHE_MAX = 20_000;

type Known = { principal: AgentPrincipal; until: number };

/**
 * Who a session cookie belongs to. Answers are kept for at most 15 seconds and forgotten at once when an
 * event says that the user, their sessions or their teams have changed.
 */
export class Sessions {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #secret: string;
  readonly cookieName: string;
  /** Set between password and second factor. */
  readonly halfDoneCookieName: string;
  readonly isSecure: boolean;
  readonly #known = new Map<string, Known>();
  /** Counted up by every `forget`: an answer read before must not be kept after. */
  #generation = 0;
  /** Sessions that were prolonged, whose cookie still says the old end. */
  readonly #prolonged = new Set<string>();

  constructor(options: { db: Database; clock: Clock; secret: string; isSecure: boolean }) {
    this.#db = options.db;
    this.#clock = options.clock;
    this.#secret = options.secret;
    this.isSecure = options.isSecure;
    const prefix = `${options.isSecure ? '__Secure-' : ''}xiaoer`;
    this.cookieName = `${prefix}.session_token`;
    this.halfDoneCookieName = `${prefix}.two_factor`;
  }

  async authenticate(headers: { cookie?: string | undefined }): Promise<AgentPrincipal | null> {
    const token = this.#tokenOf(headers.cookie);
    if (token === null) return null;
    const now = this.#clock.now();
    const known = this.#known.get(token);
    if (known && known.until > now.getTime()) return known.principal;
    const generation = this.#generation;
    const found = await this.#read(token, now);
    if (!found) {
      this.#known.delete(token);
      return null;
    }
    if (generation === this.#generation) {
      if (this.#known.size >= CACHE_MAX) this.#known.clear();
      const until = Math.min(now.getTime() + CACHE_MS, found.expiresAt.getTime());
      this.#known.set(token, { principal: found.principal, until });
    }
    return found.principal;
  }

  /** The next requests of these users are looked up anew. */
  forget(userIds: ReadonlySet<string>): void {
    this.#generation++;
    for (const [token, { principal }] of this.#known)
      if (userIds.has(principal.id)) this.#known.delete(token);
  }

  /** The cookie to send again because its session was prolonged, or null. Answers once for each time. */
  renewedCookie(header: string | undefined): string | null {
    if (this.#prolonged.size === 0) return null;
    const value = cookieValue(header, this.cookieName);
    const token = this.#tokenOf(header);
    if (value === null || token === null || !this.#prolonged.delete(token)) return null;
    const secure = this.isSecure ? '; Secure' : '';
    return `${this.cookieName}=${value}; Max-Age=${SESSION_SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure}`;
  }

  async #read(token: string, now: Date): Promise<{ principal: AgentPrincipal; expiresAt: Date } | null> {
    const row = await this.#db
      .selectFrom('identity.session as s')
      .innerJoin('identity.user as u', 'u.id', 's.user_id')
      .select(['s.id as session_id', 's.expires_at', 's.updated_at', 'u.id', 'u.name', 'u.role'])
      .select(
        sql<
          string[]
        >`array(select m.team_id from identity.team_member m where m.user_id = u.id order by m.team_id)`.as(
          'team_ids',
        ),
      )
      .where('s.token', '=', token)
      .where('s.expires_at', '>', now)
      .where('u.is_active', '=', true)
      .executeTakeFirst();
    if (!row) return null;
    await this.#prolong(token, row, now);
    return {
      principal: {
        kind: 'agent',
        id: row.id,
        name: row.name,
        role: row.role as Role,
        teamIds: row.team_ids,
        sessionId: row.session_id,
      },
      expiresAt: row.expires_at,
    };
  }

  /** Once a day of use. A session without "remember me" lives one day and is not prolonged. */
  async #prolong(
    token: string,
    row: { session_id: string; expires_at: Date; updated_at: Date },
    now: Date,
  ): Promise<void> {
    const isRemembered = row.expires_at.getTime() - row.updated_at.getTime() > 2 * ROLL_MS;
    if (!isRemembered || now.getTime() - row.updated_at.getTime() < ROLL_MS) return;
    const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
    await this.#db
      .updateTable('identity.session')
      .set({ expires_at: expiresAt, updated_at: now })
      .where('id', '=', row.session_id)
      .execute();
    if (this.#prolonged.size >= CACHE_MAX) this.#prolonged.clear();
    this.#prolonged.add(token);
  }

  /** The token in the cookie, if its signature (better-call: HMAC-SHA256, base64) is ours. */
  #tokenOf(header: string | undefined): string | null {
    const value = cookieValue(header, this.cookieName);
    if (value === null) return null;
    let signed: string;
    try {
      signed = decodeURIComponent(value);
    } catch {
      return null;
    }
    const dot = signed.lastIndexOf('.');
    if (dot < 1) return null;
    const token = signed.slice(0, dot);
    const expected = createHmac('sha256', this.#secret).update(token).digest('base64');
    return isSame(signed.slice(dot + 1), expected) ? token : null;
  }
}

/** The raw value of one cookie (RFC 6265). */
export function cookieValue(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return null;
}
