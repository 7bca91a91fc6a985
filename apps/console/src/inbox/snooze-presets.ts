type SnoozePreset = { id: 'hour' | 'threeHours' | 'evening' | 'tomorrow' | 'monday'; until: Date };

const MORNING = 9;
const EVENING = 18;

function at(now: Date, addDays: number, hour: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + addDays, hour);
}

/** Times to put a conversation aside to, in order; those that are past or double are left out. */
export function snoozePresets(now: Date): SnoozePreset[] {
  const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  const toMonday = (8 - now.getDay()) % 7 || 7;
  const presets: SnoozePreset[] = [
    { id: 'hour', until: inHours(1) },
    { id: 'threeHours', until: inHours(3) },
    { id: 'evening', until: at(now, 0, EVENING) },
    { id: 'tomorrow', until: at(now, 1, MORNING) },
    { id: 'monday', until: at(now, toMonday, MORNING) },
  ];
  return presets.filter(
    (preset) =>
      // This evening is no choice when it is nearly there.
      (preset.id !== 'evening' || preset.until.getTime() - now.getTime() > 30 * 60_000) &&
      // On a Sunday, tomorrow is Monday.
      (preset.id !== 'monday' || toMonday > 1),
  );
}
