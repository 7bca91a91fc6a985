import type { Ui } from '../shell.ts';
import { brandColours } from '../text/contrast.ts';
import { format } from '../text/format.ts';
import styles from './launcher.css?inline';
import { LOADER_TEXTS } from './texts.ts';

export type LauncherState = { unread: number; phase: 'idle' | 'loading' | 'failed' };

export type Launcher = {
  root: ShadowRoot;
  addStyles: (text: string) => void;
  show: (
    ui: Pick<Ui, 'isOpen' | 'isFull' | 'language' | 'theme' | 'side' | 'colour'>,
    state: LauncherState,
  ) => void;
  focus: () => void;
};

const SVG = 'http://www.w3.org/2000/svg';
const SHAPES = {
  chat: 'M5 6.5h18a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-9l-5 4.5v-4.5H5a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2zM9.5 13.5v.01M14 13.5v.01M18.5 13.5v.01',
  close: 'M8 11.5l6 6 6-6',
};

/**
 * The round button. It lives in a shadow root on an element that takes nothing from the page, and is
 * made node by node, as a strict content policy wants it.
 */
export function makeLauncher(
  on: { press: () => void; near: () => void },
  nonce: string | undefined,
): Launcher {
  const host = document.createElement('xiaoer-widget');
  // Inline and important, so that no rule of the page ("div { display: none }") reaches it.
  const look = { all: 'initial', position: 'fixed', 'z-index': '2147483000', width: '0', height: '0' };
  for (const [name, value] of Object.entries(look)) host.style.setProperty(name, value, 'important');
  const root = host.attachShadow({ mode: 'open' });
  const addStyles = (text: string) => adopt(root, text, nonce);
  addStyles(styles);

  const button = element('button', 'launcher');
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  const path = document.createElementNS(SVG, 'path');
  button.append(drawing(path));
  const badge = element('span', 'badge');
  badge.setAttribute('aria-hidden', 'true');
  const problem = element('p', 'problem');
  problem.setAttribute('role', 'alert');
  button.append(badge);
  root.append(problem, button);
  button.addEventListener('click', on.press);
  for (const sign of ['pointerenter', 'focus', 'touchstart'] as const) {
    button.addEventListener(sign, on.near, { passive: true });
  }
  document.body.append(host);

  return {
    root,
    addStyles,
    focus: () => button.focus({ preventScroll: true }),
    show: (ui, state) => {
      const texts = LOADER_TEXTS[ui.language];
      const { brand, onBrand, brandText } = brandColours(ui.colour, ui.theme === 'dark');
      button.style.setProperty('--brand', brand);
      button.style.setProperty('--on-brand', onBrand);
      button.style.setProperty('--ring', brandText);
      button.hidden = ui.isOpen && ui.isFull;
      button.lang = ui.language;
      button.dataset.side = problem.dataset.side = ui.side;
      button.dataset.phase = state.phase;
      button.setAttribute('aria-expanded', String(ui.isOpen));
      button.setAttribute('aria-busy', String(state.phase === 'loading'));
      const unread = ui.isOpen ? 0 : state.unread;
      const label = ui.isOpen ? texts.close : unread > 0 ? format(texts.unread, { n: unread }) : texts.open;
      button.setAttribute('aria-label', state.phase === 'loading' ? texts.loading : label);
      path.setAttribute('d', ui.isOpen ? SHAPES.close : SHAPES.chat);
      badge.hidden = unread === 0;
      badge.textContent = unread > 99 ? '99+' : String(unread);
      problem.hidden = state.phase !== 'failed';
      problem.dataset.theme = ui.theme;
      problem.textContent = state.phase === 'failed' ? texts.failed : '';
    },
  };
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

function drawing(path: SVGPathElement): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const look = { viewBox: '0 0 28 28', width: '28', height: '28', fill: 'none', stroke: 'currentColor' };
  const line = {
    'stroke-width': '2',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  };
  for (const [name, value] of Object.entries({ ...look, ...line })) svg.setAttribute(name, value);
  svg.append(path);
  return svg;
}

/** Constructed sheets need no style-src at all; browsers before 2023 get an element with the page's nonce. */
function adopt(root: ShadowRoot, text: string, nonce: string | undefined): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  const style = document.createElement('style');
  if (nonce) style.nonce = nonce;
  style.textContent = text;
  root.append(style);
}
