import { describe, expect, it } from 'vitest';
import { ApiError } from './api-error.ts';
import { makeReadMarks } from './read-marks.ts';
import { settle } from './testing/fake-clock.ts';

function start(answers: (ApiError | null)[] = []) {
  const told: [string, number][] = [];
  const marks = makeReadMarks(async (key, number) => {
    told.push([key, number]);
    await settle();
    const problem = answers.shift();
    if (problem) throw problem;
  });
  return { told, marks };
}

describe('makeReadMarks', () => {
  it('tells the highest mark of what came while it was busy, and each only once', async () => {
    const { told, marks } = start();
    for (const number of [1, 2, 4, 3]) marks.mark('c1', number);
    marks.mark('c2', 9);
    for (let i = 0; i < 6; i++) await settle();
    marks.mark('c1', 4);
    marks.wake();
    for (let i = 0; i < 6; i++) await settle();
    expect(told).toEqual([
      ['c1', 1],
      ['c2', 9],
      ['c1', 4],
    ]);
  });

  it('keeps a mark that nobody answered for when it is woken, and drops a refused one', async () => {
    const { told, marks } = start([
      new ApiError({ code: 'network.unreachable', status: 0 }),
      null,
      new ApiError({ code: 'conversations.not_found', status: 404 }),
    ]);
    marks.mark('c1', 1);
    for (let i = 0; i < 3; i++) await settle();
    expect(told).toHaveLength(1);
    marks.wake();
    for (let i = 0; i < 3; i++) await settle();
    expect(told).toEqual([
      ['c1', 1],
      ['c1', 1],
    ]);
    marks.mark('c1', 2);
    for (let i = 0; i < 3; i++) await settle();
    marks.wake();
    for (let i = 0; i < 3; i++) await settle();
    expect(told).toHaveLength(3);
  });
});
