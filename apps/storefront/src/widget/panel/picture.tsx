import type { FileRef } from '@xiaoer/contracts';
import { useState } from 'preact/hooks';
import { useTexts } from './context.ts';

const WIDEST = 240;
const TALLEST = 280;
const SMALLEST = 64;

/** Size in the thread, pixels, known before the picture is there, so that nothing jumps. */
export function pictureSize(width: number | null, height: number | null): { width: number; height: number } {
  if (!width || !height) return { width: 200, height: 150 };
  const scale = Math.min(1, WIDEST / width, TALLEST / height);
  return {
    width: Math.max(SMALLEST, Math.round(width * scale)),
    height: Math.max(SMALLEST, Math.round(height * scale)),
  };
}

export function Picture({ file, onOpen }: { file: FileRef; onOpen: () => void }) {
  const say = useTexts();
  const [isGone, setGone] = useState(false);
  const { width, height } = pictureSize(file.width, file.height);
  return (
    <button
      type="button"
      class="picture"
      aria-label={say('openImage', { name: file.name })}
      style={{ width: `${width}px`, aspectRatio: `${width} / ${height}` }}
      disabled={isGone}
      onClick={onOpen}
    >
      {isGone ? (
        <span class="gone">{say('imageGone')}</span>
      ) : (
        <img
          src={file.thumbnailUrl ?? file.url}
          alt=""
          width={width}
          height={height}
          decoding="async"
          onError={() => setGone(true)}
        />
      )}
    </button>
  );
}
