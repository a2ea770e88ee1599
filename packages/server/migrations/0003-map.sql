-- The map: where each initiative is counted, and counts per square of the Web Mercator grid for one dimension at a time
-- (all, a kind, a stage, a theme), so that a view of a million initiatives is answered from some thousands of rows.
-- A square at level n is one of 2^n × 2^n. Whoever changes an initiative calls refresh_map in the same transaction, once
-- it has the community's event head: that lock puts writers in a row, so that two who touch the same squares can't
-- deadlock and no count is lost.

-- Whole numbers on the grid at level 30, a few centimetres each.
create function map_x(longitude double precision) returns integer
  language sql immutable strict parallel safe
  return greatest(0, least(1073741823, floor((longitude + 180) / 360 * 1073741824)))::integer;

create function map_y(latitude double precision) returns integer
  language sql immutable strict parallel safe
  return greatest(0, least(1073741823, floor((0.5 - ln(tan(pi() / 4 + radians(greatest(-85.06, least(85.06, latitude))) / 2)) / (2 * pi())) * 1073741824)))::integer;

create function map_dimensions(kind text, stage text, themes text[]) returns text[]
  language sql immutable strict parallel safe
  return array['all', 'kind:' || kind, 'stage:' || stage] || array(select distinct 'theme:' || theme from unnest(themes) theme);

-- What stands on the map, narrow: what the filters of the map ask for and nothing else.
-- No foreign keys: they would be checked for each of some twenty squares per initiative, and refresh_map alone writes here.
create table map_points (
  community_id uuid not null,
  id uuid not null,
  x integer not null,
  y integer not null,
  longitude double precision not null,
  latitude double precision not null,
  kind text not null,
  stage text not null,
  context text,
  themes text[] not null,
  area_codes text[] not null,
  primary key (community_id, id)
);
-- A view's edges are strips one square wide: a standing one is a range of the first, a lying one of the second.
create index map_points_by_column on map_points (community_id, (x >> 15), y);
create index map_points_by_row on map_points (community_id, (y >> 15), x);

create table map_cells (
  community_id uuid not null,
  level smallint not null,
  dimension text not null,
  x integer not null,
  y integer not null,
  count integer not null,
  -- In 1e-7 degrees: whole numbers can be added and taken away without drifting.
  sum_longitude bigint not null,
  sum_latitude bigint not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  -- One of its members: the one, when there is one.
  sample_id uuid not null,
  primary key (community_id, level, dimension, x, y)
) with (fillfactor = 80);
create index map_cells_by_row on map_cells (community_id, level, dimension, y, x);

-- Counts these squares anew: the finest from the points, each coarser one from the eight by eight below it.
create function recount_map_cells(community uuid, gone map_points[]) returns void
  language plpgsql
as $$
declare
  of_level integer;
begin
  foreach of_level in array array[15, 12, 9, 6]
  loop
    with touched as (
      select distinct dimension, p.x >> (30 - of_level) as x, p.y >> (30 - of_level) as y
      from unnest(gone) p cross join lateral unnest(map_dimensions(p.kind, p.stage, p.themes)) dimension
    ), counted as (
      select t.dimension, t.x, t.y, coalesce(sum(f.count), 0) as count, sum(f.sum_longitude) as sum_longitude, sum(f.sum_latitude) as sum_latitude,
        min(f.west) as west, min(f.south) as south, max(f.east) as east, max(f.north) as north, any_value(f.sample_id) as sample_id
      from touched t
      left join lateral (
        select 1 as count, round(p.longitude * 1e7)::bigint as sum_longitude, round(p.latitude * 1e7)::bigint as sum_latitude,
          p.longitude as west, p.latitude as south, p.longitude as east, p.latitude as north, p.id as sample_id
        from map_points p
        where of_level = 15 and p.community_id = community and p.x >> 15 = t.x and p.y between t.y << 15 and (t.y << 15) + 32767
          and t.dimension = any (map_dimensions(p.kind, p.stage, p.themes))
        union all
        select c.count, c.sum_longitude, c.sum_latitude, c.west, c.south, c.east, c.north, c.sample_id
        from map_cells c
        where of_level < 15 and c.community_id = community and c.level = of_level + 3 and c.dimension = t.dimension
          and c.x between t.x << 3 and (t.x << 3) + 7 and c.y between t.y << 3 and (t.y << 3) + 7
      ) f on true
      group by t.dimension, t.x, t.y
    ), emptied as (
      delete from map_cells c using counted n
      where n.count = 0 and c.community_id = community and c.level = of_level and (c.dimension, c.x, c.y) = (n.dimension, n.x, n.y)
    )
    update map_cells c
    set (count, sum_longitude, sum_latitude, west, south, east, north, sample_id)
      = row (n.count, n.sum_longitude, n.sum_latitude, n.west, n.south, n.east, n.north, n.sample_id)
    from counted n
    where n.count > 0 and c.community_id = community and c.level = of_level and (c.dimension, c.x, c.y) = (n.dimension, n.x, n.y);
  end loop;
end $$;

-- Brings the map in step with these initiatives as they stand now: changed, moved, new or gone.
create function refresh_map(community uuid, ids uuid[]) returns void
  language plpgsql
as $$
declare
  gone map_points[];
  added map_points[];
