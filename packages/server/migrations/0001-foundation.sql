-- Communities, initiatives, keys, events. Every table has community_id first in its primary key, so that data can be
-- spread over nodes by community. buurtkit_app sees one community (row-level security); buurtkit_public may only select
-- what is published open data anyway, always with an explicit community_id.

create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

create collation dutch (provider = icu, locale = 'nl-NL');

create function fold(value text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, value));

create function current_community() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('buurtkit.community_id', true), '')::uuid;

create table communities (
  community_id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('municipality', 'corporation', 'region')),
  name text not null,
  is_sample boolean not null default false,
  time_zone text not null default 'Europe/Amsterdam',
  address_form text not null default 'je' check (address_form in ('je', 'u')),
  contact jsonb not null default '{}',
  privacy_url text,
  look jsonb not null default '{}',
  allowed_origins text[] not null default '{}',
  revision bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index communities_by_name on communities (name collate dutch, slug);

create table community_members (
  community_id uuid not null references communities on delete cascade,
  member_id uuid not null references communities (community_id) on delete cascade,
  primary key (community_id, member_id)
);

create table areas (
  community_id uuid not null references communities on delete cascade,
  code text not null,
  year integer,
  name text not null,
  position integer not null default 0,
  primary key (community_id, code)
);

create table initiatives (
  community_id uuid not null references communities on delete cascade,
  id uuid not null default uuidv7(),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  kind text not null,
  stage text not null,
  themes text[] not null default '{}',
  context text,
  scale text,
  since text,
  summary jsonb not null,
  city text,
  area_code text,
  area_year integer,
  precision text,
  longitude double precision,
  latitude double precision,
  areas jsonb not null default '[]',
  area_codes text[] not null default '{}',
  accessibility jsonb not null default '{}',
  contact jsonb not null default '{}',
  looking_for jsonb not null default '[]',
  external_ids jsonb not null default '[]',
  checked_at timestamptz,
  is_recently_checked boolean not null default true,
  revision bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  search text not null generated always as (
    fold(name || ' ' || coalesce(summary ->> 'nl', '') || ' ' || coalesce(summary ->> 'en', '') || ' ' || coalesce(city, ''))
  ) stored,
  primary key (community_id, id),
  unique (community_id, slug),
  check ((longitude is null) = (latitude is null)),
  check ((city is null) = (precision is null))
);
create index initiatives_by_name on initiatives (community_id, name collate dutch, id);
create index initiatives_by_date on initiatives (community_id, updated_at desc, id);
create index initiatives_by_search on initiatives using gin (search gin_trgm_ops);
create index initiatives_by_theme on initiatives using gin (themes);
create index initiatives_by_area on initiatives using gin (area_codes);

create table chapters (
  community_id uuid not null,
  initiative_id uuid not null,
  id uuid not null default uuidv7(),
  position integer not null,
  title jsonb not null,
  text jsonb not null,
  blocks jsonb not null,
  dated date,
  primary key (community_id, initiative_id, id),
  foreign key (community_id, initiative_id) references initiatives (community_id, id) on delete cascade
);

-- Whose record is this? One row per name that another system has for something of ours.
create table external_ids (
  community_id uuid not null references communities on delete cascade,
  resource text not null,
  source text not null,
  external_id text not null,
  target_id uuid not null,
  primary key (community_id, resource, source, external_id)
);
create index external_ids_by_target on external_ids (community_id, resource, target_id);

create table event_heads (
  community_id uuid primary key references communities on delete cascade,
  sequence bigint not null default 0
);

create table events (
  community_id uuid not null references communities on delete cascade,
  sequence bigint not null,
  type text not null,
  subject_id uuid not null,
  subject_slug text not null,
  occurred_at timestamptz not null,
  primary key (community_id, sequence)
);

create table api_keys (
  community_id uuid not null references communities on delete cascade,
  id uuid not null default uuidv7(),
  hash bytea not null,
  role text not null check (role in ('member', 'organiser', 'desk', 'coordinator', 'admin')),
  target text,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (community_id, id)
);

