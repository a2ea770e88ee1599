-- Searching organisations, services and places as initiatives are searched, each by its own words; and when services are open.

alter table search_words add column resource text not null default 'initiative';
update search_words set resource = 'area' where term <> word;
alter table search_words alter column resource drop default;
alter table search_words drop constraint search_words_pkey;
alter table search_words add primary key (community_id, resource, word, term);

create or replace function keep_search_words() returns trigger language plpgsql as $$
begin
  insert into search_words (community_id, resource, word, term)
  select distinct written.community_id, tg_argv[0], found.word, found.word
  from written cross join lateral unnest(tsvector_to_array(written.search_terms)) found (word)
  where strpos(found.word, '=') = 0
    and not exists (
      select from search_words s
      where s.community_id = written.community_id and s.resource = tg_argv[0] and s.word = found.word and s.term = found.word)
  order by 1, 2, 3
  on conflict do nothing;
  return null;
end $$;

create or replace function keep_area_words() returns trigger language plpgsql as $$
begin
  insert into search_words (community_id, resource, word, term)
  select distinct written.community_id, 'area', found.word, '=area=' || written.code
  from written cross join lateral unnest(tsvector_to_array(plain_words(written.name))) found (word)
  order by 1, 3, 4
  on conflict do nothing;
  return null;
end $$;

drop trigger words_of_new_initiatives on initiatives;
drop trigger words_of_changed_initiatives on initiatives;

drop function words_with(uuid[], text[], integer);
create function words_with(communities uuid[], sort text, parts text[], most integer) returns setof text
  language sql stable parallel safe
  set enable_seqscan = off
  set enable_indexscan = off
  set enable_indexonlyscan = off
  set plan_cache_mode = force_custom_plan
as $$
  select word from search_words where community_id = any (communities) and resource = sort and word like any (parts)
  group by word order by length(word), word limit most
$$;

drop function words_like(uuid[], text, integer);
create function words_like(communities uuid[], sort text, typed text, most integer) returns setof text
  language sql stable parallel safe
  set enable_seqscan = off
  set enable_indexscan = off
  set enable_indexonlyscan = off
  set plan_cache_mode = force_custom_plan
as $$
  select word from search_words where community_id = any (communities) and resource in (sort, 'area') and word % typed
  group by word order by max(similarity(word, typed)) desc, word limit most
$$;

create function texts_of(variadic maps jsonb[]) returns text
  language sql immutable parallel safe
  return (select string_agg(concat_ws(' ', map ->> 'nl', map ->> 'en'), ' ') from unnest(maps) map);

create function values_as_terms(key text, names text[]) returns tsvector
  language sql immutable parallel safe
  return array_to_tsvector(array(select '=' || key || '=' || name from unnest(names) name where name is not null));

-- An organisation is found by what its services are called too.
alter table partners add column service_words text not null default '';
create function partner_terms(
  name text, summary jsonb, city text, areas jsonb, service_words text, kind text, functions text[], themes text[], area_codes text[]
)
  returns tsvector
  language sql immutable parallel safe
as $$
  select plain_words(concat_ws(' ', name, texts_of(summary), city, service_words, array_to_string(themes, ' '),
      jsonb_path_query_array(areas, '$[*].name')::text))
    || values_as_terms('partner-kind', array[kind]) || values_as_terms('function', functions)
    || values_as_terms('theme', themes) || values_as_terms('area', area_codes)
$$;
alter table partners add column search_terms tsvector not null
  generated always as (partner_terms(name, summary, city, areas, service_words, kind, functions, themes, area_codes)) stored;
create index partners_by_term on partners using gin (search_terms);

create function service_terms(
  name jsonb, summary jsonb, for_whom jsonb, areas jsonb, functions text[], themes text[], area_codes text[]
)
  returns tsvector
  language sql immutable parallel safe
as $$
  select plain_words(concat_ws(' ', texts_of(name, summary, for_whom), array_to_string(themes, ' '),
      jsonb_path_query_array(areas, '$[*].name')::text))
    || values_as_terms('function', functions) || values_as_terms('theme', themes) || values_as_terms('area', area_codes)
$$;
alter table services add column search_terms tsvector not null
  generated always as (service_terms(name, summary, for_whom, areas, functions, themes, area_codes)) stored;
create index services_by_term on services using gin (search_terms);
create index services_by_area on services using gin (area_codes);

create function place_terms(name text, city text, street text, available_for jsonb, area_code text) returns tsvector
  language sql immutable parallel safe