begin
  with removed as (
    delete from map_points p
    where p.community_id = community and p.id = any (ids) and not exists (
      select from initiatives i
      where i.community_id = community and i.id = p.id
        and (i.longitude, i.latitude, i.kind, i.stage, i.context, i.themes, i.area_codes)
          is not distinct from (p.longitude, p.latitude, p.kind, p.stage, p.context, p.themes, p.area_codes))
    returning p.*
  )
  select array_agg(removed::map_points) into gone from removed;
  if gone is not null then perform recount_map_cells(community, gone); end if;

  with placed as (
    insert into map_points as p (community_id, id, x, y, longitude, latitude, kind, stage, context, themes, area_codes)
    select i.community_id, i.id, map_x(i.longitude), map_y(i.latitude), i.longitude, i.latitude, i.kind, i.stage, i.context, i.themes, i.area_codes
    from initiatives i
    where i.community_id = community and i.id = any (ids) and i.longitude is not null
    on conflict do nothing
    returning p.*
  )
  select array_agg(placed::map_points) into added from placed;
  if added is null then return; end if;

  insert into map_cells as c (community_id, level, dimension, x, y, count, sum_longitude, sum_latitude, west, south, east, north, sample_id)
  select community, level, dimension, p.x >> (30 - level), p.y >> (30 - level), count(*),
    sum(round(p.longitude * 1e7)), sum(round(p.latitude * 1e7)), min(p.longitude), min(p.latitude), max(p.longitude), max(p.latitude), any_value(p.id)
  from unnest(added) p
    cross join lateral unnest(map_dimensions(p.kind, p.stage, p.themes)) dimension
    cross join unnest(array[6, 9, 12, 15]) level
  group by 2, 3, 4, 5
  on conflict (community_id, level, dimension, x, y) do update set
    count = c.count + excluded.count,
    sum_longitude = c.sum_longitude + excluded.sum_longitude,
    sum_latitude = c.sum_latitude + excluded.sum_latitude,
    west = least(c.west, excluded.west),
    south = least(c.south, excluded.south),
    east = greatest(c.east, excluded.east),
    north = greatest(c.north, excluded.north);
end $$;

-- The whole map of a community from nothing: after a bulk load that wrote past refresh_map.
create function rebuild_map(community uuid) returns void
  language plpgsql
as $$
declare
  of_level integer;
begin
  delete from map_cells where community_id = community;
  delete from map_points where community_id = community;

  insert into map_points (community_id, id, x, y, longitude, latitude, kind, stage, context, themes, area_codes)
  select i.community_id, i.id, map_x(i.longitude), map_y(i.latitude), i.longitude, i.latitude, i.kind, i.stage, i.context, i.themes, i.area_codes
  from initiatives i
  where i.community_id = community and i.longitude is not null
  order by map_x(i.longitude) >> 15, map_y(i.latitude);

  insert into map_cells (community_id, level, dimension, x, y, count, sum_longitude, sum_latitude, west, south, east, north, sample_id)
  select community, 15, dimension, p.x >> 15, p.y >> 15, count(*),
    sum(round(p.longitude * 1e7)), sum(round(p.latitude * 1e7)), min(p.longitude), min(p.latitude), max(p.longitude), max(p.latitude), any_value(p.id)
  from map_points p cross join lateral (
    select 'all' as dimension union all select 'kind:' || p.kind union all select 'stage:' || p.stage
    union all select distinct 'theme:' || theme from unnest(p.themes) theme
  ) d
  where p.community_id = community
  group by 3, 4, 5
  order by 3, 4, 5;

  foreach of_level in array array[12, 9, 6]
  loop
    insert into map_cells (community_id, level, dimension, x, y, count, sum_longitude, sum_latitude, west, south, east, north, sample_id)
    select community, of_level, dimension, x >> 3, y >> 3, sum(count), sum(sum_longitude), sum(sum_latitude),
      min(west), min(south), max(east), max(north), any_value(sample_id)
    from map_cells
    where community_id = community and level = of_level + 3
    group by 3, 4, 5
    order by 3, 4, 5;
  end loop;
end $$;

select rebuild_map(community_id) from communities;

create function forget_map() returns trigger
  language plpgsql
as $$
begin
  delete from map_cells where community_id = old.community_id;
  delete from map_points where community_id = old.community_id;
  return null;
end $$;
create trigger map_of_removed_community after delete on communities for each row execute function forget_map();

-- The list's own way to what is in a small view or near a point.
create index initiatives_by_place on initiatives using gist (point(longitude, latitude));

-- Places by name: towns and initiatives by how they begin.
create index initiatives_by_city on initiatives (fold(city) text_pattern_ops) where longitude is not null;
create index initiatives_by_beginning on initiatives (fold(name) text_pattern_ops) where longitude is not null;

alter table map_points enable row level security;
alter table map_cells enable row level security;
create policy own_community on map_points to buurtkit_app using (community_id = current_community()) with check (community_id = current_community());
create policy own_community on map_cells to buurtkit_app using (community_id = current_community()) with check (community_id = current_community());
create policy open_data on map_points for select to buurtkit_public using (true);
create policy open_data on map_cells for select to buurtkit_public using (true);
grant select, insert, update, delete on map_points, map_cells to buurtkit_app;
grant select on map_points, map_cells to buurtkit_public;
