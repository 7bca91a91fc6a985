import { ApiError } from '@xiaoer/sync/visitor';
import { expect, test } from 'vitest';
import { refusalOf } from './refusal.ts';

test('a refusal is read from the client’s error, and from nothing else', () => {
  const error = new ApiError({ code: 'files.type_refused', status: 415 });
  expect(refusalOf(error)).toEqual({ code: 'files.type_refused', status: 415 });
  // As it arrives from the other bundle: the same shape, another class.
  expect(refusalOf({ ...error })).toEqual({ code: 'files.type_refused', status: 415 });
  for (const other of [new Error('x'), null, 'x', { code: 7, status: '415' }]) {
    expect(refusalOf(other)).toEqual({ code: '', status: 0 });
  }
});
