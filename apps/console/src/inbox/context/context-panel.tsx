import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { errorText } from '../../api/error-text.ts';
import { useAgent } from '../../session/agent.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import './context.css';
import { CustomerCard } from './customer-card.tsx';
import { PastConversations } from './past-conversations.tsx';
import { useCustomer } from './use-customer.ts';

const MergeDialog = lazy(() => import('./merge-dialog.tsx'));

/** Right pane: the person behind the conversation, and what was before. */
export function ContextPanel({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const { t } = useTranslation('inbox');
  const customerId = useAgent((state) => state.conversations.get(conversationId)?.conversation.customer.id);
  return (
    <aside className="ctx" aria-label={t('context.label')}>
      <IconButton icon="close" className="ctx-close" label={t('common:action.close')} onClick={onClose} />
      {customerId && <CustomerContext key={customerId} id={customerId} conversationId={conversationId} />}
    </aside>
  );
}

/** A customer with what was before; without `conversationId` it stands on its own. */
export function CustomerContext({ id, conversationId }: { id: string; conversationId?: string }) {
  const { t } = useTranslation('inbox');
  const { customer, error, load } = useCustomer(id);
  const mayMerge = useAgent((state) => state.me.permissions.includes('customers.merge'));
  const [isMerging, setMerging] = useState(false);
  if (!customer)
    return error === null ? (
      <Skeleton lines={8} label={t('context.loading')} />
    ) : (
      <Failure
        isCompact
        title={t('context.failed')}
        text={errorText(error)}
        action={
          <Button size="small" onClick={load}>
            {t('common:action.retry')}
          </Button>
        }
      />
    );
  return (
    <>
      <CustomerCard customer={customer} />
      <section className="ctx-section">
        <h2>{t('context.past')}</h2>
        <PastConversations customerId={id} currentId={conversationId} />
      </section>
      <div className="ctx-foot">
        {conversationId && (
          <Link href={`/customers/${id}`} className="btn btn-quiet btn-small">
            <Icon name="external" size={14} />
            {t('context.openCustomer')}
          </Link>
        )}
        {mayMerge && (
          <Button tone="quiet" size="small" icon="merge" onClick={() => setMerging(true)}>
            {t('merge.open')}
          </Button>
        )}
      </div>
      {isMerging && (
        <Suspense fallback={null}>
          <MergeDialog customer={customer} onClose={() => setMerging(false)} />
        </Suspense>
      )}
    </>
  );
}
