import { crc32 } from 'node:zlib';
import { ModelError } from './errors.ts';

/**
 * One file for any model: 24 bytes of head, a JSON text, then the arrays, each at a multiple of 8 bytes.
 *
 * | bytes | what, little-endian |
 * | --- | --- |
 * | 0–7 | `XIAOERM` and a zero |
 * | 8–11 | version of this layout |
 * | 12–15 | CRC-32 of everything from byte 16 on |
 * | 16–19 | length of the whole file |
 * | 20–23 | length of the JSON text |
 */
const MAGIC = Uint8Array.from([0x58, 0x49, 0x41, 0x4f, 0x45, 0x52, 0x4d, 0x00]);
export const MODEL_VERSION = 1;
const HEAD = 24;

const TYPES = { i8: Int8Array, u8: Uint8Array, i32: Int32Array, f32: Float32Array } as const;
type TypeName = keyof typeof TYPES;
export type ModelArray = Int8Array | Uint8Array | Int32Array | Float32Array;

export interface ModelParts {
  /** What the model is, such as `intent`. */
  readonly kind: string;
  /** Everything small, as plain JSON. */
  readonly meta: unknown;
  readonly arrays: Readonly<Record<string, ModelArray>>;
}

interface Header {
  readonly kind: string;
  readonly meta: unknown;
  readonly arrays: readonly { name: string; type: TypeName; at: number; length: number }[];
}

const align = (n: number): number => Math.ceil(n / 8) * 8;

function typeOf(array: ModelArray): TypeName {
  if (array instanceof Int8Array) return 'i8';
  if (array instanceof Uint8Array) return 'u8';
  return array instanceof Int32Array ? 'i32' : 'f32';
}

/** Writes a model as one block of bytes. */
export function packModel(parts: ModelParts): Uint8Array<ArrayBuffer> {
  let at = 0;
  const arrays = Object.entries(parts.arrays).map(([name, array]) => {
    const entry = { name, type: typeOf(array), at, length: array.length };
    at = align(at + array.byteLength);
    return entry;
  });
  const header: Header = { kind: parts.kind, meta: parts.meta, arrays };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const start = align(HEAD + json.length);
  const bytes = new Uint8Array(start + at);
  bytes.set(MAGIC);
  bytes.set(json, HEAD);
  for (const entry of arrays) {
    const array = parts.arrays[entry.name] as ModelArray;
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + entry.at);
  }
  const view = new DataView(bytes.buffer);
  view.setUint32(8, MODEL_VERSION, true);
  view.setUint32(16, bytes.length, true);
  view.setUint32(20, json.length, true);
  view.setUint32(12, crc32(bytes.subarray(16)), true);
  return bytes;
}

function readHeader(bytes: Uint8Array): { header: Header; start: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(20, true);
  const json = new TextDecoder().decode(bytes.subarray(HEAD, HEAD + length));
  return { header: JSON.parse(json) as Header, start: align(HEAD + length) };
}

/**
 * Reads what `packModel` wrote. Arrays share memory with `bytes` when its start is aligned, so loading costs a
 * checksum and nothing more.
 *
 * @throws ModelError `nlu.model_foreign`, `nlu.model_version`, `nlu.model_damaged` or `nlu.model_kind`
 */
export function unpackModel(given: Uint8Array, kind: string): ModelParts {
  if (given.length < HEAD || MAGIC.some((byte, i) => given[i] !== byte)) {
    throw new ModelError('nlu.model_foreign', 'not a model file of this library');
  }
  const bytes = given.byteOffset % 8 === 0 ? given : new Uint8Array(given);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(8, true);
  if (version !== MODEL_VERSION) {
    throw new ModelError('nlu.model_version', `model file of version ${version}, expected ${MODEL_VERSION}`);
  }
  if (view.getUint32(16, true) !== bytes.length || view.getUint32(12, true) !== crc32(bytes.subarray(16))) {
    throw new ModelError('nlu.model_damaged', 'model file is cut off or changed');
  }
  const { header, start } = readHeader(bytes);
  if (header.kind !== kind) {
    throw new ModelError('nlu.model_kind', `model file holds “${header.kind}”, expected “${kind}”`);
  }
  const arrays: Record<string, ModelArray> = {};
  for (const { name, type, at, length } of header.arrays) {
    arrays[name] = new TYPES[type](bytes.buffer as ArrayBuffer, bytes.byteOffset + start + at, length);
  }
  return { kind, meta: header.meta, arrays };
}
