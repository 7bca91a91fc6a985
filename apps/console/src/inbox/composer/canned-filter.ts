import type { CannedResponse, Language } from '@xiaoer/contracts';

export type CannedContext = { teamIds: readonly string[]; language: Language | null };

/** Whether wording may be offered: for every team or one of ours; any language or the customer's. */
const isOffered = (response: CannedResponse, context: CannedContext) =>
  (response.teamId === null || context.teamIds.includes(response.teamId)) &&
  (response.language === null || context.language === null || response.language === context.language);

function rank(response: CannedResponse, wanted: string): number {
  const shortcut = response.shortcut.toLowerCase();
  if (shortcut === wanted) return 5;
  if (shortcut.startsWith(wanted)) return 4;
  if (response.title.toLowerCase().includes(wanted)) return 3;
  if (shortcut.includes(wanted)) return 2;
  return response.body.toLowerCase().includes(wanted) ? 1 : 0;
}

/**
 * Wording for what was typed after `/`: best first, at most `limit`. A shortcut counts more than the
 * title, the title more than the wording itself.
 */
export function filterCanned(
  responses: readonly CannedResponse[],
  typed: string,
  context: CannedContext,
  limit = 8,
): CannedResponse[] {
  const wanted = typed.toLowerCase();
  return responses
    .filter((response) => isOffered(response, context))
    .map((response) => ({ response, rank: wanted === '' ? 1 : rank(response, wanted) }))
    .filter((one) => one.rank > 0)
    .sort((a, b) => b.rank - a.rank || a.response.shortcut.localeCompare(b.response.shortcut))
    .slice(0, limit)
    .map((one) => one.response);
}

/**
 * The word being typed after a sign: `sign` must begin the text or follow a space, and nothing but the
 * word may stand between it and the caret. Null when no such word is being typed.
 */
export function typedAfter(
  sign: '/' | '@',
  text: string,
  caret: number,
): { from: number; word: string } | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf(sign);
  if (from < 0) return null;
  // Han text has no spaces: a mention may follow a Han character directly, an address may not.
  const previous = before[from - 1];
  if (
    previous !== undefined &&
    !/\s/.test(previous) &&
    !(sign === '@' && /\p{Script=Han}|\p{P}/u.test(previous))
  )
    return null;
  const word = before.slice(from + 1);
  return /\s/.test(word) || word.length > 30 ? null : { from, word };
}
