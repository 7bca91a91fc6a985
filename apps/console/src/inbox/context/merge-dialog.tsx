import { useQuery } from '@tanstack/react-query';
import type { Customer } from '@xiaoer/contracts';
import { applyCustomer } from '@xiaoer/sync';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { errorText } from '../../api/error-text.ts';
import { formatAgo } from '../../i18n/format.ts';
import { session } from '../../session/agent.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { cx } from '../../ui/class-names.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';

import { customerName } from '../customer-name.ts';

type Found = { id: string; name: string };

/** Folds another customer into this one; can be undone. */
export default function MergeDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { t } = useTranslation('inbox');
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<Found | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const search = useQuery({
    queryKey: ['merge-search', query.trim()],
    queryFn: ({ signal }) =>
      client.call('listCustomers', { query: { search: query.trim() || undefined, limit: 8 } }, { signal }),
    placeholderData: (before) => before,
  });
  const found = search.data?.items.filter((one) => one.id !== customer.id) ?? [];

  const merge = async () => {
    if (!chosen) return;
    setBusy(true);
    setError(null);
    try {
      const { customer: survivor, merge: made } = await client.call('mergeCustomer', {
        params: { id: customer.id },
        body: { mergedId: chosen.id },
      });
      session().change((state) => applyCustomer(state, survivor));
      onClose();
      showToast({
        tone: 'good',
        text: t('merge.done', { name: customerName(chosen) }),
        action: { label: t('common:action.undo'), run: () => void undo(made.id) },
      });
    } catch (failure) {
      setError(errorText(failure));
      setBusy(false);
    }
  };
  const undo = async (mergeId: string) => {
    try {
      const { survivor } = await client.call('undoMerge', { params: { id: mergeId } });
      session().change((state) => applyCustomer(state, survivor));
      showToast({ text: t('common:toast.undone') });
    } catch (failure) {
      showToast({ tone: 'bad', text: errorText(failure) });
    }
  };

  return (
    <Dialog
      isOpen
      title={t('merge.title', { name: customerName(customer) })}
      onClose={onClose}
      onConfirm={() => void merge()}
      confirmLabel={t('merge.submit')}
      isBusy={isBusy}
      isConfirmDisabled={chosen === null}
    >
      <Field label={t('merge.search')} hint={t('merge.hint', { name: customerName(customer) })} error={error}>
        {(control) => (
          <TextInput
            {...control}
            autoFocus
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setChosen(null);
            }}
          />
        )}
      </Field>
      <div className="merge-list" role="radiogroup" aria-label={t('merge.search')}>
        {search.isPending && <Skeleton lines={3} label={t('common:loading')} />}
        {found.map((one) => (
          // biome-ignore lint/a11y/useSemanticElements: a line with picture and facts, chosen as one
          <button
            key={one.id}
            type="button"
            role="radio"
            aria-checked={chosen?.id === one.id}
            className={cx('picker-line', chosen?.id === one.id && 'is-on')}
            onClick={() => setChosen(one)}
          >
            <Avatar id={one.id} name={one.name} size={28} />
            <span className="hit-words">
              <span className="ellipsis">{customerName(one)}</span>
              <span className="ellipsis hit-text">
                {[one.email, one.phone, formatAgo(one.lastSeenAt)].filter(Boolean).join(' · ')}
              </span>
            </span>
          </button>
        ))}
        {search.isError && <p className="picker-empty">{errorText(search.error)}</p>}
        {search.data && found.length === 0 && <p className="picker-empty">{t('merge.none')}</p>}
      </div>
    </Dialog>
  );
}
