import { selectViewers, TYPING_LASTS_MS } from '@xiaoer/sync';
import { useTranslation } from 'react-i18next';
import { useAgent } from '../../session/agent.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { useNow } from '../ticker.ts';

/** Says who else is here, before two people answer the same customer. */
export function Collision({ id }: { id: string }) {
  const { t } = useTranslation('inbox');
  const now = useNow();
  const viewers = useAgent((state) => selectViewers(state, id));
  const users = useAgent((state) => state.users);
  const typing = useAgent((state) => state.typing.get(id));
  const myId = useAgent((state) => state.me.user.id);
  const typists = (typing ?? []).filter((one) => now - one.at < TYPING_LASTS_MS && one.id !== myId);
  const customer = typists.find((one) => one.kind === 'customer');
  const writers = new Map(
    typists.flatMap((one) => (one.kind === 'agent' && one.id ? [[one.id, one.name] as const] : [])),
  );
  const others = [...new Set([...writers.keys(), ...viewers])];
  if (!customer && others.length === 0) return null;
  return (
    <div className="collision" role="status">
      {customer && (
        <span className="collision-customer">
          <span className="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {t('collision.customerTyping', { name: customer.name || t('customerWord') })}
        </span>
      )}
      {others.map((userId) => {
        const name = users.get(userId)?.name ?? writers.get(userId) ?? t('someone');
        return (
          <span key={userId} className={writers.has(userId) ? 'collision-one is-writing' : 'collision-one'}>
            <Avatar id={userId} name={name} size={18} />
            {t(writers.has(userId) ? 'collision.typing' : 'collision.viewing', { name })}
          </span>
        );
      })}
    </div>
  );
}
