import { ConfigProvider } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Drawer } from '../../ui/overlay.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { Overtaken } from './save-bar.tsx';

/**
 * A drawer with a form: Ctrl+S and Ctrl+Enter save, leaving with unsaved changes asks. `onClose` navigates;
 * the guard hears of it there.
 */
export function EditDrawer({
  title,
  onClose,
  onSave,
  isDirty,
  isBusy,
  isReadOnly = false,
  isOvertaken = false,
  onReset,
  saveLabel,
  error,
  extra,
  width,
  children,
}: {
  title: string;
  onClose: () => void;
  onSave: () => void;
  isDirty: boolean;
  isBusy: boolean;
  isReadOnly?: boolean;
  isOvertaken?: boolean;
  onReset?: () => void;
  saveLabel?: string;
  /** What the server said against it. */
  error?: ReactNode;
  /** At the left of the foot: deleting. */
  extra?: ReactNode;
  width?: number;
  children: ReactNode;
}) {
  const { t } = useTranslation('settings');
  const form = useId();
  const save = () => {
    if (!isBusy && !isReadOnly) onSave();
  };
  return (
    <Drawer
      isOpen
      title={title}
      onClose={onClose}
      {...(width === undefined ? {} : { width })}
      footer={
        isReadOnly ? (
          <Button onClick={onClose}>{t('common:action.close')}</Button>
        ) : (
          <>
            {extra && <span className="st-foot-extra">{extra}</span>}
            <Button onClick={onClose}>{t('common:action.cancel')}</Button>
            <Button tone="primary" type="submit" form={form} isBusy={isBusy}>
              {saveLabel ?? t('common:action.save')}
            </Button>
          </>
        )
      }
    >
      <LeaveGuard isDirty={isDirty && !isReadOnly} />
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // A dialog above is a child of ours to React, with a form of its own.
          if (event.target === event.currentTarget) save();
        }}
        onKeyDown={(event) => {
          const isSave = (event.ctrlKey || event.metaKey) && (event.key === 's' || event.key === 'Enter');
          const isHere = event.target instanceof Node && event.currentTarget.contains(event.target);
          if (!isSave || !isHere || event.nativeEvent.isComposing) return;
          event.preventDefault();
          save();
        }}
      >
        {isOvertaken && onReset && <Overtaken onReset={onReset} />}
        {error && (
          <p className="st-error" role="alert">
            {error}
          </p>
        )}
        <ConfigProvider componentDisabled={isReadOnly}>
          <fieldset className="st-fieldset" disabled={isReadOnly}>
            {children}
          </fieldset>
        </ConfigProvider>
      </form>
    </Drawer>
  );
}
