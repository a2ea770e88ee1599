-- Opening hours: the rules stand with the initiative, the stretches of time that they come to in the coming weeks are rows.
create extension if not exists btree_gist with schema public;

alter table initiatives add column opening_hours jsonb;

-- How far the openings of an initiative have been worked out; it has a row when its hours are known.
create table opening_windows (
  community_id uuid not null,
  initiative_id uuid not null,
  filled_until timestamptz not null,
  primary key (community_id, initiative_id),
  foreign key (community_id, initiative_id) references initiatives (community_id, id) on delete cascade
);
create index opening_windows_by_end on opening_windows (community_id, filled_until);

create table openings (
  community_id uuid not null,
  initiative_id uuid not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  primary key (community_id, initiative_id, opens_at),
  foreign key (community_id, initiative_id) references opening_windows on delete cascade,
  check (opens_at < closes_at)
);
create index openings_by_time on openings using gist (community_id, tstzrange(opens_at, closes_at));

alter table opening_windows enable row level security;
alter table openings enable row level security;
create policy own_community on opening_windows to buurtkit_app
  using (community_id = current_community()) with check (community_id = current_community());
create policy own_community on openings to buurtkit_app
  using (community_id = current_community()) with check (community_id = current_community());
create policy open_data on openings for select to buurtkit_public using (true);
grant select, insert, delete on opening_windows, openings to buurtkit_app;
grant select on openings to buurtkit_public;
