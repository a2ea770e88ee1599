-- A place that turns out to be somebody's home: where it was, as written down before, goes at once, by whatever door the news
-- came. What remains everywhere is the grid point.

-- Of what imports found: by the thing that it was found of.
create index import_rows_by_target on import_rows (community_id, target_id) where before is not null;

create function forget_home() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  point jsonb := case when new.longitude is not null
    then jsonb_build_object('type', 'Point', 'coordinates', jsonb_build_array(new.longitude, new.latitude)) else 'null' end;
begin
  update idempotency_keys k
  set body = regexp_replace(k.body, '\{"type":"Point","coordinates":\[[^]]*\]\}', point::text, 'g')
  where k.community_id = new.community_id and strpos(k.body, '"Point"') > 0 and strpos(k.body, new.id::text) > 0;
  if tg_table_name = 'opportunities' then
    return null;
  end if;

  -- A point that is a shared building's own stands in public anyway, and an import that is undone may need it.
  update import_rows r
  set before = r.before || jsonb_build_object('longitude', new.longitude, 'latitude', new.latitude)
    || case when r.before ->> 'precision' = 'exact' then '{"precision": "grid", "place_id": null}'::jsonb else '{}'::jsonb end
  where r.community_id = new.community_id and r.target_id = new.id and r.resource = 'initiative'
    and jsonb_typeof(r.before -> 'longitude') = 'number'
    and not exists (
      select from places p
      where p.community_id = r.community_id and p.id = (r.before ->> 'place_id')::uuid
        and p.longitude = (r.before ->> 'longitude')::float8 and p.latitude = (r.before ->> 'latitude')::float8
    );

  update revisions r
  set content = case when jsonb_typeof(r.content -> 'location') = 'object' then jsonb_set(r.content, '{location}', point) else r.content end,
    base = case when jsonb_typeof(r.base -> 'location') = 'object' then jsonb_set(r.base, '{location}', point) else r.base end
  where r.community_id = new.community_id and r.initiative_id = new.id;

  -- Work has the point of its initiative, unless it said otherwise.
  update opportunities o
  set precision = case when o.city is not null then 'grid' end, longitude = new.longitude, latitude = new.latitude, revision = o.revision + 1, updated_at = new.updated_at
  where o.community_id = new.community_id and o.initiative_id = new.id and o.place_id is null
    and o.precision is distinct from 'grid' and o.longitude = old.longitude and o.latitude = old.latitude;
  return null;
end $$;

create trigger home_is_forgotten after update on initiatives for each row
  when (new.precision = 'grid' and old.precision is distinct from 'grid') execute function forget_home();
create trigger home_is_forgotten after update on opportunities for each row
  when (new.precision = 'grid' and old.precision is distinct from 'grid') execute function forget_home();
