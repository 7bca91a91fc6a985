import { useTranslation } from 'react-i18next';
import { errorText } from '../../api/error-text.ts';
import { Button } from '../../ui/button.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';

/** Grey lines where a settings page will stand. */
export function Waiting({ label }: { label: string }) {
  return (
    <div className="page">
      <div className="page-body">
        <Skeleton lines={6} label={label} />
      </div>
    </div>
  );
}

/** A list that could not be loaded, with the way to try again. */
export function LoadFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('settings');
  return (
    <Failure
      title={t('loadFailed')}
      text={errorText(error)}
      action={<Button onClick={onRetry}>{t('common:action.retry')}</Button>}
    />
  );
}
