// Made from the migrations by tools/generate-types.ts. Do not edit.

import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = ColumnType<unknown, string, string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface FilesFile {
  created_at: Timestamp;
  has_thumbnail: boolean;
  height: number | null;
  id: string;
  media_type: string;
  name: string;
  owner_id: string;
  owner_kind: string;
  size: number;
  width: number | null;
}

export interface KernelMigration {
  applied_at: Generated<Timestamp>;
  checksum: string;
  module: string;
  name: string;
}

export interface LogEvent {
  actor_id: string | null;
  actor_kind: string;
  at: Timestamp;
  audience: string[];
  id: Generated<number>;
  payload: Json;
  seq: number | null;
  subject_id: string;
  subject_type: string;
  type: string;
  version: Generated<number>;
}

export interface LogHead {
  is_only: Generated<boolean>;
  seq: number;
}

export interface LogSetAside {
  at: Timestamp;
  error: string;
  id: Generated<number>;
  seq: number;
  subscriber: string;
}

export interface LogSubscriber {
  cursor: number;
  failures: Generated<number>;
  last_error: string | null;
  name: string;
  updated_at: Generated<Timestamp>;
}

export interface DB {
  "files.file": FilesFile;
  "kernel.migration": KernelMigration;
  "log.event": LogEvent;
  "log.head": LogHead;
  "log.set_aside": LogSetAside;
  "log.subscriber": LogSubscriber;
}
