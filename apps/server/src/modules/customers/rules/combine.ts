import type { CustomerRecord } from '../present.ts';

type Fields = Pick<CustomerRecord, 'name' | 'is_vip' | 'email' | 'phone' | 'language' | 'note' | 'tags'>;

/**
 * What the survivor of a merge takes over: what it lacks. Tags and notes are joined.
 * @returns the changes, and the same fields as they were, for the undo
 */
export function combine(survivor: Fields, merged: Fields): { changes: Fields; before: Fields } {
  const { name, is_vip, email, phone, language, note, tags } = survivor;
  const notes = [note, merged.note].filter((n) => n.trim() !== '');
  return {
    before: { name, is_vip, email, phone, language, note, tags },
    changes: {
      name: name || merged.name,
      is_vip: is_vip || merged.is_vip,
      email: email ?? merged.email,
      phone: phone ?? merged.phone,
      language: language ?? merged.language,
      note: [...new Set(notes)].join('\n\n').slice(0, 5_000),
      tags: [...new Set([...tags, ...merged.tags])].slice(0, 30),
    },
  };
}
