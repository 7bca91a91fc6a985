import * as contracts from '@xiaoer/contracts';
import { expect, test } from 'vitest';
import * as limits from './limits.ts';

test('the widget’s limits are those of the contracts', () => {
  for (const [name, value] of Object.entries(limits)) {
    expect(value, name).toBe(contracts[name as keyof typeof limits]);
  }
});
