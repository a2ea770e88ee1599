-- Work that looks for hands, its shifts, who signed up, and the hours they worked. What is published stands in opportunities and
-- shifts; people stand in signups and volunteers, which only their community's own server reads.

create table opportunities (
  community_id uuid not null references communities on delete cascade,
  id uuid not null default uuidv7(),
  initiative_id uuid,
  partner_id uuid,
  title jsonb not null,
  summary jsonb not null,
  text jsonb,
  blocks jsonb,
  kind text not null,
  city text,
  area_code text,
  area_year integer,
  precision text,
  place_id uuid,
  longitude double precision,
  latitude double precision,
  areas jsonb not null default '[]',
  area_codes text[] not null default '{}',
  themes text[] not null default '{}',
  skills text[] not null default '{}',
  languages text[] not null default '{}',
  commitment jsonb,
  min_age integer not null default 18,
  minors text not null default 'none',
  vog text not null default 'none',
  expenses jsonb,
  training jsonb,
  earns_credits boolean not null default false,
  is_for_children boolean not null default false,
  is_wheelchair_accessible boolean not null default false,
  contact jsonb not null default '{}',
  approval text not null,
  questions jsonb not null default '[]',
  visible_from timestamptz,
  visible_until timestamptz,
  is_sample boolean not null default false,
  is_closed boolean not null default false,
  search text not null generated always as (
    fold((title ->> 'nl') || ' ' || coalesce(title ->> 'en', '') || ' ' || (summary ->> 'nl') || ' ' || coalesce(summary ->> 'en', '') || ' ' || coalesce(city, ''))
  ) stored,
  revision bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, initiative_id) references initiatives (community_id, id) on delete set null (initiative_id),
  foreign key (community_id, partner_id) references partners (community_id, id) on delete set null (partner_id),
  foreign key (community_id, place_id) references places (community_id, id) on delete set null (place_id),
  check ((longitude is null) = (latitude is null)),
  check ((city is null) = (precision is null))
);
create index opportunities_by_title on opportunities (community_id, (title ->> 'nl') collate dutch, id);
create index opportunities_by_initiative on opportunities (community_id, initiative_id) where initiative_id is not null;
create index opportunities_by_partner on opportunities (community_id, partner_id) where partner_id is not null;
create index opportunities_by_search on opportunities using gin (search gin_trgm_ops);
create index opportunities_by_place on opportunities using gist (point(longitude, latitude));

create table shifts (
  community_id uuid not null,
  id uuid not null default uuidv7(),
  opportunity_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- In the community's own time: what people filter by.
  weekday smallint not null check (weekday between 1 and 7),
  part_of_day text not null check (part_of_day in ('morning', 'afternoon', 'evening')),
  roles jsonb not null,
  waitlist_enabled boolean not null default false,
  waitlist_max integer not null default 0,
  signup_opens_at timestamptz,
  signup_closes_at timestamptz,
  cancel_until timestamptz,
  cancelled_at timestamptz,
  -- Goes up with each change that mails are sent about (RFC 5545, 3.8.7.4).
  sequence integer not null default 0,
  revision bigint not null default 1,
  updated_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, opportunity_id) references opportunities (community_id, id) on delete cascade,
  check (starts_at < ends_at)
);
create index shifts_by_opportunity on shifts (community_id, opportunity_id, starts_at);
create index shifts_by_time on shifts (community_id, ends_at, starts_at);

-- What only people with a place may know.
create table shift_secrets (
  community_id uuid not null,
  shift_id uuid not null,
  note jsonb,
  check_in_code text not null,
  primary key (community_id, shift_id),
  foreign key (community_id, shift_id) references shifts (community_id, id) on delete cascade
);

-- Who a sign-up is of: apart, so that forgetting somebody is one row.
create table volunteers (
  community_id uuid not null references communities on delete cascade,
  id uuid not null default uuidv7(),
  name text,
  email text,
  phone text,
  age_band text not null,
  guardian_email text,
  language text not null,
  vog_seen_on date,
  vog_expires_on date,
  email_confirmed_at timestamptz,
  calendar_hash bytea,
  forgotten_at timestamptz,
  created_at timestamptz not null,
  primary key (community_id, id)
);
create index volunteers_by_email on volunteers (community_id, lower(email)) where email is not null;

