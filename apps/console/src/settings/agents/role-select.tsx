import { mayGrant, Role } from '@xiaoer/contracts';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/select.tsx';

/** Roles; those above the granter's own are shown but cannot be chosen. */
export function RoleSelect({
  granter,
  value,
  onChange,
  isDisabled = false,
  ...control
}: {
  granter: Role;
  value: Role;
  onChange: (role: Role) => void;
  isDisabled?: boolean;
  id: string;
}) {
  const { t } = useTranslation('settings');
  return (
    <Select<Role>
      {...control}
      value={value}
      {...(isDisabled && { disabled: true })}
      options={Role.options.map((role) => ({
        value: role,
        label: t(`common:role.${role}`),
        disabled: !mayGrant(granter, role),
      }))}
      onChange={onChange}
    />
  );
}
