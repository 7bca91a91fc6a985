import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** Where bytes of files live. Keys are made by us (hex and slashes); S3 fits behind the same four verbs. */
export type Storage = {
  /** Takes over a finished local file. */
  putFile(key: string, path: string): Promise<void>;
  read(key: string): Promise<{ stream: Readable; size: number } | null>;
  remove(key: string): Promise<void>;
  /** A folder on the same device for uploads under way. */
  temporary(): Promise<string>;
};

export function localStorage(root: string): Storage {
  const at = (key: string) => join(root, 'files', key);
  return {
    async putFile(key, path) {
      await mkdir(dirname(at(key)), { recursive: true });
      await rename(path, at(key));
    },
    async read(key) {
      const found = await stat(at(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return found && { stream: createReadStream(at(key)), size: found.size };
    },
    async remove(key) {
      await rm(at(key), { force: true });
    },
    async temporary() {
      const folder = join(root, 'files', 'uploading');
      await mkdir(folder, { recursive: true });
      return folder;
    },
  };
}
