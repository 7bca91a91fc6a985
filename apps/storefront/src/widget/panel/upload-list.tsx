import { FILE_SIZE_MAX } from '../limits.ts';
import { fileSize } from '../text/format.ts';
import { useTexts } from './context.ts';
import { CloseIcon, FileIcon, RetryIcon } from './icons.tsx';
import type { UploadItem, Uploads } from './uploads.ts';

export function UploadList({ uploads }: { uploads: Uploads }) {
  const say = useTexts();
  if (uploads.items.length === 0) return null;
  return (
    <ul class="uploads" aria-label={say('uploads')}>
      {uploads.items.map((item) => (
        <UploadRow key={item.key} item={item} uploads={uploads} />
      ))}
    </ul>
  );
}

function UploadRow({ item, uploads }: { item: UploadItem; uploads: Uploads }) {
  const say = useTexts();
  const { name, size } = item.file;
  const percent = Math.round(item.share * 100);
  const state =
    item.state === 'failed'
      ? say(item.problem ?? 'uploadFailed', { size: fileSize(FILE_SIZE_MAX) })
      : `${fileSize(size)} · ${item.state === 'done' ? say('uploaded') : say('uploading', { percent })}`;
  return (
    <li class={item.state === 'failed' ? 'upload bad' : 'upload'}>
      {item.preview ? (
        <img class="thumb" src={item.preview} alt="" />
      ) : (
        <span class="thumb">
          <FileIcon />
        </span>
      )}
      <span class="grow">
        <b>{name}</b>
        <small role={item.state === 'failed' ? 'alert' : undefined}>{state}</small>
      </span>
      {item.problem === 'uploadFailed' && (
        <button
          type="button"
          class="icon"
          aria-label={say('retryUpload', { name })}
          onClick={() => uploads.retry(item.key)}
        >
          <RetryIcon />
        </button>
      )}
      <button
        type="button"
        class="icon"
        aria-label={say(item.state === 'uploading' ? 'cancelUpload' : 'removeFile', { name })}
        onClick={() => uploads.remove(item.key)}
      >
        <CloseIcon />
      </button>
      {item.state === 'uploading' && <progress max={100} value={percent} aria-label={name} />}
    </li>
  );
}