create table signups (
  community_id uuid not null,
  id uuid not null default uuidv7(),
  -- Null is a hold: nobody has a name yet.
  volunteer_id uuid,
  opportunity_id uuid not null,
  shift_id uuid,
  role text,
  state text not null check (state in ('held', 'awaiting-email', 'awaiting-guardian', 'awaiting-review', 'intro-planned', 'confirmed', 'checked-in',
    'done', 'no-show', 'waitlisted', 'offered', 'declined', 'expired', 'refused', 'cancelled')),
  -- Until when this state holds a place or can be acted on; null is for good. Compared with the moment it is, always.
  expires_at timestamptz,
  -- Where in the row of those who wait: lower comes first.
  waiting_since bigint,
  children integer not null default 0,
  answers jsonb not null default '{}',
  intro_at timestamptz,
  guardian_agreed_at timestamptz,
  reminded_organiser_at timestamptz,
  escalated_at timestamptz,
  answered_at timestamptz,
  -- Which sequence of its shift somebody was reminded of.
  reminded_sequence integer,
  checked_in_at timestamptz,
  cancelled_by text check (cancelled_by in ('person', 'organiser', 'guardian', 'server')),
  reason text,
  -- A hold's form and the address it came from, as a keyed hash.
  held_by bytea,
  revision bigint not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, volunteer_id) references volunteers (community_id, id),
  foreign key (community_id, opportunity_id) references opportunities (community_id, id) on delete cascade,
  foreign key (community_id, shift_id) references shifts (community_id, id) on delete cascade,
  check ((state = 'held') = (volunteer_id is null) or state = 'expired')
);
create index signups_by_shift on signups (community_id, shift_id, state);
create index signups_by_opportunity on signups (community_id, opportunity_id, id);
create index signups_by_volunteer on signups (community_id, volunteer_id);
create index signups_by_expiry on signups (community_id, expires_at) where expires_at is not null;
create index signups_by_answer on signups (community_id, created_at) where answered_at is null;

create table hours (
  community_id uuid not null,
  id uuid not null default uuidv7(),
  signup_id uuid not null,
  minutes integer not null check (minutes between 1 and 1440),
  worked_on date not null,
  state text not null check (state in ('submitted', 'approved', 'refused')),
  reason text,
  submitted_by text not null,
  decided_by text,
  decided_at timestamptz,
  submitted_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, signup_id, worked_on),
  foreign key (community_id, signup_id) references signups (community_id, id) on delete cascade
);
create index hours_by_state on hours (community_id, state, id desc);

-- How many places of each role are taken at a moment, and how many wait: counts, and nothing about anybody.
create function shift_counts(community uuid, shift uuid, at timestamptz)
  returns table (role text, taken bigint, waiting bigint)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select s.role,
    count(*) filter (where s.state in ('confirmed', 'checked-in', 'done', 'no-show')
      or (s.state in ('held', 'awaiting-email', 'awaiting-guardian', 'awaiting-review', 'intro-planned', 'offered')
        and (s.expires_at is null or s.expires_at > at))),
    count(*) filter (where s.state = 'waitlisted')
  from signups s
  where s.community_id = community and s.shift_id = shift
  group by s.role
$$;
revoke execute on function shift_counts(uuid, uuid, timestamptz) from public;
grant execute on function shift_counts(uuid, uuid, timestamptz) to buurtkit_app, buurtkit_public;

do $$
declare name text;
begin
  foreach name in array array['opportunities', 'shifts', 'shift_secrets', 'volunteers', 'signups', 'hours']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_community on %I to buurtkit_app using (community_id = current_community()) with check (community_id = current_community())', name);
    execute format('grant select, insert, update, delete on %I to buurtkit_app', name);
  end loop;
  foreach name in array array['opportunities', 'shifts']
  loop
    execute format('create policy open_data on %I for select to buurtkit_public using (true)', name);
    execute format('grant select on %I to buurtkit_public', name);
  end loop;
end $$;

-- Whether two shifts at the same time are refused, and how long a finished sign-up is kept.
alter table communities add column refuses_overlap boolean not null default false;
alter table communities add column signup_retention_months integer not null default 24 check (signup_retention_months between 1 and 120);

-- A personal calendar leads to its community as a link does.
create function find_calendar(token_hash bytea)
  returns table (community_id uuid)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select v.community_id
  from token_lookup t join volunteers v on v.community_id = t.community_id and v.calendar_hash = t.hash
  where t.hash = token_hash
$$;
revoke execute on function find_calendar(bytea) from public;
grant execute on function find_calendar(bytea) to buurtkit_app;
create index volunteers_by_calendar on volunteers (community_id, calendar_hash) where calendar_hash is not null;

-- That a waiting list was put in another order, and why.
create table waitlist_orders (
  community_id uuid not null,
  id uuid not null default uuidv7(),
  shift_id uuid not null,
  reason text not null,
  ordered_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, shift_id) references shifts (community_id, id) on delete cascade
);
create index waitlist_orders_by_shift on waitlist_orders (community_id, shift_id);
alter table waitlist_orders enable row level security;
create policy own_community on waitlist_orders to buurtkit_app
  using (community_id = current_community()) with check (community_id = current_community());
grant select, insert on waitlist_orders to buurtkit_app;
