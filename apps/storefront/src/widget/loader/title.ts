/** Puts a hint before the page's title while something is unread and nobody looks. */
export function makeTitleHint(): (hint: string | null) => void {
  let shown: { full: string; before: string } | null = null;
  return (hint) => {
    // A title that the page has changed meanwhile is the page's business.
    if (shown && document.title === shown.full) document.title = shown.before;
    shown = null;
    if (!hint) return;
    const before = document.title;
    const full = `${hint} · ${before}`;
    document.title = full;
    shown = { full, before };
  };
}
