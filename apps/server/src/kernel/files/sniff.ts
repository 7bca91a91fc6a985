import { open } from 'node:fs/promises';
import { IMAGE_PIXELS_MAX } from '@xiaoer/contracts';
import { fileTypeFromFile } from 'file-type';
import sharp from 'sharp';
import { coded } from '../errors.ts';

/** Pictures that can be decoded. An iPhone's HEIC cannot (its codec is not free), and is kept as a file. */
const IMAGES = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif']);
/** What is never stored: programs, and markup that a browser would run. */
const REFUSED =
  /^(application\/(x-msdownload|x-elf|x-mach-binary|vnd\.microsoft\.portable-executable|x-executable|x-sharedlib|java-archive|x-ms-shortcut)|text\/html|image\/svg\+xml|application\/xhtml\+xml)$/;
const MARKUP = /^\s*(<\?xml|<!--|<!doctype html|<html|<svg|<script)/i;
const RUNS_IN_BROWSERS = /<([a-z]+:)?(svg|html|script)\b/i;

export type Sniffed = { mediaType: string; width: number | null; height: number | null; isImage: boolean };

/**
 * The type that the bytes show; what the client claims is not asked. Pictures are decoded far enough
 * to know their size, so that a small file which unpacks to gigapixels is refused.
 * Errors: files.type_refused, files.damaged.
 */
export async function sniff(path: string): Promise<Sniffed> {
  const found = await fileTypeFromFile(path);
  const isXml = found?.mime === 'application/xml' || found?.mime === 'text/xml';
  const mediaType = found === undefined || isXml ? await sniffText(path) : found.mime;
  if (REFUSED.test(mediaType)) throw coded('files.type_refused', { mediaType });
  if (!IMAGES.has(mediaType)) {
    if (mediaType.startsWith('image/'))
      return { mediaType: 'application/octet-stream', width: null, height: null, isImage: false };
    return { mediaType, width: null, height: null, isImage: false };
  }
  const meta = await sharp(path, { limitInputPixels: IMAGE_PIXELS_MAX, failOn: 'error' })
    .metadata()
    .catch(() => null);
  if (!meta?.width || !meta.height) throw coded('files.damaged');
  const pages = meta.pages ?? 1;
  if (meta.width * meta.height * pages > IMAGE_PIXELS_MAX) throw coded('files.damaged');
  const isTurned = (meta.orientation ?? 1) >= 5;
  const height = meta.pageHeight ?? meta.height;
  return {
    mediaType,
    width: isTurned ? height : meta.width,
    height: isTurned ? meta.width : height,
    isImage: true,
  };
}

/** text/plain for well-formed UTF-8 without control characters, else unknown bytes. */
async function sniffText(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(4_096), position: 0 });
    // The last character may be cut in two.
    const text = new TextDecoder('utf-8').decode(buffer.subarray(0, bytesRead), { stream: true });
    // Other XML, an export for instance, is kept: it is saved to disk, never shown.
    if (MARKUP.test(text)) return RUNS_IN_BROWSERS.test(text) ? 'text/html' : 'application/octet-stream';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
    if (text.includes('\ufffd') || /[\u0000-\u0008\u000e-\u001f]/.test(text))
      return 'application/octet-stream';
    return 'text/plain';
  } finally {
    await file.close();
  }
}

/** A picture of at most 480 pixels on the long side, turned upright and without its metadata. */
export async function makeThumbnail(path: string, target: string): Promise<void> {
  try {
    await sharp(path, { limitInputPixels: IMAGE_PIXELS_MAX, failOn: 'error' })
      .rotate()
      .resize(480, 480, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toFile(target);
  } catch {
    throw coded('files.damaged');
  }
}
