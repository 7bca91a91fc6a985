create schema canned_responses;
create table canned_responses.canned_response (
  id uuid primary key,
  shortcut text not null,
  title text not null,
  body text not null,
  language text,
  team_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz
);
-- One shortcut for a team and language; null means all of them.
create unique index canned_response_shortcut on canned_responses.canned_response
  (shortcut, coalesce(team_id, '00000000-0000-0000-0000-000000000000'), coalesce(language, ''))
  where deleted_at is null;
