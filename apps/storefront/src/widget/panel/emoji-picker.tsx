import { useEffect, useRef } from 'preact/hooks';

/** What shoppers use with a shop: thanks, worry, parcels, skin. Not the whole standard. */
const EMOJI = [
  ...['😀', '😊', '😄', '😂', '🥰', '😍', '😘', '🤗', '😉', '🙂', '😌', '😎', '🤔', '😅', '😳', '😮'],
  ...['😢', '😭', '😔', '😟', '😣', '😤', '😡', '😱', '🤒', '🤧', '😴', '🙄', '😬', '🥺', '🤝', '🙏'],
  ...['👍', '👎', '👌', '✌️', '👏', '💪', '👋', '👀', '❤️', '💚', '💔', '✨', '🌟', '🔥', '🎉', '🎁'],
  ...['🌸', '🌹', '🍀', '🌿', '💧', '☀️', '🌙', '💄', '🧴', '🧼', '📦', '🚚', '💰', '🧾', '⏰', '✅'],
];
const COLUMNS = 8;
const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS };

type Props = { label: string; onPick: (emoji: string) => void; onClose: () => void };

export function EmojiPicker({ label, onPick, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const root = box.current?.getRootNode();
    const onPointer = (event: Event) => {
      const path = event.composedPath();
      const isOurs = path.some(
        (node) =>
          node === box.current || (node instanceof Element && node.classList.contains('emoji-button')),
      );
      if (!isOurs) onClose();
    };
    root?.addEventListener('pointerdown', onPointer);
    return () => root?.removeEventListener('pointerdown', onPointer);
  }, [onClose]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
      return;
    }
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
  };
  return (
    <div class="emojis" ref={box} role="toolbar" aria-label={label} onKeyDown={onKeyDown}>
      {EMOJI.map((emoji, at) => (
        <button
          key={emoji}
          type="button"
          tabIndex={at === 0 ? 0 : -1}
          aria-label={emoji}
          onClick={() => onPick(emoji)}
        >
          {emoji}
        </button>
      ))}
    </div>
  );
}
