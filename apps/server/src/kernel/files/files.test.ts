import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { FILE_SIZE_MAX, type FileRef } from '@xiaoer/contracts';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agent } from '../../testing/agent.ts';
import { type TestServer, testServer } from '../../testing/server.ts';
import { safeName } from './index.ts';

let server: TestServer;
let agent: Agent;
beforeAll(async () => {
  server = await testServer();
  agent = await server.as('agent');
});
afterAll(() => server?.stop());

type Answer = { status: number; body: FileRef & { code?: string; params?: Record<string, unknown> } };
async function upload(bytes: Uint8Array | string, name = 'file.bin', type = 'image/png'): Promise<Answer> {
  const form = new FormData();
  form.append('file', new Blob([bytes as string], { type }), name);
  const response = await agent.fetch('/api/files', { method: 'POST', body: form });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
/** Everything that is stored: rows, and bytes with whatever is left of uploads. */
async function stored(): Promise<string> {
  const rows = await server.kernel.db.selectFrom('files.file').select('id').orderBy('id').execute();
  const files = await readdir(join(server.kernel.config.DATA_DIR, 'files'), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  return JSON.stringify([
    rows,
    files
      .filter((f) => f.isFile())
      .map((f) => f.name)
      .sort(),
  ]);
}
const picture = (width = 900, height = 600) =>
  sharp({ create: { width, height, channels: 3, background: '#1f6f5c' } });

/** A PNG of a few hundred bytes that says it has so many pixels. */
function bomb(width: number, height: number): Buffer {
  const crcOf = (data: Buffer) => {
    let c = ~0;
    for (const byte of data) {
      c ^= byte;
      for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    }
    return ~c >>> 0;
  };
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crcOf(body));
    return Buffer.concat([length, body, crc]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(10_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a file', () => {
  it('is what its bytes show, not what is claimed; a picture gets a thumbnail', async () => {
    const bytes = await picture().jpeg().toBuffer();
    const { status, body } = await upload(bytes, '照片.png', 'text/html');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: '照片.png',
      mediaType: 'image/jpeg',
      width: 900,
      height: 600,
      size: bytes.length,
    });
    const original = await fetch(server.url + body.url);
    expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true);
    expect(original.headers.get('content-type')).toBe('image/jpeg');
    expect(original.headers.get('x-content-type-options')).toBe('nosniff');
    expect(original.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    expect(original.headers.get('content-disposition')).toBe(
      `inline; filename*=UTF-8''${encodeURIComponent('照片.png')}`,
    );
    const small = await sharp(
      Buffer.from(await (await fetch(server.url + body.thumbnailUrl)).arrayBuffer()),
    ).metadata();
    expect(small).toMatchObject({ format: 'webp', width: 480, height: 320 });
  });

  it('that a phone turned is measured upright, and its thumbnail has no place in it', async () => {
    const turned = await picture(400, 200)
      .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '31/1 12/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { body } = await upload(turned, 'a.jpg');
    expect(body).toMatchObject({ width: 200, height: 400 });
    const small = await sharp(
      Buffer.from(await (await fetch(server.url + body.thumbnailUrl)).arrayBuffer()),
    ).metadata();
    expect(small).toMatchObject({ width: 200, height: 400 });
    expect(small.exif).toBeUndefined();
  });

  it('that may do harm in a browser is saved, not shown', async () => {
    const pdf = await upload('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n', 'a.pdf');
    expect(pdf.body.mediaType).toBe('application/pdf');
    expect((await fetch(server.url + pdf.body.url)).headers.get('content-disposition')).toMatch(
      /^attachment;/,
    );
    for (const [bytes, name] of [
      [Buffer.from([0, 1, 2, 3, 255]), 'x.html'],
      ['PK\u0003\u0004 nothing', 'x.zip'],
    ] as const) {
      const { body } = await upload(bytes, name);
      const answer = await fetch(server.url + body.url);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(answer.headers.get('content-type')).not.toMatch(/html|script|svg/);
    }
    const text = await upload('您好 <b>not markup</b>', 'note.html', 'text/html');
    expect((await fetch(server.url + text.body.url)).headers.get('content-type')).toBe(
      'text/plain; charset=utf-8',
    );
  });

  it("that is an iPhone's photo is kept as a file, without a picture of it", async () => {
    const box = (name: string, content: Buffer) => {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(content.length + 8);
      head.write(name, 4, 'latin1');
      return Buffer.concat([head, content]);
    };
    const bytes = Buffer.concat([
      box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')),
      box('meta', Buffer.alloc(4)),
      box('mdat', Buffer.alloc(64)),
    ]);
    const { status, body } = await upload(bytes, 'IMG_0412.HEIC', 'image/heic');
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'IMG_0412.HEIC', width: null, thumbnailUrl: null });
    const answer = await fetch(server.url + body.url);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('is had by its key only', async () => {
    const { body } = await upload('words', 'a.txt');
    const [, , , id, key] = body.url.split('/');
    for (const path of [
      `/api/files/${id}/${'A'.repeat(22)}/a.txt`,
      `/api/files/${id}/${key}x/a.txt`,
      `/api/files/${id!.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}/${key}/a.txt`,
      `/api/files/not-an-id/${key}/a.txt`,
      `/api/files/${id}/${encodeURIComponent('密'.repeat(22))}/a.txt`,
      `/api/files/..%2f..%2fsecret/${key}/a.txt`,
    ]) {
      const answer = await fetch(server.url + path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(((await answer.json()) as { code: string }).code).toBe('files.not_found');
    }
  });
});

describe('a refused file leaves nothing', () => {
  const png = () => picture(50, 50).png().toBuffer();
  const cases: [string, () => Promise<Uint8Array | string>, string][] = [
    ['html', async () => '<!DOCTYPE html><script>alert(1)</script>', 'files.type_refused'],
    ['html after white space', async () => ' \n\t<HTML><body>', 'files.type_refused'],
    ['html after a byte order mark', async () => '\ufeff<script>alert(1)</script>', 'files.type_refused'],
    [
      'svg',
      async () => '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'files.type_refused',
    ],
    [
      'svg with a prologue',
      async () => '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>',
      'files.type_refused',
    ],
    [
      'a program',
      async () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200), Buffer.from('PE\0\0')]),
      'files.type_refused',
    ],
    [
      'another program',
      async () => Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, ...new Uint8Array(60)]),
      'files.type_refused',
    ],
    ['a picture of gigapixels', async () => bomb(60_000, 60_000), 'files.damaged'],
    ['a picture of 51 megapixels', async () => bomb(51_000, 1_000), 'files.damaged'],
    [
      'half a jpeg',
      async () => {
        const b = await picture().jpeg().toBuffer();
        return b.subarray(0, b.length / 2);
      },
      'files.damaged',
    ],
    [
      'a damaged png',
      async () => {
        const b = await png();
        return b.fill(7, 60, b.length - 12);
      },
      'files.damaged',
    ],
    ['nothing', async () => '', 'files.empty'],
    ['too much', async () => new Uint8Array(FILE_SIZE_MAX + 1), 'files.too_large'],
  ];
  it.each(cases)('%s', async (_name, bytes, code) => {
    const before = await stored();
    const { status, body } = await upload(await bytes(), 'harmless.png');
    expect(body.code).toBe(code);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(await stored()).toBe(before);
  });

  it('nor does a request that is none', async () => {
    const before = await stored();
    const post = async (body: string | FormData | undefined, type?: string) => {
      const answer = await agent.fetch('/api/files', {
        method: 'POST',
        ...(body && { body }),
        ...(type && { headers: { 'content-type': type } }),
      });
      return [answer.status, ((await answer.json()) as { code: string }).code];
    };
    expect(await post('{}', 'application/json')).toEqual([415, 'request.unsupported_type']);
    expect(await post('x', 'multipart/form-data')).toEqual([400, 'request.malformed']);
    expect(await post('--b\r\ncut off', 'multipart/form-data; boundary=b')).toEqual([
      400,
      'request.malformed',
    ]);
    const half = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf of it';
    expect(await post(half, 'multipart/form-data; boundary=b')).toEqual([400, 'request.malformed']);
    expect(await post(new FormData())).toEqual([422, 'files.empty']);
    expect(await stored()).toBe(before);
  });
});

