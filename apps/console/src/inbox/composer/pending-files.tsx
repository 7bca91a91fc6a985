import { useTranslation } from 'react-i18next';
import { errorText } from '../../api/error-text.ts';
import { formatSize } from '../../i18n/format.ts';
import { IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Uploads } from './use-uploads.ts';

/** Files that will go with the message: progress, cancel, what went wrong. */
export function PendingFiles({ uploads }: { uploads: Uploads }) {
  const { t } = useTranslation('inbox');
  if (uploads.files.length === 0) return null;
  return (
    <ul className="pending-files" aria-label={t('composer.files')}>
      {uploads.files.map((one) => (
        <li key={one.key} className={cx('pending-file', one.state === 'failed' && 'is-failed')}>
          {one.preview ? <img src={one.preview} alt="" /> : <Icon name="file" size={20} />}
          <span className="pending-file-words">
            <span className="ellipsis">{one.file.name}</span>
            <span className="ellipsis num" title={one.state === 'failed' ? errorText(one.error) : undefined}>
              {one.state === 'failed'
                ? errorText(one.error)
                : one.state === 'uploading'
                  ? t('composer.uploading', { percent: Math.round(one.share * 100) })
                  : formatSize(one.file.size)}
            </span>
          </span>
          {one.state === 'failed' && (
            <IconButton
              icon="refresh"
              size="small"
              label={t('common:action.retry')}
              onClick={() => uploads.retry(one.key)}
            />
          )}
          <IconButton
            icon="close"
            size="small"
            label={t('composer.removeFile', { name: one.file.name })}
            onClick={() => uploads.remove(one.key)}
          />
          {one.state === 'uploading' && (
            <span
              className="pending-file-bar"
              role="progressbar"
              aria-valuenow={Math.round(one.share * 100)}
              aria-valuemin={0}
              aria-valuemax={100}
              aria-label={one.file.name}
              style={{ width: `${Math.max(4, one.share * 100)}%` }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
