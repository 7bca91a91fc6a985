import './kbd.css';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
const APPLE: Record<string, string> = { Ctrl: '⌘', Shift: '⇧', Alt: '⌥' };
// Words where a sign is missing in many fonts.
const SIGNS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' };

/** `Ctrl+Shift+Enter` as key caps, with the signs of the reader's machine. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="kbd-run">
      {keys.split('+').map((key) => (
        <kbd key={key} className="kbd">
          {(isApple && APPLE[key]) || SIGNS[key] || key}
        </kbd>
      ))}
    </span>
  );
}
