import type { FileRef } from '@xiaoer/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSize } from '../../i18n/format.ts';
import { Icon } from '../../ui/icon.tsx';

const WIDEST = 280;
const TALLEST = 220;

export const isImage = (file: FileRef): boolean => file.mediaType.startsWith('image/') && file.width !== null;

/** Size on screen of a picture, so that nothing moves when it arrives. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, WIDEST / width, TALLEST / height);
  return { width: Math.max(40, Math.round(width * scale)), height: Math.max(40, Math.round(height * scale)) };
}

/** Pictures in place, other files as lines. */
export function Attachments({
  files,
  onImage,
}: {
  files: readonly FileRef[];
  onImage: (file: FileRef) => void;
}) {
  if (files.length === 0) return null;
  return (
    <div className="files">
      {files.map((file) =>
        isImage(file) ? (
          <Picture key={file.id} file={file} onOpen={() => onImage(file)} />
        ) : (
          <FileLine key={file.id} file={file} />
        ),
      )}
    </div>
  );
}

function Picture({ file, onOpen }: { file: FileRef; onOpen: () => void }) {
  const { t } = useTranslation('inbox');
  const [isBroken, setBroken] = useState(false);
  const size = fitted(file.width ?? WIDEST, file.height ?? TALLEST);
  return (
    <button
      type="button"
      className="picture"
      style={size}
      aria-label={t('file.openImage', { name: file.name })}
      onClick={onOpen}
    >
      {isBroken ? (
        <span className="picture-broken">
          <Icon name="image" size={20} />
          {t('file.broken')}
        </span>
      ) : (
        <img
          src={file.thumbnailUrl ?? file.url}
          alt={file.name}
          {...size}
          loading="lazy"
          decoding="async"
          onError={() => setBroken(true)}
        />
      )}
    </button>
  );
}

function FileLine({ file }: { file: FileRef }) {
  return (
    <a className="file-line" href={file.url} download={file.name} target="_blank" rel="noopener noreferrer">
      <Icon name="file" size={20} />
      <span className="file-words">
        <span className="ellipsis">{file.name}</span>
        <span className="file-size num">{formatSize(file.size)}</span>
      </span>
      <Icon name="download" size={16} />
    </a>
  );
}
