import { ATTACHMENTS_MAX, FILE_SIZE_MAX, MESSAGE_TEXT_MAX } from '@xiaoer/contracts';
import { expect, test } from 'vitest';
import * as limits from './limits.ts';

test('the widget’s limits are those of the contracts', () => {
  expect({ ...limits }).toEqual({ ATTACHMENTS_MAX, FILE_SIZE_MAX, MESSAGE_TEXT_MAX });
});
