import type { Message } from '@xiaoer/contracts';
import i18next from 'i18next';
import { formatMoment } from '../../i18n/format.ts';
import { nameOf, teamNameOf } from '../actions.ts';

/** What an event line of the timeline says. */
export function eventText(message: Message): string {
  const { event } = message;
  const who = message.author.kind === 'system' ? i18next.t('inbox:event.system') : message.author.name;
  const line = (key: string, values?: Record<string, unknown>) =>
    i18next.t(`inbox:event.${key}`, { who, ...values });
  if (event === null) return message.text;
  switch (event.type) {
    case 'assigned':
      if (event.isAutomatic) return line('assignedAutomatically', { name: nameOf(event.assigneeId) });
      return event.assigneeId === message.author.id
        ? line('claimed')
        : line('assigned', { name: nameOf(event.assigneeId) });
    case 'transferred':
      return line('transferred', {
        name: event.assigneeId ? nameOf(event.assigneeId) : teamNameOf(event.teamId),
        reason: event.reason,
      });
    case 'snoozed':
      return line('snoozed', { time: formatMoment(event.until) });
    case 'tagged': {
      const join = (tags: string[]) => tags.join(i18next.t('common:listJoin'));
      if (event.removed.length === 0) return line('tagAdded', { tags: join(event.added) });
      if (event.added.length === 0) return line('tagRemoved', { tags: join(event.removed) });
      return line('tagChanged', { added: join(event.added), removed: join(event.removed) });
    }
    case 'woken':
      return line(message.author.kind === 'system' ? 'wokenItself' : 'woken');
    case 'opened':
    case 'unassigned':
    case 'resolved':
    case 'reopened':
      return line(event.type);
  }
}
