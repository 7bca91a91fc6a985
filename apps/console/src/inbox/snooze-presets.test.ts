import { describe, expect, it } from 'vitest';
import { snoozePresets } from './snooze-presets.ts';

const ids = (now: Date) => snoozePresets(now).map((preset) => preset.id);

describe('snoozePresets', () => {
  it('offers this evening only while it is ahead', () => {
    expect(ids(new Date(2026, 0, 14, 10))).toEqual(['hour', 'threeHours', 'evening', 'tomorrow', 'monday']);
    expect(ids(new Date(2026, 0, 14, 17, 45))).not.toContain('evening');
  });
  it('does not offer Monday twice on a Sunday', () => {
    expect(ids(new Date(2026, 0, 18, 10))).not.toContain('monday');
  });
  it('means next week on a Monday', () => {
    const monday = snoozePresets(new Date(2026, 0, 12, 10)).find((preset) => preset.id === 'monday');
    expect(monday?.until).toEqual(new Date(2026, 0, 19, 9));
  });
  it('crosses the end of a month', () => {
    const tomorrow = snoozePresets(new Date(2026, 0, 31, 10)).find((preset) => preset.id === 'tomorrow');
    expect(tomorrow?.until).toEqual(new Date(2026, 1, 1, 9));
  });
});
