create schema customers;

create table customers.customer (
  id uuid primary key,
  name text not null default '',
  is_vip boolean not null default false,
  email text,
  phone text,
  language text,
  note text not null default '',
  tags text[] not null default '{}',
  -- Search tokens of name, e-mail, phone and identities, made by @xiaoer/nlu.
  tokens tsvector not null default '',
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- Set when folded into another customer; the row stays for the undo and for old links.
  merged_into_id uuid references customers.customer (id),
  version integer not null default 1
);
create index customer_last_seen on customers.customer (last_seen_at desc, id desc) where merged_into_id is null;
create index customer_tokens on customers.customer using gin (tokens);

-- One way of reaching the shop. `scope` separates number spaces: the channel for a shop's own ids.
create table customers.identity (
  id uuid primary key,
  customer_id uuid not null references customers.customer (id),
  kind text not null check (kind in ('visitor', 'shop', 'email', 'phone')),
  scope text not null default '',
  value text not null,
  is_verified boolean not null default false,
  created_at timestamptz not null,
  unique (kind, scope, value)
);
create index identity_customer on customers.identity (customer_id);

create table customers.merge (
  id uuid primary key,
  survivor_id uuid not null references customers.customer (id),
  merged_id uuid not null references customers.customer (id),
  -- Identities that moved, so that the undo moves exactly those back.
  identity_ids uuid[] not null,
  survivor_before jsonb not null,
  merged_at timestamptz not null,
  merged_by uuid,
  undone_at timestamptz
);
create index merge_survivor on customers.merge (survivor_id);
