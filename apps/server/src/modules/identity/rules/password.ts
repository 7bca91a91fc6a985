import { coded } from '../../../kernel/errors.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

/**
 * Whether a guesser would try it early: on our list of common ones (as it is, or with digits and signs
 * behind), one character over and over, or a run along the keyboard or the alphabet.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase().normalize('NFKC');
  const stem = plain.replace(/[\d\p{P}\p{S}\s]+$/u, '');
  if (COMMON_PASSWORDS.has(plain) || (stem.length >= 4 && COMMON_PASSWORDS.has(stem))) return true;
  if (new Set(plain).size <= 3) return true;
  return RUNS.some((run) => run.includes(plain) || reversed(run).includes(plain));
}

const reversed = (text: string) => [...text].reverse().join('');
const RUNS = [
  '01234567890123456789012345678901234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1q2w3e4r5t6y7u8i9o0p',
];

/** NIST SP 800-63B: length over composition, and nothing from the list of common ones. */
export function isWeakPassword(password: string): boolean {
  return password.length < PASSWORD_MIN || password.length > PASSWORD_MAX || isCommonPassword(password);
}

/** @throws identity.weak_password */
export function checkPassword(password: string): void {
  if (isWeakPassword(password)) throw coded('identity.weak_password');
}
