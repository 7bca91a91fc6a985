import { randomUUIDv7 } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FILE_SIZE_MAX, type FileRef } from '@xiaoer/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Database, Tx } from '../db/transact.ts';
import { coded } from '../errors.ts';
import { deriveKey, isSame, sign } from '../secret.ts';
import { makeThumbnail, sniff } from './sniff.ts';
import { localStorage, type Storage } from './storage.ts';

export type FileOwner = { kind: 'user' | 'customer'; id: string };
type FileRow = {
  id: string;
  name: string;
  media_type: string;
  size: number;
  width: number | null;
  height: number | null;
  has_thumbnail: boolean;
};

export type Files = {
  /** Stores the one file part of a multipart request. */
  receive(request: FastifyRequest, owner: FileOwner): Promise<FileRef>;
  /** The files with these ids that the owner uploaded, in the order asked for; fewer if some are not theirs. */
  find(db: Database | Tx, ids: readonly string[], owner: FileOwner): Promise<FileRef[]>;
  serve(app: FastifyInstance): void;
};

const KEY_LENGTH = 22;
const THUMBNAIL = 'thumbnail';

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must go
const DISGUISES = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"<>|:*?]/g;

/** Letters, digits and friends; no path, no control or bidirectional characters that disguise an ending. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).pop() ?? '';
  const clean = last.replace(DISGUISES, '').toWellFormed().trim();
  const trimmed = clean.replace(/^\.+/, '');
  if (trimmed === '') return 'file';
  const dot = trimmed.lastIndexOf('.');
  const ending = dot > 0 ? [...trimmed.slice(dot)].slice(0, 20).join('') : '';
  return [...trimmed.slice(0, dot > 0 ? dot : undefined)].slice(0, 100).join('') + ending;
}

/** RFC 8187 allows fewer characters than encodeURIComponent leaves. */
const encodeExtended = (text: string) =>
  encodeURIComponent(text).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

const keyOf = (id: string, variant: 'original' | 'thumbnail') => `${id.slice(-2)}/${id}-${variant}`;

/**
 * What may open inside the browser; everything else is saved to disk. Not a PDF: the sandbox that keeps a
 * file from our pages keeps the browser's own viewer from it too, and people would see an empty page.
 */
const INLINE = /^(image\/(jpeg|png|gif|webp|avif)|text\/plain|audio\/|video\/)/;

/** What is left unread of a refused upload would keep its connection open for minutes. */
function drain(request: FastifyRequest): void {
  request.raw.unpipe();
  request.raw.resume();
}

/** The multipart parser says what is wrong with a body in words only. */
const MALFORMED = /^(Multipart: |Malformed |Unexpected end |Missing Content-Type|Unsupported content type)/;

const refuseUpload =
  (request: FastifyRequest) =>
  (error: Error): never => {
    drain(request);
    throw MALFORMED.test(error.message) ? coded('request.malformed') : error;
  };

export function makeFiles(deps: {
  db: Database;
  clock: Clock;
  secret: string;
  dataDir: string;
  storage?: Storage;
}): Files {
  const storage = deps.storage ?? localStorage(deps.dataDir);
  const linkKey = deriveKey(deps.secret, 'file-links');
  const linkOf = (id: string) => sign(linkKey, id).slice(0, KEY_LENGTH);
  const toRef = (row: FileRow): FileRef => {
    const base = `/api/files/${row.id}/${linkOf(row.id)}`;
    return {
      id: row.id,
      name: row.name,
      mediaType: row.media_type,
      size: row.size,
      width: row.width,
      height: row.height,
      // A picture that is itself called "thumbnail" must not be taken for its own.
      url: `${base}/${row.name === THUMBNAIL ? 'original' : encodeURIComponent(row.name)}`,
      thumbnailUrl: row.has_thumbnail ? `${base}/${THUMBNAIL}` : null,
    };
  };

  return {
    async receive(request, owner) {
      const part = await request.file().catch(refuseUpload(request));
      if (!part) throw coded('files.empty');
      const id = randomUUIDv7();
      const path = join(await storage.temporary(), id);
      const thumbnail = `${path}-thumbnail`;
      try {
        await pipeline(part.file, createWriteStream(path)).catch(refuseUpload(request));
        if (part.file.truncated) throw coded('files.too_large', { maxBytes: FILE_SIZE_MAX });
        const { size } = await stat(path);
        if (size === 0) throw coded('files.empty');
        const { mediaType, width, height, isImage } = await sniff(path);
        if (isImage) {
          await makeThumbnail(path, thumbnail);
          await storage.putFile(keyOf(id, 'thumbnail'), thumbnail);
        }
        await storage.putFile(keyOf(id, 'original'), path);
        const row: FileRow = {
          id,
          name: safeName(part.filename),
          media_type: mediaType,
          size,
          width,
          height,
          has_thumbnail: isImage,
        };
        await deps.db
          .insertInto('files.file')
          .values({ ...row, owner_kind: owner.kind, owner_id: owner.id, created_at: deps.clock.now() })
          .execute();
        return toRef(row);
      } catch (error) {
        // Bytes without a row would never be found again.
        await storage.remove(keyOf(id, 'original'));
        await storage.remove(keyOf(id, 'thumbnail'));
        drain(request);
        throw error;
      } finally {
        await Promise.all([rm(path, { force: true }), rm(thumbnail, { force: true })]);
      }
    },

    async find(db, ids, owner) {
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom('files.file')
        .select(['id', 'name', 'media_type', 'size', 'width', 'height', 'has_thumbnail'])
        .where('id', 'in', ids as string[])
        .where('owner_kind', '=', owner.kind)
        .where('owner_id', '=', owner.id)
        .execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.flatMap((id) => (byId.has(id) ? [toRef(byId.get(id) as FileRow)] : []));
    },

    serve(app) {
      app.get<{ Params: { id: string; key: string; name: string } }>(
        '/api/files/:id/:key/:name',
        async (request, reply) => {
          const { id, key, name } = request.params;
          if (!isSame(key, linkOf(id))) throw coded('files.not_found');
          const row = await deps.db
            .selectFrom('files.file')
            .select(['name', 'media_type', 'has_thumbnail'])
            .where('id', '=', id)
            .executeTakeFirst();
          const isThumbnail = name === THUMBNAIL && row?.has_thumbnail === true;
          const found = row && (await storage.read(keyOf(id, isThumbnail ? 'thumbnail' : 'original')));
          if (!row || !found) throw coded('files.not_found');
          const mediaType = isThumbnail ? 'image/webp' : row.media_type;
          const disposition = INLINE.test(mediaType) ? 'inline' : 'attachment';
          return reply
            .header('content-type', mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType)
            .header('content-length', found.size)
            .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeExtended(row.name)}`)
            .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
            .header('cache-control', 'private, max-age=31536000, immutable')
            .send(found.stream);
        },
      );
    },
  };
}
