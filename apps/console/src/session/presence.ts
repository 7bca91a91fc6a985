import type { Presence } from '@xiaoer/contracts';
import i18next from 'i18next';
import { client } from '../api/client.ts';
import { errorText } from '../api/error-text.ts';
import { showToast } from '../ui/toast.tsx';
import { agentState, session } from './agent.ts';

const put = (presence: Presence) => session().change((state) => ({ ...state, presenceWish: presence }));

/** Changes own presence: at once here, then on the server; taken back when it refuses. */
export async function setPresence(presence: Presence): Promise<void> {
  const before = agentState().presenceWish;
  if (before === presence) return;
  put(presence);
  try {
    const seat = await client.call('setPresence', { body: { presence } });
    session().change((state) => {
      const held = state.seats.get(seat.userId);
      return held && held.version > seat.version
        ? state
        : { ...state, seats: state.seats.with(seat.userId, seat) };
    });
    showToast({
      text: i18next.t('shell:me.presenceSet', {
        presence: i18next.t(`common:presenceInSentence.${presence}`),
      }),
      action: { label: i18next.t('common:action.undo'), run: () => void setPresence(before) },
    });
  } catch (error) {
    put(before);
    showToast({ tone: 'bad', text: errorText(error) });
  }
}
