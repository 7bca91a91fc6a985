import { Drawer as AntDrawer, Modal as AntModal } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import './overlay.css';
import { Button, IconButton } from './button.tsx';

/** A sheet from the right, for editing one thing beside its list. Esc closes; focus stays inside. */
export function Drawer({
  isOpen,
  title,
  onClose,
  width = 440,
  footer,
  children,
}: {
  isOpen: boolean;
  title: ReactNode;
  onClose: () => void;
  width?: number;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <AntDrawer
      open={isOpen}
      onClose={onClose}
      size={`min(${width}px, 100vw)`}
      closable={false}
      destroyOnHidden
      aria-labelledby={id}
      title={
        <span className="overlay-head">
          <span id={id} className="overlay-title">
            {title}
          </span>
          <IconButton icon="close" size="small" label={t('action.close')} onClick={onClose} />
        </span>
      }
      footer={footer && <div className="overlay-foot">{footer}</div>}
      styles={{ body: { padding: 20 }, header: { padding: '12px 20px' } }}
    >
      {children}
    </AntDrawer>
  );
}

/**
 * A dialog in the middle. Give `onConfirm` for the usual foot of cancel and one main action, or `footer`.
 * Enter in a single-line field submits when `onConfirm` is given.
 */
export function Dialog({
  isOpen,
  title,
  onClose,
  onConfirm,
  confirmLabel,
  isDanger = false,
  isBusy = false,
  isConfirmDisabled = false,
  width = 440,
  footer,
  children,
}: {
  isOpen: boolean;
  title: ReactNode;
  onClose: () => void;
  onConfirm?: () => void;
  confirmLabel?: ReactNode;
  isDanger?: boolean;
  isBusy?: boolean;
  isConfirmDisabled?: boolean;
  width?: number;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const form = useId();
  return (
    <AntModal
      open={isOpen}
      title={title}
      onCancel={onClose}
      width={width}
      destroyOnHidden
      closeIcon={null}
      centered={window.innerWidth < 760}
      footer={
        footer !== undefined || !onConfirm
          ? footer
          : [
              <span key="foot" className="overlay-foot">
                <Button onClick={onClose}>{t('action.cancel')}</Button>
                <Button
                  tone={isDanger ? 'danger' : 'primary'}
                  type="submit"
                  form={form}
                  isBusy={isBusy}
                  disabled={isConfirmDisabled}
                >
                  {confirmLabel}
                </Button>
              </span>,
            ]
      }
    >
      {onConfirm ? (
        <form
          id={form}
          onSubmit={(event) => {
            event.preventDefault();
            if (!isConfirmDisabled && !isBusy) onConfirm();
          }}
        >
          {children}
        </form>
      ) : (
        children
      )}
    </AntModal>
  );
}
