create schema identity;

-- user, session, account, verification and two_factor are better-auth's tables with its fields in
-- snake_case (see auth/better-auth.ts); the columns below its own are ours.
create table identity."user" (
  id uuid primary key,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  role text not null check (role in ('owner', 'administrator', 'manager', 'lead', 'agent', 'inspector', 'trainer', 'analyst', 'viewer')),
  -- Conversations they take at once.
  capacity integer not null default 5 check (capacity between 0 and 100),
  is_active boolean not null default true,
  preferences jsonb not null,
  version integer not null default 1
);
create unique index user_email on identity."user" (lower(email));

create table identity.session (
  id uuid primary key,
  user_id uuid not null references identity."user" on delete cascade,
  token text not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index session_token on identity.session (token);
create index session_owner on identity.session (user_id);

create table identity.account (
  id uuid primary key,
  user_id uuid not null references identity."user" on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index account_provider on identity.account (provider_id, account_id);
create index account_owner on identity.account (user_id);

create table identity.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on identity.verification (identifier);

create table identity.two_factor (
  id uuid primary key,
  user_id uuid not null references identity."user" on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create unique index two_factor_user on identity.two_factor (user_id);

create table identity.team (
  id uuid primary key,
  name text not null,
  description text not null default '',
  is_auto_assigned boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create unique index team_name on identity.team (lower(name));

create table identity.team_member (
  team_id uuid not null references identity.team on delete cascade,
  user_id uuid not null references identity."user" on delete cascade,
  primary key (team_id, user_id)
);
create index team_member_user on identity.team_member (user_id);

create table identity.invitation (
  id uuid primary key,
  email text not null,
  role text not null,
  team_ids uuid[] not null,
  invited_by_id uuid references identity."user" on delete set null,
  -- SHA-256 of the link's token: who reads the table cannot join with it.
  token_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create unique index invitation_token on identity.invitation (token_hash);
-- One open invitation an address; inviting again revokes the last one.
create unique index invitation_open on identity.invitation (lower(email)) where accepted_at is null and revoked_at is null;

-- One row. Changes of users and teams lock it first, so they happen one after the other: the last owner
-- cannot be lost to two changes at once, and membership is never half of two edits.
create table identity.workspace (
  is_only boolean primary key default true check (is_only),
  shop_name text not null,
  -- Goes into the token of the one-time set-up link, with the installation's secret.
  set_up_nonce uuid not null default gen_random_uuid()
);
insert into identity.workspace (shop_name) values ('');
