import { can, type SavedView, STANDARD_VIEWS, type ViewFilter, type ViewSort } from '@xiaoer/contracts';
import { selectTeams, selectUsers } from '@xiaoer/sync';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../api/error-text.ts';
import { session, useAgent } from '../../session/agent.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput, Toggle } from '../../ui/field.tsx';
import { Drawer } from '../../ui/overlay.tsx';
import { Select } from '../../ui/select.tsx';
import { showToast } from '../../ui/toast.tsx';
import { isStandardView } from '../paths.ts';

const STATUSES = ['open', 'snoozed', 'resolved'] as const;
const SORTS: readonly ViewSort[] = ['waiting', 'newest', 'oldest'];
type Assignee = NonNullable<ViewFilter['assignees']>[number];

/** A filter without the conditions that hold for everything. */
function tidy(filter: ViewFilter): ViewFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : value !== undefined,
    ),
  );
}

/** Editor of a saved view; a new one starts from the view that is shown. */
export function ViewEditor({
  view,
  startFrom,
  startSort,
  onClose,
  onSaved,
  onDeleted,
}: {
  view: SavedView | null;
  startFrom: string;
  startSort?: ViewSort;
  onClose: () => void;
  onSaved: (id: string) => void;
  onDeleted: () => void;
}) {
  const { t } = useTranslation('inbox');
  const users = useAgent(selectUsers);
  const teams = useAgent(selectTeams);
  const tags = useAgent((state) => state.tags);
  const role = useAgent((state) => state.me.user.role);
  const base = useAgent((state) =>
    isStandardView(startFrom) ? STANDARD_VIEWS[startFrom] : state.views.get(startFrom),
  );
  const [name, setName] = useState(view?.name ?? '');
  const [filter, setFilter] = useState<ViewFilter>(view?.filter ?? base?.filter ?? {});
  const [sort, setSort] = useState<ViewSort>(view?.sort ?? startSort ?? base?.sort ?? 'waiting');
  const [isShared, setShared] = useState(view?.isShared ?? false);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const put = (change: Partial<ViewFilter>) => setFilter({ ...filter, ...change });

  const save = async () => {
    if (name.trim() === '') return setError(t('viewEditor.needName'));
    setBusy(true);
    const body = { name: name.trim(), filter: tidy(filter), sort, isShared };
    try {
      const saved = view
        ? await session().client.call('updateView', { params: { id: view.id }, body })
        : await session().client.call('createView', { body });
      session().change((state) => ({ ...state, views: state.views.with(saved.id, saved) }));
      onSaved(saved.id);
    } catch (failure) {
      setError(errorText(failure));
      setBusy(false);
    }
  };

  const remove = async (gone: SavedView) => {
    setBusy(true);
    try {
      await session().client.call('deleteView', { params: { id: gone.id } });
      onDeleted();
      const { name, filter, sort, isShared } = gone;
      showToast({
        text: t('viewEditor.deleted', { name }),
        action: {
          label: t('common:action.undo'),
          run: () =>
            void session()
              .client.call('createView', { body: { name, filter, sort, isShared } })
              .catch((failure: unknown) => showToast({ tone: 'bad', text: errorText(failure) })),
        },
      });
    } catch (failure) {
      setError(errorText(failure));
      setBusy(false);
    }
  };

  return (
    <Drawer
      isOpen
      title={t(view ? 'viewEditor.editTitle' : 'viewEditor.newTitle')}
      onClose={onClose}
      footer={
        <>
          {view && (
            <Button tone="danger" icon="trash" disabled={isBusy} onClick={() => void remove(view)}>
              {t('common:action.delete')}
            </Button>
          )}
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button tone="primary" isBusy={isBusy} onClick={() => void save()}>
            {t('common:action.save')}
          </Button>
        </>
      }
    >
      <Field label={t('viewEditor.name')} error={error}>
        {(control) => (
          <TextInput
            {...control}
            autoFocus
            maxLength={60}
            value={name}
            onChange={(event) => {
              setName(event.target.value);
              setError(null);
            }}
          />
        )}
      </Field>
      <Field label={t('viewEditor.statuses')}>
        {(control) => (
          <Select
            {...control}
            mode="multiple"
            placeholder={t('viewEditor.any')}
            value={filter.statuses ?? []}
            options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
            onChange={(statuses) => put({ statuses })}
          />
        )}
      </Field>
      <Field label={t('viewEditor.assignees')}>
        {(control) => (
          <Select<Assignee[]>
            {...control}
            mode="multiple"
            placeholder={t('viewEditor.any')}
            value={filter.assignees ?? []}
            options={[
              { value: 'me', label: t('viewEditor.me') },
              { value: 'none', label: t('viewEditor.nobody') },
              ...users.map((user) => ({ value: user.id, label: user.name })),
            ]}
            onChange={(assignees) => put({ assignees })}
          />
        )}
      </Field>
      <Field label={t('viewEditor.teams')}>
        {(control) => (
          <Select
            {...control}
            mode="multiple"
            placeholder={t('viewEditor.any')}
            value={filter.teamIds ?? []}
            options={teams.map((team) => ({ value: team.id, label: team.name }))}
            onChange={(teamIds) => put({ teamIds })}
          />
        )}
      </Field>
      <Field label={t('viewEditor.tags')}>
        {(control) => (
          <Select
            {...control}
            mode="tags"
            placeholder={t('viewEditor.any')}
            value={filter.tags ?? []}
            options={tags.map((tag) => ({ value: tag, label: tag }))}
            onChange={(chosen) => put({ tags: chosen })}
          />
        )}
      </Field>
      <Field label={t('viewEditor.waiting')}>
        {(control) => (
          <Choice
            {...control}
            value={filter.isWaiting}
            onChange={(isWaiting) => put({ isWaiting })}
            kind="waiting"
          />
        )}
      </Field>
      <Field label={t('viewEditor.vip')}>
        {(control) => (
          <Choice {...control} value={filter.isVip} onChange={(isVip) => put({ isVip })} kind="vip" />
        )}
      </Field>
      <Field label={t('viewEditor.sort')}>
        {(control) => (
          <Select
            {...control}
            value={sort}
            options={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
            onChange={setSort}
          />
        )}
      </Field>
      {can(role, 'views.share') && (
        <Toggle
          isOn={isShared}
          onChange={setShared}
          label={t('viewEditor.shared')}
          hint={t('viewEditor.sharedHint')}
        />
      )}
    </Drawer>
  );
}

/** Yes, no, or either. */
function Choice({
  value,
  onChange,
  kind,
  ...control
}: {
  value: boolean | undefined;
  onChange: (value: boolean | undefined) => void;
  kind: 'waiting' | 'vip';
  id: string;
}) {
  const { t } = useTranslation('inbox');
  return (
    <Select
      {...control}
      value={value === undefined ? 'any' : value ? 'yes' : 'no'}
      options={(['any', 'yes', 'no'] as const).map((key) => ({
        value: key,
        label: key === 'any' ? t('viewEditor.any') : t(`viewEditor.${kind}Is.${key}`),
      }))}
      onChange={(key) => onChange(key === 'any' ? undefined : key === 'yes')}
    />
  );
}
