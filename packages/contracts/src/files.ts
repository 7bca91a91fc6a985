import { z } from 'zod';
import { Id } from './base.ts';

/** A stored file as everyone sees it. Sizes in bytes, picture dimensions in pixels. */
export const FileRef = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** Addresses that carry their own key (HMAC of the id): whoever has the message has the file. */
  url: z.string(),
  thumbnailUrl: z.string().nullable(),
});
export type FileRef = z.infer<typeof FileRef>;

/** Bytes a single upload may have. */
export const FILE_SIZE_MAX = 20 * 1024 * 1024;
/** Pixels a picture may decode to: a small file can hide a picture that fills the memory. */
export const IMAGE_PIXELS_MAX = 50_000_000;