as $$
  select plain_words(concat_ws(' ', name, city, street, texts_of(available_for))) || values_as_terms('area', array[area_code])
$$;
alter table places add column search_terms tsvector not null
  generated always as (place_terms(name, city, street, available_for, area_code)) stored;
create index places_by_term on places using gin (search_terms);

-- As finds_anything: here only the index answers.
create function finds_any_partner(communities uuid[], query tsquery) returns boolean
  language sql stable parallel safe
  set enable_seqscan = off
  set enable_indexscan = off
  set enable_indexonlyscan = off
  set plan_cache_mode = force_custom_plan
as $$
  select exists (select from partners where community_id = any (communities) and search_terms @@ query)
$$;

create function finds_any_service(communities uuid[], query tsquery) returns boolean
  language sql stable parallel safe
  set enable_seqscan = off
  set enable_indexscan = off
  set enable_indexonlyscan = off
  set plan_cache_mode = force_custom_plan
as $$
  select exists (select from services where community_id = any (communities) and search_terms @@ query)
$$;

create function finds_any_place(communities uuid[], query tsquery) returns boolean
  language sql stable parallel safe
  set enable_seqscan = off
  set enable_indexscan = off
  set enable_indexonlyscan = off
  set plan_cache_mode = force_custom_plan
as $$
  select exists (select from places where community_id = any (communities) and search_terms @@ query)
$$;

do $$
declare part record;
begin
  for part in select * from (values ('initiatives', 'initiative'), ('partners', 'partner'), ('services', 'service'), ('places', 'place')) p (name, resource)
  loop
    execute format('create trigger words_of_new_%1$s after insert on %1$I referencing new table as written for each statement execute function keep_search_words(%2$L)', part.name, part.resource);
    execute format('create trigger words_of_changed_%1$s after update on %1$I referencing new table as written for each statement execute function keep_search_words(%2$L)', part.name, part.resource);
    if part.resource <> 'initiative' then
      execute format('insert into search_words (community_id, resource, word, term)
        select distinct i.community_id, %2$L, found.word, found.word
        from %1$I i cross join lateral unnest(tsvector_to_array(i.search_terms)) found (word) where strpos(found.word, ''='') = 0', part.name, part.resource);
    end if;
  end loop;
end $$;

-- What the services that are there do, are about and are called stands with their organisation, whoever writes them.
create function keep_offers() returns trigger language plpgsql as $$
begin
  update partners p set
    functions = array(
      select distinct each from services s cross join lateral unnest(s.functions) each
      where s.community_id = p.community_id and s.partner_id = p.id and s.status = 'active' order by each),
    themes = array(
      select distinct each from services s cross join lateral unnest(s.themes) each
      where s.community_id = p.community_id and s.partner_id = p.id and s.status = 'active' order by each),
    service_words = coalesce((
      select string_agg(texts_of(s.name), ' ' order by s.id) from services s
      where s.community_id = p.community_id and s.partner_id = p.id and s.status = 'active'), '')
  where (p.community_id, p.id) in (select community_id, partner_id from written);
  return null;
end $$;
create trigger offers_of_new_services after insert on services
  referencing new table as written for each statement execute function keep_offers();
create trigger offers_of_changed_services after update on services
  referencing new table as written for each statement execute function keep_offers();
create trigger offers_of_removed_services after delete on services
  referencing old table as written for each statement execute function keep_offers();

-- As opening_windows and openings, of services that are there.
create table service_opening_windows (
  community_id uuid not null,
  service_id uuid not null,
  filled_until timestamptz not null,
  primary key (community_id, service_id),
  foreign key (community_id, service_id) references services (community_id, id) on delete cascade
);
create index service_opening_windows_by_end on service_opening_windows (community_id, filled_until);

create table service_openings (
  community_id uuid not null,
  service_id uuid not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  primary key (community_id, service_id, opens_at),
  foreign key (community_id, service_id) references service_opening_windows on delete cascade,
  check (opens_at < closes_at)
);
create index service_openings_by_time on service_openings using gist (community_id, tstzrange(opens_at, closes_at));

alter table service_opening_windows enable row level security;
alter table service_openings enable row level security;
create policy own_community on service_opening_windows to buurtkit_app
  using (community_id = current_community()) with check (community_id = current_community());
create policy own_community on service_openings to buurtkit_app
  using (community_id = current_community()) with check (community_id = current_community());
create policy open_data on service_openings for select to buurtkit_public using (true);
grant select, insert, delete on service_opening_windows, service_openings to buurtkit_app;
grant select on service_openings to buurtkit_public;
