import { memoryStorage } from '@xiaoer/sync/visitor';
import { expect, test } from 'vitest';
import { forget, readProof, rememberShopper, subjectOf } from './identity.ts';

const hmac = 'AB'.repeat(32);
const jwt = (payload: object) => `h.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.s`;

test('both proofs are read, and nothing else is passed on', () => {
  expect(readProof({ jwt: 'a.b.c', externalId: 'x' })).toEqual({ jwt: 'a.b.c' });
  expect(readProof({ externalId: 42, hmac, name: '', password: 'x' })).toEqual({
    externalId: '42',
    hmac: hmac.toLowerCase(),
  });
  for (const wrong of [null, 'x', {}, { externalId: 'x' }, { hmac }, { externalId: '', hmac }]) {
    expect(readProof(wrong)).toBeNull();
  }
});

test('the person of a proof is known without a server', () => {
  expect(subjectOf({ jwt: jwt({ sub: '林晓?' }) })).toBe('林晓?');
  expect(subjectOf({ jwt: 'nonsense' })).toBe('');
});

test('another person in the same browser starts with nothing of the first', () => {
  const storage = memoryStorage();
  const first = { externalId: 'a', hmac };
  expect(rememberShopper(storage, 'KEY', first)).toBe(false);
  storage.setItem('xiaoer.KEY.token', 'of a');
  storage.setItem('xiaoer.OTHER.token', 'of another channel');
  expect(rememberShopper(storage, 'KEY', first)).toBe(false);
  expect(storage.getItem('xiaoer.KEY.token')).toBe('of a');
  expect(rememberShopper(storage, 'KEY', { externalId: 'b', hmac })).toBe(true);
  expect(storage.getItem('xiaoer.KEY.token')).toBeNull();
  forget(storage, 'KEY');
  expect(storage.getItem('xiaoer.KEY.shopper')).toBeNull();
  expect(storage.getItem('xiaoer.OTHER.token')).toBe('of another channel');
});
