import type { FileRef } from '@xiaoer/contracts';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ATTACHMENTS_MAX, FILE_SIZE_MAX } from '../limits.ts';
import type { TextKey } from '../locales/zh-cn.ts';
import type { Chat } from '../shell.ts';
import { asJpeg } from './heic.ts';
import { refusalOf } from './refusal.ts';

export type UploadItem = {
  key: number;
  file: File;
  /** Address of a local preview, for pictures. */
  preview: string | null;
  state: 'uploading' | 'done' | 'failed';
  /** 0…1 */
  share: number;
  problem: TextKey | null;
  ref: FileRef | null;
};

export type Uploads = {
  items: readonly UploadItem[];
  /** Not all fitted: ten files at once are the most. */
  isOverfull: boolean;
  add: (files: File[]) => void;
  remove: (key: number) => void;
  retry: (key: number) => void;
  /** Empties the list after it was sent. */
  clear: () => void;
};

const PROBLEMS: Record<string, TextKey> = {
  'files.too_large': 'uploadTooLarge',
  'request.too_large': 'uploadTooLarge',
  'files.empty': 'uploadEmpty',
  'files.type_refused': 'uploadRefused',
  'request.unsupported_type': 'uploadRefused',
  'files.damaged': 'uploadDamaged',
};

function problemOf(file: File): TextKey | null {
  if (file.size === 0) return 'uploadEmpty';
  return file.size > FILE_SIZE_MAX ? 'uploadTooLarge' : null;
}

let lastKey = 0;

/** Files on their way: they go up as soon as they are chosen and are sent with the message. */
export function useUploads(chat: Chat): Uploads {
  const [items, setItems] = useState<readonly UploadItem[]>([]);
  const [isOverfull, setOverfull] = useState(false);
  const held = useRef<readonly UploadItem[]>([]);
  held.current = items;
  const cancels = useRef(new Map<number, AbortController>());

  const change = useCallback((key: number, part: Partial<UploadItem>) => {
    setItems((list) => list.map((item) => (item.key === key ? { ...item, ...part } : item)));
  }, []);
  const begin = useCallback(
    async (key: number, file: File) => {
      const cancel = new AbortController();
      cancels.current.set(key, cancel);
      try {
        const ref = await chat.upload(await asJpeg(file), (share) => change(key, { share }), cancel.signal);
        change(key, { state: 'done', share: 1, ref });
      } catch (error) {
        if (cancel.signal.aborted) return;
        change(key, { state: 'failed', problem: PROBLEMS[refusalOf(error).code] ?? 'uploadFailed' });
      } finally {
        cancels.current.delete(key);
      }
    },
    [chat, change],
  );
  const add = useCallback(
    (files: File[]) => {
      const room = ATTACHMENTS_MAX - held.current.length;
      setOverfull(files.length > room);
      const fresh = files.slice(0, Math.max(0, room)).map(makeItem);
      if (fresh.length === 0) return;
      held.current = [...held.current, ...fresh];
      setItems(held.current);
      for (const item of fresh) if (item.state === 'uploading') void begin(item.key, item.file);
    },
    [begin],
  );
  const remove = useCallback((key: number) => {
    cancels.current.get(key)?.abort();
    setOverfull(false);
    setItems((list) => list.filter((item) => item.key !== key || release(item)));
  }, []);
  const retry = useCallback(
    (key: number) => {
      const item = held.current.find((candidate) => candidate.key === key);
      if (!item) return;
      change(key, { state: 'uploading', share: 0, problem: null });
      void begin(key, item.file);
    },
    [begin, change],
  );
  const clear = useCallback(() => {
    held.current.forEach(release);
    setOverfull(false);
    setItems([]);
  }, []);
  useEffect(() => () => held.current.forEach(release), []);
  return { items, isOverfull, add, remove, retry, clear };
}

function makeItem(file: File): UploadItem {
  const problem = problemOf(file);
  const isPicture = /^image\/(png|jpeg|gif|webp|avif)$/.test(file.type);
  return {
    key: ++lastKey,
    file,
    preview: isPicture && !problem ? URL.createObjectURL(file) : null,
    state: problem ? 'failed' : 'uploading',
    share: 0,
    problem,
    ref: null,
  };
}

/** Gives the preview's memory back. Answers false, so that a filter lets the item go. */
function release(item: UploadItem): false {
  if (item.preview) URL.revokeObjectURL(item.preview);
  return false;
}
