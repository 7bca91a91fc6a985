import { useInfiniteQuery } from '@tanstack/react-query';
import type { Invitation } from '@xiaoer/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../api/client.ts';
import { formatMoment } from '../../i18n/format.ts';
import { onLogEvent, useAgent } from '../../session/agent.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { showToast } from '../../ui/toast.tsx';
import { LoadFailure } from '../pieces/states.tsx';
import { useAction } from '../pieces/use-action.ts';
import './agents.css';

const PAGE = 50;
const ABOUT_INVITATIONS = new Set(['user.invited', 'user.invitation_revoked', 'user.joined']);
export const INVITATIONS = ['invitations'];

/** Open invitations, followed live. */
export function Invitations() {
  const { t } = useTranslation('settings');
  const [asked, setAsked] = useState<Invitation | null>(null);
  const query = useInfiniteQuery({
    queryKey: INVITATIONS,
    queryFn: ({ pageParam, signal }) =>
      client.call('listInvitations', { query: { cursor: pageParam, limit: PAGE } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const { refetch } = query;
  useEffect(() => onLogEvent((event) => void (ABOUT_INVITATIONS.has(event.type) && refetch())), [refetch]);
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section>
      <div className="st-head2">
        <h2>{t('invitations.title')}</h2>
      </div>
      {query.isPending ? (
        <Skeleton lines={2} label={t('common:loading')} />
      ) : query.isError && rows.length === 0 ? (
        <LoadFailure error={query.error} onRetry={() => void refetch()} />
      ) : rows.length === 0 ? (
        <p className="st-sub">{t('invitations.empty')}</p>
      ) : (
        <ul className="st-list">
          {rows.map((row) => (
            <InvitationRow key={row.id} invitation={row} onRevoke={() => setAsked(row)} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className="st-more">
          <Button tone="quiet" isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('common:action.loadMore')}
          </Button>
        </div>
      )}
      {asked && (
        <RevokeDialog invitation={asked} onClose={() => setAsked(null)} onDone={() => void refetch()} />
      )}
    </section>
  );
}

function InvitationRow({ invitation, onRevoke }: { invitation: Invitation; onRevoke: () => void }) {
  const { t } = useTranslation('settings');
  const by = useAgent((state) =>
    invitation.invitedById === null ? undefined : state.users.get(invitation.invitedById)?.name,
  );
  const teams = useAgent((state) => state.teams);
  const isOver = new Date(invitation.expiresAt) < new Date();
  return (
    <li>
      <span className="st-name-words">
        <span className="ellipsis">{invitation.email}</span>
        <span className="st-sub">
          {t(`common:role.${invitation.role}`)}
          {invitation.teamIds.map((id) => ` · ${teams.get(id)?.name ?? t('agents.teamGone')}`)}
          {by && ` · ${t('invitations.by', { name: by })}`}
        </span>
      </span>
      {isOver ? (
        <Chip tone="soon">{t('invitations.over')}</Chip>
      ) : (
        <span className="st-sub num agents-until">
          {t('invitations.until', { when: formatMoment(invitation.expiresAt) })}
        </span>
      )}
      <Button
        size="small"
        onClick={onRevoke}
        aria-label={t('invitations.revokeNamed', { email: invitation.email })}
      >
        {t('invitations.revoke')}
      </Button>
    </li>
  );
}

/** Asked, because a link that was taken back cannot be brought back. */
function RevokeDialog({
  invitation,
  onClose,
  onDone,
}: {
  invitation: Invitation;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation('settings');
  const action = useAction();
  const revoke = async () => {
    const isDone = await action.run(async () => {
      await client.call('revokeInvitation', { params: { id: invitation.id } });
    });
    if (!isDone) return;
    showToast({ tone: 'good', text: t('invitations.revoked', { email: invitation.email }) });
    onDone();
    onClose();
  };
  return (
    <Dialog
      isOpen
      isDanger
      title={t('invitations.ask')}
      confirmLabel={t('invitations.revoke')}
      isBusy={action.isBusy}
      onClose={onClose}
      onConfirm={() => void revoke()}
    >
      {action.error && (
        <p className="st-error" role="alert">
          {action.error}
        </p>
      )}
      <p className="st-dialog-text">{t('invitations.askText', { email: invitation.email })}</p>
    </Dialog>
  );
}
