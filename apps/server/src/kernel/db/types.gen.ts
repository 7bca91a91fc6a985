// Made from the migrations by tools/generate-types.ts. Do not edit.

import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = ColumnType<unknown, string, string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface CannedResponsesCannedResponse {
  body: string;
  created_at: Timestamp;
  deleted_at: Timestamp | null;
  id: string;
  language: string | null;
  shortcut: string;
  team_id: string | null;
  title: string;
  version: Generated<number>;
}

export interface ChannelsChannel {
  id: string;
  is_enabled: Generated<boolean>;
  key: string;
  name: string;
  previous_secret: Buffer | null;
  previous_secret_until: Timestamp | null;
  secret: Buffer;
  settings: Json;
  type: string;
  version: Generated<number>;
}

export interface ConversationsConversation {
  agent_read_number: Generated<number>;
  assignee_id: string | null;
  channel_id: string;
  channel_type: string;
  customer_id: string;
  customer_is_vip: boolean;
  customer_name: string;
  customer_read_number: Generated<number>;
  first_replied_at: Timestamp | null;
  id: string;
  language: string | null;
  last_activity_at: Timestamp;
  last_customer_number: Generated<number>;
  last_number: Generated<number>;
  last_reply_at: Timestamp | null;
  last_reply_author: string | null;
  last_reply_text: string | null;
  number: Generated<number>;
  opened_at: Timestamp;
  resolved_at: Timestamp | null;
  snoozed_until: Timestamp | null;
  status: Generated<string>;
  tags: Generated<string[]>;
  team_id: string | null;
  version: Generated<number>;
  waiting_since: Timestamp | null;
}

export interface ConversationsDraft {
  conversation_id: string;
  mode: string;
  saved_at: Timestamp;
  text: string;
  user_id: string;
}

export interface ConversationsMessage {
  attachments: Generated<Json>;
  author_id: string | null;
  author_kind: string;
  author_name: string;
  conversation_id: string;
  created_at: Timestamp;
  event: Json | null;
  id: string;
  kind: string;
  mention_ids: Generated<string[]>;
  number: number;
  reply_to_id: string | null;
  text: string;
}

export interface ConversationsMessageSearch {
  conversation_id: string;
  message_id: string;
  number: number;
  position: Generated<number>;
  tokens: string;
}

export interface ConversationsMoved {
  conversation_id: string;
  merge_id: string;
}

export interface ConversationsReadMark {
  conversation_id: string;
  number: number;
  user_id: string;
}

export interface ConversationsSeat {
  capacity: number;
  connected_until: Timestamp | null;
  is_active: Generated<boolean>;
  last_assigned_at: Timestamp | null;
  load: Generated<number>;
  presence: Generated<string>;
  team_ids: Generated<string[]>;
  user_id: string;
  version: Generated<number>;
  wish: Generated<string>;
}

export interface ConversationsTag {
  first_used_at: Timestamp;
  name: string;
}

export interface ConversationsView {
  deleted_at: Timestamp | null;
  filter: Json;
  id: string;
  is_shared: boolean;
  name: string;
  owner_id: string;
  sort: string;
  version: Generated<number>;
}

export interface CustomersCustomer {
  email: string | null;
  first_seen_at: Timestamp;
  id: string;
  is_vip: Generated<boolean>;
  language: string | null;
  last_seen_at: Timestamp;
  merged_into_id: string | null;
  name: Generated<string>;
  note: Generated<string>;
  phone: string | null;
  tags: Generated<string[]>;
  tokens: Generated<string>;
  version: Generated<number>;
}

export interface CustomersIdentity {
  created_at: Timestamp;
  customer_id: string;
  id: string;
  is_verified: Generated<boolean>;
  kind: string;
  scope: Generated<string>;
  value: string;
}

export interface CustomersMerge {
  id: string;
  identity_ids: string[];
  merged_at: Timestamp;
  merged_by: string | null;
  merged_id: string;
  survivor_before: Json;
  survivor_id: string;
  undone_at: Timestamp | null;
}

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

