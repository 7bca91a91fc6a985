import { readProof } from './identity.ts';
import { readScriptTag, toLanguage, toTheme } from './script-tag.ts';
import { startWidget, type Widget } from './widget.ts';

type Command = (name: string, ...values: unknown[]) => void;
type Entrance = Command & { q?: ArrayLike<unknown>[]; isReady?: true };

declare global {
  interface Window {
    Xiaoer?: Entrance;
  }
}

/** `window.Xiaoer(name, …)`: what a shop's page may say. Documented in apps/storefront/README.md. */
function makeCommand(widget: Widget): Command {
  const commands: Record<string, (first: unknown, second: unknown) => void> = {
    open: widget.open,
    close: widget.close,
    reset: widget.reset,
    identify: (value) => {
      const proof = readProof(value);
      if (proof) widget.identify(proof);
      else console.warn("Xiaoer: 'identify' needs { jwt } or { externalId, hmac }.");
    },
    on: (name, listener) => widget.events.on(String(name), listener),
    off: (name, listener) => widget.events.off(String(name), listener),
    language: (value) => {
      const language = toLanguage(value);
      if (language) widget.setLanguage(language);
      else console.warn("Xiaoer: 'language' is one of zh-CN, zh-TW, en.");
    },
    theme: (value) => {
      const theme = toTheme(value);
      if (theme) widget.setTheme(theme);
      else console.warn("Xiaoer: 'theme' is one of system, light, dark.");
    },
    draft: (text) => widget.draft(String(text ?? '').slice(0, 10_000)),
  };
  return (name, first, second) => {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command) command(first, second);
    else console.warn(`Xiaoer: unknown command ${String(name)}.`);
  };
}

function begin(tag: NonNullable<ReturnType<typeof readScriptTag>>, nonce: string | undefined): void {
  const widget = startWidget(tag, nonce);
  const command: Entrance = makeCommand(widget);
  const waiting = window.Xiaoer?.q ?? [];
  command.isReady = true;
  window.Xiaoer = command;
  for (const values of Array.from(waiting)) {
    const [name, ...rest] = Array.from(values);
    command(String(name), ...rest);
  }
  widget.events.emit('ready', undefined);
}

const tag = readScriptTag();
const nonce = document.currentScript?.nonce;
if (!tag) console.warn('Xiaoer: the script tag needs data-key="…", the key of the channel.');
else if (!window.Xiaoer?.isReady) {
  if (document.body) begin(tag, nonce);
  else addEventListener('DOMContentLoaded', () => begin(tag, nonce), { once: true });
}