describe('names of files', () => {
  it('lose paths and disguises, and keep letters of every script', () => {
    expect(safeName('../../etc/passwd')).toBe('passwd');
    expect(safeName('C:\\Users\\a\\b.txt')).toBe('b.txt');
    expect(safeName('invoice\u202egpj.exe')).toBe('invoicegpj.exe');
    expect(safeName('a\u0000b\r\n.png')).toBe('ab.png');
    expect(safeName('.htaccess')).toBe('htaccess');
    expect(safeName('...')).toBe('file');
    expect(safeName('\ud800')).toMatch(/^\ufffd$|^file$/);
    expect(safeName('  发票 (1).PDF ')).toBe('发票 (1).PDF');
  });

  it('of any length can be fetched again', async () => {
    const names = [
      '长'.repeat(300),
      `${'长'.repeat(99)}.txt`,
      `a.${'😀'.repeat(40)}`,
      "it's (a) *.txt",
      'thumbnail',
      '%2e%2e%2f',
      'a?b#c.txt',
    ];
    for (const name of names) {
      const { status, body } = await upload('words', name);
      expect([name, status]).toEqual([name, 200]);
      const answer = await fetch(server.url + body.url);
      expect([name, answer.status, await answer.text()]).toEqual([name, 200, 'words']);
      expect(body.name.isWellFormed()).toBe(true);
    }
    const named = await upload(await picture(1_000, 10).png().toBuffer(), 'thumbnail');
    const original = await fetch(server.url + named.body.url);
    expect(original.headers.get('content-type')).toBe('image/png');
  });
});
