create schema channels;
create table channels.channel (
  id uuid primary key,
  type text not null check (type in ('web')),
  name text not null,
  -- Public: stands in the script tag.
  key text not null unique,
  settings jsonb not null,
  is_enabled boolean not null default true,
  -- With these the shop signs its logged-in shoppers; encrypted (AES-256-GCM) under the installation's secret.
  secret bytea not null,
  previous_secret bytea,
  previous_secret_until timestamptz,
  version integer not null default 1
);
