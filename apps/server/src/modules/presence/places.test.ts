import { expect, it } from 'vitest';
import { makePlaces } from './places.ts';

const row = { team_id: null, assignee_id: null, customer_id: 'c', customer_name: '林晓' };

it('who asks while a place is being read waits for the same answer, in the order they asked', async () => {
  const answers: ((found: typeof row | undefined) => void)[] = [];
  const places = makePlaces(() => new Promise((done) => answers.push(done)));
  const order: number[] = [];
  const asked = [1, 2, 3].map((n) => places.find('a').then(() => order.push(n)));
  answers[0]!(row);
  await Promise.all(asked);
  expect([order, answers.length]).toEqual([[1, 2, 3], 1]);
});

it('a conversation that is not there is asked for again', async () => {
  let found: typeof row | undefined;
  const places = makePlaces(async () => found);
  expect(await places.find('a')).toBeNull();
  found = row;
  expect(await places.find('a')).toMatchObject({ customerName: '林晓' });
});

it('a read that failed is not kept', async () => {
  let isBroken = true;
  const places = makePlaces(async () => {
    if (isBroken) throw new Error('broken');
    return row;
  });
  await expect(places.find('a')).rejects.toThrow('broken');
  isBroken = false;
  expect(await places.find('a')).toMatchObject({ customerId: 'c' });
});
