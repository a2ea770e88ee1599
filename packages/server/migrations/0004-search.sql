-- Searching by words. An initiative has its words as they are written; search_words has every word of a community once. What
-- somebody types is held against the second, small as it is, with all that a neighbour may mean, and becomes a query of the first.

create text search dictionary plain_words (template = pg_catalog.simple, stopwords = dutch);
create text search configuration plain_words (parser = pg_catalog."default");
alter text search configuration plain_words add mapping for asciiword, word, numword, int, uint, float, sfloat, version with plain_words;

-- Letters and digits in small, without accents, and nothing else.
create function plain_text(value text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(fold(normalize(value, nfkc)) collate pg_c_utf8, '[^[:alnum:]]+', ' ', 'g');

create function plain_words(value text) returns tsvector
  language sql immutable strict parallel safe
  return strip(to_tsvector('public.plain_words'::regconfig, plain_text(value)));

-- The words of an initiative, and its values as terms that no word is, or begins like: '=kind=shop'.
create function initiative_terms(
  name text, summary jsonb, city text, areas jsonb, looking_for jsonb, kind text, stage text, context text, themes text[], area_codes text[]
)
  returns tsvector
  language sql immutable parallel safe
as $$
  select plain_words(concat_ws(' ', name, summary ->> 'nl', summary ->> 'en', city, array_to_string(themes, ' '),
      jsonb_path_query_array(areas, '$[*].name')::text, jsonb_path_query_array(looking_for, '$[*].text.*')::text))
    || array_to_tsvector(
      array['=kind=' || kind, '=stage=' || stage]
      || array(
        select '=theme=' || value from unnest(themes) value
        union all select '=area=' || value from unnest(area_codes) value
        union all select '=context=' || context where context is not null
      ))
$$;

alter table initiatives drop column search;
alter table initiatives add column search_terms tsvector not null
  generated always as (initiative_terms(name, summary, city, areas, looking_for, kind, stage, context, themes, area_codes)) stored;
create index initiatives_by_term on initiatives using gin (search_terms);

-- Whether a query finds anything at all. Of a word that is nowhere PostgreSQL expects some rows, and would read the whole table for the
-- first of them: here only the index answers.
create function finds_anything(communities uuid[], query tsquery) returns boolean
  language sql stable parallel safe
  set enable_seqscan = off
  set enable_indexscan = off
  set enable_indexonlyscan = off
  set plan_cache_mode = force_custom_plan
as $$
  select exists (select from initiatives where community_id = any (communities) and search_terms @@ query)
$$;

-- A word and what it stands for: itself, or an area by that name ('=area=GM1979'). A word whose last initiative is gone may stay.
create table search_words (
  community_id uuid not null references communities on delete cascade,
  word text not null,
  term text not null,
  primary key (community_id, word, term)
);
create index search_words_by_word on search_words (word);
create index search_words_by_part on search_words using gin (word gin_trgm_ops);
create index search_words_of_areas on search_words (community_id, word text_pattern_ops) where term <> word;

-- For the same reason as finds_anything: words with one of these parts, and words that look like one, by the index of their letters.
create function words_with(communities uuid[], parts text[], most integer) returns setof text
  language sql stable parallel safe
  set enable_seqscan = off
  set enable_indexscan = off
  set enable_indexonlyscan = off
  set plan_cache_mode = force_custom_plan
as $$
  select word from search_words where community_id = any (communities) and word like any (parts) and term = word
  group by word order by length(word), word limit most
$$;

create function words_like(communities uuid[], typed text, most integer) returns setof text
  language sql stable parallel safe
  set enable_seqscan = off
  set enable_indexscan = off
  set enable_indexonlyscan = off
  set plan_cache_mode = force_custom_plan
as $$
  select word from search_words where community_id = any (communities) and word % typed
  group by word order by max(similarity(word, typed)) desc, word limit most
$$;

alter table search_words enable row level security;
create policy own_community on search_words to buurtkit_app using (community_id = current_community()) with check (community_id = current_community());
create policy open_data on search_words for select to buurtkit_public using (true);
grant select, insert, delete on search_words to buurtkit_app;
grant select on search_words to buurtkit_public;

-- In the order of the key, so that two who bring the same new words don't each wait for the other.
create function keep_search_words() returns trigger language plpgsql as $$
begin
  insert into search_words (community_id, word, term)
  select distinct written.community_id, found.word, found.word
  from written cross join lateral unnest(tsvector_to_array(written.search_terms)) found (word)
  where strpos(found.word, '=') = 0
    and not exists (select from search_words s where s.community_id = written.community_id and s.word = found.word and s.term = found.word)
  order by 1, 2
  on conflict do nothing;
  return null;
end $$;

create trigger words_of_new_initiatives after insert on initiatives
  referencing new table as written for each statement execute function keep_search_words();
create trigger words_of_changed_initiatives after update on initiatives
  referencing new table as written for each statement execute function keep_search_words();

create function keep_area_words() returns trigger language plpgsql as $$
begin
  insert into search_words (community_id, word, term)
  select distinct written.community_id, found.word, '=area=' || written.code
  from written cross join lateral unnest(tsvector_to_array(plain_words(written.name))) found (word)
  order by 1, 2, 3
  on conflict do nothing;
  return null;
end $$;

create function forget_area_words() returns trigger language plpgsql as $$
begin
  delete from search_words s using removed where s.community_id = removed.community_id and s.term = '=area=' || removed.code;
  return null;
end $$;

create trigger words_of_new_areas after insert on areas
  referencing new table as written for each statement execute function keep_area_words();
create trigger words_of_removed_areas after delete on areas
  referencing old table as removed for each statement execute function forget_area_words();

insert into search_words (community_id, word, term)
select distinct i.community_id, found.word, found.word
from initiatives i cross join lateral unnest(tsvector_to_array(i.search_terms)) found (word)
where strpos(found.word, '=') = 0;

insert into search_words (community_id, word, term)
select distinct a.community_id, found.word, '=area=' || a.code
from areas a cross join lateral unnest(tsvector_to_array(plain_words(a.name))) found (word);
