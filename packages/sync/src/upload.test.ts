import { describe, expect, it } from 'vitest';
import { type UploadRequest, upload } from './upload.ts';

/** The browser's request, of which the test decides how it goes. */
class FakeRequest implements UploadRequest {
  status = 0;
  responseText = '';
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onabort: (() => void) | null = null;
  readonly upload: UploadRequest['upload'] = { onprogress: null };
  readonly headers: Record<string, string> = {};
  opened = '';
  body: FormData | null = null;
  open(method: string, url: string) {
    this.opened = `${method} ${url}`;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send(body: FormData) {
    this.body = body;
  }
  abort() {
    this.onabort?.();
  }
  getResponseHeader() {
    return null;
  }
  answer(status: number, text: string) {
    this.status = status;
    this.responseText = text;
    this.onload?.();
  }
}

function start(more: { signal?: AbortSignal } = {}) {
  const request = new FakeRequest();
  const shares: number[] = [];
  const file = Object.assign(new Blob(['图片']), { name: '泛红.jpg' });
  const done = upload({
    url: '/api/files',
    file,
    headers: { authorization: 'Visitor t' },
    onProgress: (share) => shares.push(share),
    makeRequest: () => request,
    ...more,
  });
  return { request, shares, done };
}

describe('upload', () => {
  it('sends the file under its name, says how far it is, and answers the stored file', async () => {
    const { request, shares, done } = start();
    expect(request.opened).toBe('POST /api/files');
    expect(request.headers).toEqual({ authorization: 'Visitor t' });
    expect(request.body?.get('file')).toMatchObject({ name: '泛红.jpg', size: 6 });
    request.upload.onprogress?.({ loaded: 1, total: 4 });
    request.upload.onprogress?.({ loaded: 4, total: 4 });
    request.answer(200, '{"id":"f1"}');
    expect(await done).toEqual({ id: 'f1' });
    expect(shares).toEqual([0.25, 1]);
  });

  it('throws the coded error of a refusal, and its own where nothing sensible came', async () => {
    const refused = start();
    refused.request.answer(413, '{"code":"files.too_large","params":{"maxBytes":5},"requestId":"r"}');
    await expect(refused.done).rejects.toMatchObject({ code: 'files.too_large', params: { maxBytes: 5 } });
    const garbled = start();
    garbled.request.answer(200, '<html>');
    await expect(garbled.done).rejects.toMatchObject({ code: 'network.not_understood' });
    const broken = start();
    broken.request.onerror?.();
    await expect(broken.done).rejects.toMatchObject({ code: 'network.unreachable', status: 0 });
  });

  it('stops when it is cancelled, and does not begin when it was', async () => {
    const stop = new AbortController();
    const { done } = start({ signal: stop.signal });
    stop.abort(new Error('cancelled'));
    await expect(done).rejects.toThrow('cancelled');
    const late = start({ signal: stop.signal });
    await expect(late.done).rejects.toThrow('cancelled');
    expect(late.request.opened).toBe('');
  });
});