create table idempotency_keys (
  community_id uuid not null references communities on delete cascade,
  caller text not null,
  route text not null,
  key text not null,
  request_hash bytea not null,
  status integer,
  headers jsonb,
  body text,
  created_at timestamptz not null,
  primary key (community_id, caller, route, key)
);
create index idempotency_keys_by_age on idempotency_keys (community_id, created_at);

create table imports (
  community_id uuid not null references communities on delete cascade,
  id uuid not null default uuidv7(),
  format text not null,
  file_hash bytea not null,
  state text not null check (state in ('committing', 'committed', 'undone')),
  committed_line integer not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (community_id, id)
);

-- What each imported row did, so that an import can be undone: what stood there before, and the revision it left.
create table import_rows (
  community_id uuid not null,
  import_id uuid not null,
  line integer not null,
  action text not null check (action in ('created', 'updated', 'unchanged')),
  target_id uuid not null,
  revision bigint not null,
  before jsonb,
  primary key (community_id, import_id, line),
  foreign key (community_id, import_id) references imports (community_id, id) on delete cascade
);

-- Files of every build of embed that was ever served; nothing of a community stands in them.
create table embed_files (
  sha384 text primary key,
  content bytea not null
);
create table embed_versions (
  version text not null,
  name text not null,
  sha384 text not null references embed_files,
  stored_at timestamptz not null default now(),
  primary key (version, name)
);

-- The one way from a token to its community; nobody but its owner and the function below can read it.
create table token_lookup (
  hash bytea primary key,
  community_id uuid not null references communities on delete cascade
);

create function find_api_key(token_hash bytea)
  returns table (community_id uuid, id uuid, role text, target text)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select k.community_id, k.id, k.role, k.target
  from token_lookup t join api_keys k on k.community_id = t.community_id and k.hash = t.hash
  where t.hash = token_hash and k.revoked_at is null
$$;

-- Role-dependent rights.
alter table communities enable row level security;
alter table community_members enable row level security;
alter table areas enable row level security;
alter table initiatives enable row level security;
alter table chapters enable row level security;
alter table external_ids enable row level security;
alter table event_heads enable row level security;
alter table events enable row level security;
alter table api_keys enable row level security;
alter table idempotency_keys enable row level security;
alter table imports enable row level security;
alter table import_rows enable row level security;

do $$
declare name text;
begin
  foreach name in array array['communities', 'community_members', 'areas', 'initiatives', 'chapters', 'external_ids', 'event_heads', 'events',
    'api_keys', 'idempotency_keys', 'imports', 'import_rows']
  loop
    execute format('create policy own_community on %I to buurtkit_app using (community_id = current_community()) with check (community_id = current_community())', name);
    execute format('grant select on %I to buurtkit_app', name);
  end loop;
  foreach name in array array['communities', 'community_members', 'areas', 'initiatives', 'chapters', 'event_heads', 'events']
  loop
    execute format('create policy open_data on %I for select to buurtkit_public using (true)', name);
    execute format('grant select on %I to buurtkit_public', name);
  end loop;
end $$;

grant usage on schema public to buurtkit_app, buurtkit_public;
grant update on communities to buurtkit_app;
grant insert, delete on areas to buurtkit_app;
grant insert, update, delete on initiatives, chapters, external_ids to buurtkit_app;
grant update on event_heads to buurtkit_app;
grant insert on events to buurtkit_app;
grant insert, update on api_keys, imports to buurtkit_app;
grant insert, update, delete on idempotency_keys to buurtkit_app;
grant insert on import_rows to buurtkit_app;
grant select, insert on embed_files, embed_versions to buurtkit_app;
grant select on embed_files, embed_versions to buurtkit_public;

revoke execute on function find_api_key(bytea) from public;
grant execute on function find_api_key(bytea) to buurtkit_app;
