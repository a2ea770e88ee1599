-- Collections of stories, and the editions in which they appeared.

create table publications (
  community_id uuid not null references communities on delete cascade,
  id uuid not null default uuidv7(),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title jsonb not null,
  summary jsonb not null,
  -- Whose stories, in order: [{"communityId": …, "id": …}]; null is all that tell one.
  selection jsonb,
  last_number integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, slug)
);
create index publications_by_title on publications (community_id, (title ->> 'nl') collate dutch, id);

-- A fixed state of the whole: what stands here was read by people, and is never changed.
create table editions (
  community_id uuid not null,
  id uuid not null default uuidv7(),
  publication_id uuid not null,
  number integer not null check (number > 0),
  title jsonb not null,
  summary jsonb not null,
  note jsonb,
  stories jsonb not null,
  news jsonb not null,
  published_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, publication_id, number),
  foreign key (community_id, publication_id) references publications (community_id, id) on delete cascade
);
create index editions_by_date on editions (community_id, published_at desc);

-- The edition as a book (EPUB), made once: whoever gets it later gets the same bytes.
create table edition_books (
  community_id uuid not null,
  edition_id uuid not null,
  language text not null check (language in ('nl', 'en')),
  content bytea not null,
  primary key (community_id, edition_id, language),
  foreign key (community_id, edition_id) references editions (community_id, id) on delete cascade
);

create trigger edition_is_kept before update on editions for each row execute function refuse_change();
create trigger edition_book_is_kept before update on edition_books for each row execute function refuse_change();

-- The feed tells the last initiatives and chapters; a chapter's id says when it was added.
create index initiatives_by_creation on initiatives (community_id, created_at desc);
create index chapters_by_age on chapters (community_id, id desc);

do $$
declare name text;
begin
  foreach name in array array['publications', 'editions', 'edition_books']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_community on %I to buurtkit_app using (community_id = current_community()) with check (community_id = current_community())', name);
    execute format('create policy open_data on %I for select to buurtkit_public using (true)', name);
    execute format('grant select, insert on %I to buurtkit_app', name);
    execute format('grant select on %I to buurtkit_public', name);
  end loop;
end $$;
grant update on publications to buurtkit_app;
