const FOCUSABLE = 'button:not(:disabled), a[href], input, textarea, [tabindex="0"]';

/** Keeps Tab inside of `box`, for views that cover the page. */
export function trapFocus(event: KeyboardEvent, box: HTMLElement): void {
  if (event.key !== 'Tab') return;
  const stops = [...box.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (stop) => stop.offsetParent !== null,
  );
  const first = stops[0];
  const last = stops.at(-1);
  const root = box.getRootNode();
  const active = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  if (event.shiftKey && active === first) last?.focus();
  else if (!event.shiftKey && active === last) first?.focus();
  else return;
  event.preventDefault();
}
