-- Places that several share, organisations, what they do for residents, and who stands behind which initiative.

create table places (
  community_id uuid not null references communities on delete cascade,
  id uuid not null default uuidv7(),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  street text,
  postcode text,
  city text not null,
  area_code text,
  area_year integer,
  longitude double precision,
  latitude double precision,
  accessibility jsonb not null default '{}',
  is_available boolean not null default false,
  available_for jsonb,
  revision bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, slug),
  check ((longitude is null) = (latitude is null)),
  check (street is not null or postcode is null)
);
create index places_by_name on places (community_id, name collate dutch, id);

create table partners (
  community_id uuid not null references communities on delete cascade,
  id uuid not null default uuidv7(),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  kind text not null,
  city text,
  summary jsonb not null,
  website text,
  is_sample boolean not null default false,
  contacts jsonb not null default '[]',
  areas jsonb not null default '[]',
  area_codes text[] not null default '{}',
  parent_community_id uuid,
  parent_id uuid,
  place_id uuid,
  external_ids jsonb not null default '[]',
  owned_fields jsonb not null default '{}',
  -- What its services do and are about, each once: kept in step when a service changes.
  functions text[] not null default '{}',
  themes text[] not null default '{}',
  revision bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, slug),
  foreign key (community_id, place_id) references places (community_id, id) on delete set null (place_id),
  foreign key (parent_community_id, parent_id) references partners (community_id, id) on delete set null (parent_community_id, parent_id)
);
create index partners_by_name on partners (community_id, name collate dutch, id);
create index partners_by_date on partners (community_id, updated_at desc, id);
create index partners_by_area on partners using gin (area_codes);
create index partners_by_place on partners (community_id, place_id) where place_id is not null;
create index partners_by_parent on partners (parent_community_id, parent_id) where parent_id is not null;

-- Who belongs to a network; the row is the network's, a member may be of any community.
create table network_members (
  community_id uuid not null,
  network_id uuid not null,
  member_community_id uuid not null,
  member_id uuid not null,
  position integer not null,
  primary key (community_id, network_id, member_community_id, member_id),
  foreign key (community_id, network_id) references partners (community_id, id) on delete cascade,
  foreign key (member_community_id, member_id) references partners (community_id, id) on delete cascade
);
create index networks_by_member on network_members (member_community_id, member_id);

create table services (
  community_id uuid not null references communities on delete cascade,
  id uuid not null default uuidv7(),
  partner_id uuid not null,
  name jsonb not null,
  summary jsonb not null,
  functions text[] not null,
  themes text[] not null default '{}',
  for_whom jsonb,
  how_to_get jsonb,
  cost jsonb,
  capacity jsonb,
  status text not null default 'active',
  place_id uuid,
  areas jsonb not null default '[]',
  area_codes text[] not null default '{}',
  contact jsonb not null default '{}',
  opening_hours jsonb,
  external_ids jsonb not null default '[]',
  owned_fields jsonb not null default '{}',
  revision bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, partner_id) references partners (community_id, id) on delete cascade,
  foreign key (community_id, place_id) references places (community_id, id) on delete set null (place_id)
);
create index services_by_partner on services (community_id, partner_id);
create index services_by_name on services (community_id, (name ->> 'nl') collate dutch, id);
create index services_by_date on services (community_id, updated_at desc, id);
create index services_by_place on services (community_id, place_id) where place_id is not null;

-- Who stands behind an initiative: the row is the initiative's and is edited there; the organisation may be of any community.
create table coalitions (
  community_id uuid not null,
  initiative_id uuid not null,
  partner_community_id uuid not null,
  partner_id uuid not null,
  role text not null,
  since text,
  position integer not null,
  primary key (community_id, initiative_id, partner_community_id, partner_id, role),
  foreign key (community_id, initiative_id) references initiatives (community_id, id) on delete cascade,
  foreign key (partner_community_id, partner_id) references partners (community_id, id) on delete cascade
);
create index coalitions_by_partner on coalitions (partner_community_id, partner_id);

alter table initiatives add column place_id uuid;
alter table initiatives add foreign key (community_id, place_id) references places (community_id, id) on delete set null (place_id);
create index initiatives_by_shared_place on initiatives (community_id, place_id) where place_id is not null;
alter table initiatives add column has_contact_form boolean not null default false;
-- Which fields another system keeps, and which one: {"name": "sociale-kaart-x"}.
alter table initiatives add column owned_fields jsonb not null default '{}';

-- What was changed, when and in what role: for ever, and nobody's name. Ids only, so that erasing a person touches nothing here.
create table audit (
  community_id uuid not null,
  id uuid not null default uuidv7(),
  occurred_at timestamptz not null,
  actor text not null check (actor in ('resident', 'member', 'organiser', 'desk', 'coordinator', 'admin', 'command', 'server')),
  actor_id uuid,
  action text not null,
  resource text not null,
  subject_id uuid not null,
  fields text[] not null default '{}',
  primary key (community_id, id)
);
create index audit_by_subject on audit (community_id, resource, subject_id, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is written once and never changed', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_is_kept before update or delete on audit for each row execute function refuse_change();
create trigger audit_is_kept_whole before truncate on audit for each statement execute function refuse_change();

do $$
declare name text;
begin
  foreach name in array array['places', 'partners', 'network_members', 'services', 'coalitions', 'audit']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_community on %I to buurtkit_app using (community_id = current_community()) with check (community_id = current_community())', name);
    execute format('grant select, insert on %I to buurtkit_app', name);
  end loop;
  foreach name in array array['places', 'partners', 'network_members', 'services', 'coalitions']
  loop
    execute format('create policy open_data on %I for select to buurtkit_public using (true)', name);
    execute format('grant select on %I to buurtkit_public', name);
    execute format('grant update, delete on %I to buurtkit_app', name);
  end loop;
end $$;
