import type { AuditEntry } from '@xiaoer/contracts';
import { useTranslation } from 'react-i18next';
import { useAgent } from '../../session/agent.ts';
import { type Names, sentenceOf } from './sentence.ts';

/** Says an entry in the reader's language, without who did it. */
export function useSentence(): (entry: Pick<AuditEntry, 'type' | 'payload'>) => string {
  const { t, i18n } = useTranslation('settings');
  const users = useAgent((state) => state.users);
  const teams = useAgent((state) => state.teams);
  const names: Names = { user: (id) => users.get(id)?.name, team: (id) => teams.get(id)?.name };
  return (entry) => {
    const { key, values, lists } = sentenceOf(entry, names);
    const join = (words: readonly string[]) => words.join(t('common:listJoin'));
    const fields = (lists.fields ?? []).map((name) =>
      i18n.exists(`settings:audit.field.${name}`) ? t(`audit.field.${name}`) : name,
    );
    const presence = values.presence ? t(`common:presenceInSentence.${values.presence}`) : '';
    return t(key, {
      ...values,
      target: values.target || t('audit.nobody'),
      presence,
      fields: join(fields) || t('audit.nothing'),
      tags: join(lists.tags ?? []),
    });
  };
}

/** Who did it; the system and the bot have no name in the log. */
export function useActorName(): (actor: AuditEntry['actor']) => string {
  const { t } = useTranslation('settings');
  return (actor) => actor.name || t(`audit.actor.${actor.kind}`);
}
