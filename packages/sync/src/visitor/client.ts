import type {
  FileRef,
  Language,
  ShopperProof,
  VisitorMessage,
  VisitorSent,
  VisitorSnapshot,
} from '@xiaoer/contracts';
import { type HttpOptions, request } from '../http.ts';
import { type Upload, upload } from '../upload.ts';

export type VisitorClientOptions = Omit<HttpOptions, 'headers'> & {
  /** Token of the visitor, once registered. */
  token: () => string | undefined;
};

/** The widget's way to the server; the same endpoints as in the contracts, without zod. */
export type VisitorClient = ReturnType<typeof makeVisitorClient>;

export function makeVisitorClient(options: VisitorClientOptions) {
  const headers = (): Record<string, string> => {
    const token = options.token();
    return token ? { authorization: `Visitor ${token}` } : {};
  };
  const call = (method: string, path: string, body?: unknown, query?: Record<string, unknown>) =>
    request({ ...options, headers }, { method, path, body, query });
  return {
    register: (body: { key: string; token?: string; shopper?: ShopperProof; language?: Language }) =>
      call('POST', '/visitor/register', body) as Promise<VisitorSnapshot>,
    send: (body: { id: string; text: string; attachmentIds: string[] }) =>
      call('POST', '/visitor/messages', body) as Promise<VisitorSent>,
    listMessages: (before: string) =>
      call('GET', '/visitor/messages', undefined, { before }) as Promise<{
        messages: VisitorMessage[];
        olderBefore: string | null;
      }>,
    read: async (number: number): Promise<void> => {
      await call('POST', '/visitor/read', { number });
    },
    contact: async (email: string): Promise<void> => {
      await call('POST', '/visitor/contact', { email });
    },
    upload: (
      file: Blob & { name?: string },
      more?: Omit<Upload, 'url' | 'file' | 'headers'>,
    ): Promise<FileRef> =>
      upload({ ...more, url: `${options.baseUrl}/api/visitor/files`, file, headers: headers() }),
  };
}
