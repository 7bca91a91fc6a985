import './avatar.css';
import { cx } from './class-names.ts';

/** Six quiet tones; the id picks one, so a person keeps theirs everywhere. */
const TONES = 6;

/** Stable tone of an id, 0 … 5. */
function toneOf(id: string): number {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.codePointAt(0)!) >>> 0;
  return sum % TONES;
}

/** What stands in the circle: a Han name's first character, else one letter. */
function initialOf(name: string): string {
  const first = [...name.trim()][0];
  return first === undefined ? '·' : first.toUpperCase();
}

type AvatarPresence = 'online' | 'busy' | 'offline';

/** Picture or initial of a person. Decorative: the name stands beside it, or pass `label`. */
export function Avatar({
  id,
  name,
  url,
  size = 36,
  presence,
  label,
}: {
  id: string;
  name: string;
  url?: string | null;
  size?: number;
  presence?: AvatarPresence;
  label?: string;
}) {
  return (
    <span
      className={cx('avatar', `avatar-${toneOf(id)}`)}
      style={{ width: size, height: size, fontSize: Math.max(10, Math.round(size * 0.4)) }}
      title={label}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {url ? <img src={url} alt="" /> : initialOf(name)}
      {presence && <span className={cx('avatar-presence', `is-${presence}`)} />}
    </span>
  );
}
