import { type Customer, UpdateCustomer } from '@xiaoer/contracts';
import { applyCustomer, type CallInput } from '@xiaoer/sync';
import i18next from 'i18next';
import { errorText } from '../../api/error-text.ts';
import { agentState, session } from '../../session/agent.ts';
import { showToast } from '../../ui/toast.tsx';

type CustomerChange = CallInput<'updateCustomer'>['body'];

async function send(id: string, change: CustomerChange): Promise<void> {
  const customer = await session().client.call('updateCustomer', { params: { id }, body: change });
  session().change((state) => applyCustomer(state, customer));
}

/** The same fields as they were. */
function reverse(before: Customer, change: CustomerChange): CustomerChange {
  return Object.fromEntries(Object.keys(change).map((key) => [key, before[key as keyof CustomerChange]]));
}

/** Changes a customer and offers undo; answers what is wrong with a field, or null. */
export async function editCustomer(id: string, change: CustomerChange): Promise<string | null> {
  const checked = UpdateCustomer.safeParse(change);
  if (!checked.success)
    return i18next.t(`inbox:customer.invalid.${String(checked.error.issues[0]?.path[0] ?? 'name')}`);
  const before = agentState().customers.get(id);
  try {
    await send(id, change);
  } catch (error) {
    return errorText(error);
  }
  if (before)
    showToast({
      tone: 'good',
      text: i18next.t('inbox:customer.saved'),
      action: {
        label: i18next.t('common:action.undo'),
        run: () =>
          void send(id, reverse(before, change)).catch((error: unknown) =>
            showToast({ tone: 'bad', text: errorText(error) }),
          ),
      },
    });
  return null;
}
