/** A resolved conversation goes on if the customer writes again within this time; later a new one opens. */
export const REOPEN_WINDOW_MS = 24 * 3_600_000;

/** What a customer's message does to their newest conversation. */
export function continuation(
  newest: { status: string; resolved_at: Date | null } | undefined,
  now: Date,
): 'open-new' | 'continue' | 'reopen' {
  if (!newest) return 'open-new';
  if (newest.status !== 'resolved') return 'continue';
  const since = now.getTime() - (newest.resolved_at?.getTime() ?? 0);
  return since <= REOPEN_WINDOW_MS ? 'reopen' : 'open-new';
}
