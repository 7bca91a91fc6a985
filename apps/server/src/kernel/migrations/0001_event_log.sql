create schema log;

-- The event log and the audit record in one. `id` is given at insert (causal: a change that saw another
-- change has a higher id); `seq` is given by the relay after commit and has no gaps.
create table log.event (
  id bigint generated always as identity primary key,
  seq bigint unique,
  type text not null,
  version smallint not null default 1,
  actor_kind text not null,
  actor_id uuid,
  subject_type text not null,
  subject_id uuid not null,
  payload jsonb not null,
  -- Topics whose listeners may see it: conversations, team:…, user:…, customer:…, staff.
  audience text[] not null,
  at timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 5000, fillfactor = 90);
create index event_unstamped on log.event (id) where seq is null;
create index event_subject on log.event (subject_id, id);
create index event_actor on log.event (actor_id, id) where actor_id is not null;

-- One row: the last given seq. The relay that holds the advisory lock is the only writer.
create table log.head (
  is_only boolean primary key default true check (is_only),
  seq bigint not null
);
insert into log.head (seq) values (0);

create table log.subscriber (
  name text primary key,
  cursor bigint not null,
  failures integer not null default 0,
  last_error text,
  updated_at timestamptz not null default now()
);

create table log.set_aside (
  id bigint generated always as identity primary key,
  subscriber text not null,
  seq bigint not null,
  error text not null,
  at timestamptz not null,
  unique (subscriber, seq)
);

create schema files;
create table files.file (
  id uuid primary key,
  name text not null,
  media_type text not null,
  size bigint not null,
  width integer,
  height integer,
  has_thumbnail boolean not null,
  -- Who uploaded: an agent's user id or a visitor's customer id.
  owner_kind text not null check (owner_kind in ('user', 'customer')),
  owner_id uuid not null,
  created_at timestamptz not null
);
create index file_owner on files.file (owner_id);
