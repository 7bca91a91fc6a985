create schema workbench;
-- Counters of the standard views: how many conversations stand in a bucket for a team and an assignee.
-- Kept from the event log by one subscriber, so that the message path never waits for a hot row.
create table workbench.bucket_count (
  bucket text not null check (bucket in ('waiting', 'answered', 'snoozed')),
  team_id uuid not null,
  assignee_id uuid not null,
  count integer not null,
  primary key (bucket, team_id, assignee_id)
);
-- Where each unresolved conversation is counted now. The zero uuid stands for none.
create table workbench.counted (
  conversation_id uuid primary key,
  bucket text not null,
  team_id uuid not null,
  assignee_id uuid not null,
  version integer not null
);
