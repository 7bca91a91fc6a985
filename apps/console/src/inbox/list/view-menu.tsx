import { useQueries } from '@tanstack/react-query';
import { can, type SavedView, STANDARD_VIEWS, type StandardViewId } from '@xiaoer/contracts';
import { selectSavedViews } from '@xiaoer/sync';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { useAgent } from '../../session/agent.ts';
import { Icon } from '../../ui/icon.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { isStandardView } from '../paths.ts';

/** How many rows a saved view has, `99+` beyond; asked while the menu is open. */
function useSavedCounts(views: readonly SavedView[], isAsked: boolean): Map<string, string> {
  const results = useQueries({
    queries: views.map((view) => ({
      queryKey: ['view-count', view.id, view.version],
      queryFn: () => client.call('countView', { params: { id: view.id } }),
      enabled: isAsked,
      staleTime: 10_000,
    })),
  });
  const counts = new Map<string, string>();
  views.forEach((view, index) => {
    const data = results[index]?.data;
    if (data) counts.set(view.id, data.isCapped || data.count > 99 ? '99+' : String(data.count));
  });
  return counts;
}

/** Title of the list: opens the menu of all views. */
export function ViewMenu({
  view,
  onChoose,
  onEdit,
}: {
  view: string;
  onChoose: (view: string) => void;
  onEdit: (view: SavedView | null) => void;
}) {
  const { t } = useTranslation('inbox');
  const [isOpen, setOpen] = useState(false);
  const counts = useAgent((state) => state.counts);
  const saved = useAgent(selectSavedViews);
  const me = useAgent((state) => state.me.user);
  const savedCounts = useSavedCounts(saved, isOpen);
  const current = saved.find((one) => one.id === view);
  const mayEdit = current && (current.ownerId === me.id || (current.isShared && can(me.role, 'views.share')));

  const standard = (Object.keys(STANDARD_VIEWS) as StandardViewId[]).map(
    (id): MenuItem => ({
      key: id,
      label: t(`view.${id}`),
      isOn: id === view,
      ...(STANDARD_VIEWS[id].isCounted && { meta: counts[id] ?? 0 }),
      run: () => onChoose(id),
    }),
  );
  const items: MenuItem[] = [
    { key: 'mine', heading: t('view.groupMine') },
    ...standard.slice(0, 3),
    { key: 'all', heading: t('view.groupAll') },
    ...standard.slice(3),
    { key: 'saved', heading: t('view.groupSaved') },
    ...saved.map(
      (one): MenuItem => ({
        key: one.id,
        label: one.name,
        isOn: one.id === view,
        icon: one.isShared ? 'team' : 'filter',
        meta: savedCounts.get(one.id),
        run: () => onChoose(one.id),
      }),
    ),
    { key: 'new', label: t('view.new'), icon: 'plus', run: () => onEdit(null) },
    ...(mayEdit
      ? [
          { key: 'line', divider: true } as const,
          { key: 'edit', label: t('view.edit'), icon: 'edit', run: () => onEdit(current) } as const,
        ]
      : []),
  ];
  const title = isStandardView(view) ? t(`view.${view}`) : (current?.name ?? t('view.unknown'));
  return (
    <Menu items={items} placement="bottomLeft" isOpen={isOpen} onOpenChange={setOpen}>
      <button type="button" className="view-title">
        <span className="sr-only">{t('view.prefix')}</span>
        <h1 className="ellipsis">{title}</h1>
        {isStandardView(view) && STANDARD_VIEWS[view].isCounted && (
          <span className="view-count num">{counts[view] ?? 0}</span>
        )}
        <Icon name="chevronDown" size={16} />
      </button>
    </Menu>
  );
}
