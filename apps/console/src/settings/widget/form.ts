import { SaveWebChannel, type WebChannel, type WidgetSettings } from '@xiaoer/contracts';
import { overlapping, sortSlots } from './hours.ts';

/** What the form holds; origins as typed, one a line. */
export type WidgetFields = { name: string; isEnabled: boolean; settings: WidgetSettings; origins: string };
export type Problem = 'missing' | 'long' | 'wrong' | 'overlap';

export const fieldsOf = (channel: WebChannel | undefined): WidgetFields => {
  if (!channel) throw new Error('the form opens with a channel');
  return {
    name: channel.name,
    isEnabled: channel.isEnabled,
    settings: channel.settings,
    origins: channel.settings.allowedOrigins.join('\n'),
  };
};

const linesOf = (text: string) =>
  text
    .split(/\s+/)
    .map((line) => line.trim())
    .filter(Boolean);

/** `https://shop.example/path` → `https://shop.example`; null when it is no web address. */
export function originOf(line: string): string | null {
  try {
    const url = new URL(/^https?:\/\//i.test(line) ? line : `https://${line}`);
    return url.hostname.includes('.') || url.hostname === 'localhost' ? url.origin : null;
  } catch {
    return null;
  }
}

/** What is sent: origins in their exact form, hours in order. */
export function toBody(fields: WidgetFields) {
  return {
    name: fields.name.trim(),
    isEnabled: fields.isEnabled,
    settings: {
      ...fields.settings,
      openingHours: sortSlots(fields.settings.openingHours),
      allowedOrigins: [...new Set(linesOf(fields.origins).map((line) => originOf(line) ?? line))],
    },
  };
}

/** What is wrong, by path such as `settings.greeting.en`. */
export function problemsOf(fields: WidgetFields): Map<string, Problem> {
  const problems = new Map<string, Problem>();
  const parsed = SaveWebChannel.safeParse(toBody(fields));
  for (const issue of parsed.error?.issues ?? []) {
    const path = issue.path.join('.');
    const kind = issue.code === 'too_big' ? 'long' : issue.code === 'too_small' ? 'missing' : 'wrong';
    if (!problems.has(path)) problems.set(path, kind);
  }
  if (linesOf(fields.origins).some((line) => originOf(line) === null)) problems.set('origins', 'wrong');
  if (overlapping(fields.settings.openingHours).size > 0) problems.set('hours', 'overlap');
  return problems;
}
