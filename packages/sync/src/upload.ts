import type { FileRef } from '@xiaoer/contracts';
import { ApiError } from './api-error.ts';
import { errorOf } from './http.ts';

/** The part of XMLHttpRequest that is needed: fetch cannot tell how much has gone out. */
export type UploadRequest = {
  open: (method: string, url: string) => void;
  setRequestHeader: (name: string, value: string) => void;
  send: (body: FormData) => void;
  abort: () => void;
  getResponseHeader: (name: string) => string | null;
  readonly status: number;
  readonly responseText: string;
  readonly upload: { onprogress: ((event: { loaded: number; total: number }) => void) | null };
  onload: (() => void) | null;
  onerror: (() => void) | null;
  onabort: (() => void) | null;
};

export type Upload = {
  url: string;
  file: Blob & { name?: string };
  headers?: Record<string, string>;
  /** Share that has gone out, 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
  makeRequest?: () => UploadRequest;
};

const browserRequest = (): UploadRequest =>
  new (globalThis as unknown as { XMLHttpRequest: new () => UploadRequest }).XMLHttpRequest();

/** Uploads one file as multipart/form-data. Throws ApiError, or the signal's reason when cancelled. */
export function upload(options: Upload): Promise<FileRef> {
  const { file, signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const call = (options.makeRequest ?? browserRequest)();
    const cancel = () => call.abort();
    const finish = (settle: () => void) => {
      signal?.removeEventListener('abort', cancel);
      settle();
    };
    signal?.addEventListener('abort', cancel, { once: true });
    call.open('POST', options.url);
    for (const [name, value] of Object.entries(options.headers ?? {})) call.setRequestHeader(name, value);
    call.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    call.onload = () =>
      finish(() => {
        if (call.status >= 200 && call.status < 300) {
          try {
            resolve(JSON.parse(call.responseText) as FileRef);
          } catch (cause) {
            reject(new ApiError({ code: 'network.not_understood', status: 0 }, { cause }));
          }
        } else reject(errorOf(call.status, call.responseText, call.getResponseHeader('retry-after')));
      });
    call.onerror = () => finish(() => reject(new ApiError({ code: 'network.unreachable', status: 0 })));
    call.onabort = () =>
      finish(() => reject(signal?.reason ?? new ApiError({ code: 'network.unreachable', status: 0 })));
    const form = new FormData();
    form.append('file', file, file.name ?? 'file');
    call.send(form);
  });
}
