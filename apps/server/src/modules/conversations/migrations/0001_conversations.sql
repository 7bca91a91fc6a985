create schema conversations;
create sequence conversations.conversation_number start 1001;

create table conversations.conversation (
  id uuid primary key,
  number bigint not null default nextval('conversations.conversation_number') unique,
  channel_type text not null,
  channel_id uuid not null,
  customer_id uuid not null,
  -- Copies for rows of lists; kept by a subscriber of customers' events.
  customer_name text not null,
  customer_is_vip boolean not null,
  team_id uuid,
  assignee_id uuid,
  status text not null default 'open' check (status in ('open', 'snoozed', 'resolved')),
  snoozed_until timestamptz,
  tags text[] not null default '{}',
  language text,
  waiting_since timestamptz,
  last_reply_text text,
  last_reply_author text,
  last_reply_at timestamptz,
  last_activity_at timestamptz not null,
  last_number integer not null default 0,
  last_customer_number integer not null default 0,
  customer_read_number integer not null default 0,
  agent_read_number integer not null default 0,
  opened_at timestamptz not null,
  first_replied_at timestamptz,
  resolved_at timestamptz,
  version integer not null default 1,
  check ((status = 'snoozed') = (snoozed_until is not null)),
  check ((status = 'resolved') = (resolved_at is not null))
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);

-- A customer has one unresolved conversation in a channel: two windows that write at once meet in it.
create unique index conversation_one_open on conversations.conversation (channel_id, customer_id) where status <> 'resolved';
create index conversation_customer on conversations.conversation (customer_id, opened_at desc);
-- Lists: who waits, who was answered, and what is closed; for everybody, for a team, for an agent.
create index conversation_waiting on conversations.conversation (waiting_since, id) where status = 'open' and waiting_since is not null;
create index conversation_team_waiting on conversations.conversation (team_id, waiting_since, id) where status = 'open' and waiting_since is not null;
create index conversation_answered on conversations.conversation (last_activity_at desc, id desc) where status = 'open' and waiting_since is null;
create index conversation_by_status on conversations.conversation (status, last_activity_at desc, id desc);
create index conversation_team on conversations.conversation (team_id, status, last_activity_at desc, id desc);
create index conversation_assignee on conversations.conversation (assignee_id, status, last_activity_at desc, id desc) where assignee_id is not null;
-- The queue that assignment takes from.
create index conversation_queue on conversations.conversation (team_id, customer_is_vip desc, waiting_since, id) where status = 'open' and assignee_id is null;
create index conversation_tags on conversations.conversation using gin (tags) where tags <> '{}';

create table conversations.message (
  conversation_id uuid not null references conversations.conversation (id),
  -- Made by whoever sends: sending again meets the primary key.
  id uuid not null,
  number integer not null,
  kind text not null check (kind in ('reply', 'note', 'event')),
  author_kind text not null check (author_kind in ('customer', 'agent', 'bot', 'system')),
  author_id uuid,
  author_name text not null,
  text text not null,
  attachments jsonb not null default '[]',
  mention_ids uuid[] not null default '{}',
  reply_to_id uuid,
  event jsonb,
  created_at timestamptz not null,
  primary key (conversation_id, id)
);
create unique index message_number on conversations.message (conversation_id, number);

-- Words of messages for search, written by a subscriber so that sending does not wait for it.
create table conversations.message_search (
  conversation_id uuid not null,
  message_id uuid not null,
  number integer not null,
  -- Grows with time: newest hits first without sorting all of them.
  position bigint generated always as identity,
  tokens tsvector not null,
  primary key (conversation_id, message_id)
);
create unique index message_search_position on conversations.message_search (position desc);
create index message_search_tokens on conversations.message_search using gin (tokens);

create table conversations.read_mark (
  conversation_id uuid not null references conversations.conversation (id),
  user_id uuid not null,
  number integer not null,
  primary key (conversation_id, user_id)
);

create table conversations.draft (
  conversation_id uuid not null references conversations.conversation (id),
  user_id uuid not null,
  mode text not null check (mode in ('reply', 'note')),
  text text not null,
  saved_at timestamptz not null,
  primary key (conversation_id, user_id)
);

-- An agent's place in the inbox. Capacity, teams and activity are copies of identity's, kept by a
-- subscriber; the load is changed in the transaction that assigns, snoozes, resolves or reopens.
create table conversations.seat (
  user_id uuid primary key,
  wish text not null default 'offline' check (wish in ('online', 'busy', 'offline')),
  presence text not null default 'offline' check (presence in ('online', 'busy', 'offline')),
  connected_until timestamptz,
  capacity integer not null,
  load integer not null default 0 check (load >= 0),
  team_ids uuid[] not null default '{}',
  is_active boolean not null default true,
  last_assigned_at timestamptz,
  version integer not null default 1
);

create table conversations.view (
  id uuid primary key,
  name text not null,
  filter jsonb not null,
  sort text not null,
  owner_id uuid not null,
  is_shared boolean not null,
  version integer not null default 1,
  deleted_at timestamptz
);
create index view_owner on conversations.view (owner_id) where deleted_at is null;

-- Conversations that followed a merge of customers, so that its undo brings exactly these back.
create table conversations.moved (
  merge_id uuid not null,
  conversation_id uuid not null references conversations.conversation (id),
  primary key (merge_id, conversation_id)
);

-- Tags in use, offered when tagging.
create table conversations.tag (
  name text primary key,
  first_used_at timestamptz not null
);
