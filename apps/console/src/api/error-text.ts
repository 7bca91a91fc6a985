import { ApiError } from '@xiaoer/sync';
import i18next from 'i18next';
import { formatSize } from '../i18n/format.ts';

type Coded = { code: string; params?: Record<string, unknown>; requestId?: string; status?: number };

const isCoded = (error: unknown): error is Coded =>
  error instanceof ApiError ||
  (typeof error === 'object' && error !== null && typeof (error as Coded).code === 'string');

/** What went wrong in the reader's language; the request's number is added when the server is to blame. */
export function errorText(error: unknown): string {
  if (!isCoded(error))
    return i18next.t('errors:unknown', { code: error instanceof Error ? error.name : '?' });
  const params: Record<string, unknown> = { ...error.params };
  if (typeof params.maxBytes === 'number') params.maxSize = formatSize(params.maxBytes);
  if (Array.isArray(params.names)) params.names = params.names.join(i18next.t('common:listJoin'));
  const key = `errors:${error.code}`;
  const text = i18next.exists(key)
    ? i18next.t(key, params)
    : i18next.t('errors:unknown', { code: error.code });
  return error.status !== undefined && error.status >= 500 && error.requestId
    ? i18next.t('errors:withRequest', { text, requestId: error.requestId })
    : text;
}