export interface IdentityAccount {
  access_token: string | null;
  access_token_expires_at: Timestamp | null;
  account_id: string;
  created_at: Generated<Timestamp>;
  id: string;
  id_token: string | null;
  password: string | null;
  provider_id: string;
  refresh_token: string | null;
  refresh_token_expires_at: Timestamp | null;
  scope: string | null;
  updated_at: Generated<Timestamp>;
  user_id: string;
}

export interface IdentityInvitation {
  accepted_at: Timestamp | null;
  created_at: Timestamp;
  email: string;
  expires_at: Timestamp;
  id: string;
  invited_by_id: string | null;
  revoked_at: Timestamp | null;
  role: string;
  team_ids: string[];
  token_hash: string;
}

export interface IdentitySession {
  created_at: Generated<Timestamp>;
  expires_at: Timestamp;
  id: string;
  ip_address: string | null;
  token: string;
  updated_at: Generated<Timestamp>;
  user_agent: string | null;
  user_id: string;
}

export interface IdentityTeam {
  created_at: Generated<Timestamp>;
  description: Generated<string>;
  id: string;
  is_auto_assigned: Generated<boolean>;
  name: string;
  version: Generated<number>;
}

export interface IdentityTeamMember {
  team_id: string;
  user_id: string;
}

export interface IdentityTwoFactor {
  backup_codes: string;
  failed_verification_count: Generated<number>;
  id: string;
  locked_until: Timestamp | null;
  secret: string;
  user_id: string;
  verified: Generated<boolean>;
}

export interface IdentityUser {
  capacity: Generated<number>;
  created_at: Generated<Timestamp>;
  email: string;
  email_verified: Generated<boolean>;
  id: string;
  image: string | null;
  is_active: Generated<boolean>;
  name: string;
  preferences: Json;
  role: string;
  two_factor_enabled: Generated<boolean>;
  updated_at: Generated<Timestamp>;
  version: Generated<number>;
}

export interface IdentityVerification {
  created_at: Generated<Timestamp>;
  expires_at: Timestamp;
  id: string;
  identifier: string;
  updated_at: Generated<Timestamp>;
  value: string;
}

export interface IdentityWorkspace {
  is_only: Generated<boolean>;
  set_up_nonce: Generated<string>;
  shop_name: string;
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

export interface WorkbenchBucketCount {
  assignee_id: string;
  bucket: string;
  count: number;
  team_id: string;
}

export interface WorkbenchCounted {
  assignee_id: string;
  bucket: string;
  conversation_id: string;
  team_id: string;
  version: number;
}

export interface DB {
  "canned_responses.canned_response": CannedResponsesCannedResponse;
  "channels.channel": ChannelsChannel;
  "conversations.conversation": ConversationsConversation;
  "conversations.draft": ConversationsDraft;
  "conversations.message": ConversationsMessage;
  "conversations.message_search": ConversationsMessageSearch;
  "conversations.moved": ConversationsMoved;
  "conversations.read_mark": ConversationsReadMark;
  "conversations.seat": ConversationsSeat;
  "conversations.tag": ConversationsTag;
  "conversations.view": ConversationsView;
  "customers.customer": CustomersCustomer;
  "customers.identity": CustomersIdentity;
  "customers.merge": CustomersMerge;
  "files.file": FilesFile;
  "identity.account": IdentityAccount;
  "identity.invitation": IdentityInvitation;
  "identity.session": IdentitySession;
  "identity.team": IdentityTeam;
  "identity.team_member": IdentityTeamMember;
  "identity.two_factor": IdentityTwoFactor;
  "identity.user": IdentityUser;
  "identity.verification": IdentityVerification;
  "identity.workspace": IdentityWorkspace;
  "kernel.migration": KernelMigration;
  "log.event": LogEvent;
  "log.head": LogHead;
  "log.set_aside": LogSetAside;
  "log.subscriber": LogSubscriber;
  "workbench.bucket_count": WorkbenchBucketCount;
  "workbench.counted": WorkbenchCounted;
}
