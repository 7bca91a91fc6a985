import { ATTACHMENTS_MAX, FILE_SIZE_MAX, type FileRef } from '@xiaoer/contracts';
import { ApiError, uuidv7 } from '@xiaoer/sync';
import { useCallback, useEffect, useRef, useState } from 'react';
import { session } from '../../session/agent.ts';

/** A file on its way into a message. `share` has gone out, 0 to 1. */
type PendingFile = {
  key: string;
  file: File;
  share: number;
  state: 'uploading' | 'done' | 'failed';
  ref: FileRef | null;
  error: unknown;
  /** Address of the picture on this machine, for a preview. */
  preview: string | null;
};

export type Uploads = ReturnType<typeof useUploads>;

/** Files being added to a message: upload with progress, cancel, retry. */
export function useUploads() {
  const [files, setFiles] = useState<readonly PendingFile[]>([]);
  const cancels = useRef(new Map<string, AbortController>());
  const previews = useRef(new Set<string>());
  const change = useCallback(
    (key: string, part: Partial<PendingFile>) =>
      setFiles((held) => held.map((one) => (one.key === key ? { ...one, ...part } : one))),
    [],
  );

  const start = useCallback(
    (key: string, file: File) => {
      const cancel = new AbortController();
      cancels.current.set(key, cancel);
      session()
        .client.upload(file, {
          signal: cancel.signal,
          onProgress: (share) => change(key, { share }),
        })
        .then(
          (ref) => change(key, { state: 'done', share: 1, ref }),
          (error: unknown) => {
            if (!cancel.signal.aborted) change(key, { state: 'failed', error });
          },
        );
    },
    [change],
  );

  const add = useCallback(
    (chosen: readonly File[]) => {
      setFiles((held) => {
        const room = ATTACHMENTS_MAX - held.length;
        const added = chosen.slice(0, Math.max(0, room)).map((file): PendingFile => {
          const isTooLarge = file.size > FILE_SIZE_MAX;
          const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : null;
          if (preview) previews.current.add(preview);
          return {
            key: uuidv7(),
            file,
            share: 0,
            ref: null,
            preview,
            state: isTooLarge ? 'failed' : 'uploading',
            error: isTooLarge
              ? new ApiError({ code: 'files.too_large', status: 413, params: { maxBytes: FILE_SIZE_MAX } })
              : null,
          };
        });
        // Outside of this change: React may run it twice.
        queueMicrotask(() => {
          for (const one of added)
            if (one.state === 'uploading' && !cancels.current.has(one.key)) start(one.key, one.file);
        });
        return [...held, ...added];
      });
    },
    [start],
  );

  const remove = useCallback((key: string) => {
    cancels.current.get(key)?.abort();
    cancels.current.delete(key);
    setFiles((held) => held.filter((one) => one.key !== key));
  }, []);

  const retry = useCallback(
    (key: string) => {
      setFiles((held) => {
        const one = held.find((file) => file.key === key);
        if (one) queueMicrotask(() => start(key, one.file));
        return held.map((file) =>
          file.key === key ? { ...file, state: 'uploading', share: 0, error: null } : file,
        );
      });
    },
    [start],
  );

  const clear = useCallback(() => setFiles([]), []);

  useEffect(
    () => () => {
      for (const cancel of cancels.current.values()) cancel.abort();
      for (const preview of previews.current) URL.revokeObjectURL(preview);
    },
    [],
  );

  return {
    files,
    isBusy: files.some((one) => one.state === 'uploading'),
    done: files.flatMap((one) => one.ref ?? []),
    hasFailed: files.some((one) => one.state === 'failed'),
    add,
    remove,
    retry,
    clear,
  };
}
