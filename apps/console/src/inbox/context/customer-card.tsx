import type { Customer, CustomerIdentity } from '@xiaoer/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAgo, formatMoment } from '../../i18n/format.ts';
import { useAgent } from '../../session/agent.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Chip } from '../../ui/chip.tsx';
import { cx } from '../../ui/class-names.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Popover, Tooltip } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.tsx';
import { customerName } from '../customer-name.ts';
import { TagPicker } from '../tag-picker.tsx';
import { editCustomer } from './edit-customer.ts';
import { Editable } from './editable.tsx';

const IDENTITY_ICONS: Record<CustomerIdentity['kind'], IconName> = {
  visitor: 'globe',
  shop: 'bag',
  email: 'mail',
  phone: 'phone',
};

/** Who the customer is; every value is changed where it stands. */
export function CustomerCard({ customer }: { customer: Customer }) {
  const { t } = useTranslation('inbox');
  const mayEdit = useAgent((state) => state.me.permissions.includes('customers.edit'));
  const [isTagging, setTagging] = useState(false);
  const save = (change: Parameters<typeof editCustomer>[1]) => editCustomer(customer.id, change);
  const act = (change: Parameters<typeof editCustomer>[1]) =>
    void save(change).then((wrong) => wrong && showToast({ tone: 'bad', text: wrong }));
  return (
    <>
      <div className="ctx-person">
        <Avatar id={customer.id} name={customerName(customer)} size={40} />
        <div className="ctx-name">
          <Editable
            label={t('customer.name')}
            value={customer.name}
            placeholder={customerName(customer)}
            maxLength={80}
            isReadOnly={!mayEdit}
            onSave={(name) => save({ name })}
          />
          <span className="ctx-seen">{t('customer.lastSeen', { ago: formatAgo(customer.lastSeenAt) })}</span>
        </div>
        <Tooltip text={t(customer.isVip ? 'customer.dropVip' : 'customer.makeVip')}>
          <button
            type="button"
            className={cx('vip-switch', customer.isVip && 'is-on')}
            aria-pressed={customer.isVip}
            disabled={!mayEdit}
            onClick={() => act({ isVip: !customer.isVip })}
          >
            <Icon name="star" size={14} />
            VIP
          </button>
        </Tooltip>
      </div>
      <dl className="ctx-facts">
        <dt>{t('customer.email')}</dt>
        <dd>
          <Editable
            label={t('customer.email')}
            value={customer.email ?? ''}
            placeholder={t('customer.none')}
            type="email"
            maxLength={254}
            isReadOnly={!mayEdit}
            onSave={(email) => save({ email: email === '' ? null : email })}
          />
        </dd>
        <dt>{t('customer.phone')}</dt>
        <dd>
          <Editable
            label={t('customer.phone')}
            value={customer.phone ?? ''}
            placeholder={t('customer.none')}
            type="tel"
            maxLength={30}
            isReadOnly={!mayEdit}
            onSave={(phone) => save({ phone: phone === '' ? null : phone })}
          />
        </dd>
        <dt>{t('customer.language')}</dt>
        <dd>{customer.language ? t(`language.${customer.language}`) : t('customer.unknown')}</dd>
        <dt>{t('customer.firstSeen')}</dt>
        <dd className="num">{formatMoment(customer.firstSeenAt)}</dd>
        <dt>{t('customer.identities')}</dt>
        <dd>
          <ul className="ctx-identities">
            {customer.identities.map((identity) => (
              <li key={identity.id} title={t(`identity.${identity.kind}`)}>
                <Icon name={IDENTITY_ICONS[identity.kind]} size={14} label={t(`identity.${identity.kind}`)} />
                <span className="ellipsis">
                  {identity.kind === 'visitor' ? t('identity.visitor') : identity.value}
                </span>
                {identity.isVerified && identity.kind !== 'visitor' && (
                  <Icon name="check" size={13} label={t('customer.verified')} />
                )}
              </li>
            ))}
            {customer.identities.length === 0 && <li>{t('customer.none')}</li>}
          </ul>
        </dd>
      </dl>
      <section className="ctx-section">
        <h2>{t('customer.tags')}</h2>
        <div className="ctx-tags">
          {customer.tags.map((tag) => (
            <Chip
              key={tag}
              onRemove={mayEdit ? () => act({ tags: customer.tags.filter((one) => one !== tag) }) : undefined}
            >
              {tag}
            </Chip>
          ))}
          {mayEdit && (
            <Popover
              isOpen={isTagging}
              onOpenChange={setTagging}
              placement="bottomRight"
              content={
                <TagPicker
                  isImmediate
                  tags={customer.tags}
                  onDone={(add, remove) =>
                    act({ tags: [...customer.tags.filter((one) => !remove.includes(one)), ...add] })
                  }
                />
              }
            >
              <button type="button" className="chip chip-add" aria-label={t('customer.addTag')}>
                <Icon name="plus" size={12} />
                {customer.tags.length === 0 && t('customer.addTag')}
              </button>
            </Popover>
          )}
        </div>
      </section>
      <section className="ctx-section">
        <h2>{t('customer.note')}</h2>
        <Editable
          label={t('customer.note')}
          value={customer.note}
          placeholder={t('customer.noNote')}
          isLong
          maxLength={5_000}
          isReadOnly={!mayEdit}
          onSave={(note) => save({ note })}
        />
      </section>
    </>
  );
}
