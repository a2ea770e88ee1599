-- Photos of initiatives, and the files that they are shown from: re-encoded, named by their own hash, open to anybody.

create table photo_files (
  community_id uuid not null references communities on delete cascade,
  hash bytea not null check (length(hash) = 32),
  content bytea not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  primary key (community_id, hash)
);
-- Compressed already.
alter table photo_files alter column content set storage external;

create table photos (
  community_id uuid not null,
  id uuid not null default uuidv7(),
  initiative_id uuid not null,
  position integer not null,
  alt jsonb not null,
  credit text not null,
  hash bytea not null,
  small_hash bytea not null,
  revision bigint not null default 1,
  created_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, initiative_id) references initiatives (community_id, id) on delete cascade,
  foreign key (community_id, hash) references photo_files (community_id, hash),
  foreign key (community_id, small_hash) references photo_files (community_id, hash)
);
create index photos_by_initiative on photos (community_id, initiative_id, position, id);
create index photos_by_hash on photos (community_id, hash);
create index photos_by_small_hash on photos (community_id, small_hash);

-- The one way from the hash of a file to whose it is; the same file may be of several. Nobody but its owner and the functions
-- below can read it.
create table file_lookup (
  hash bytea not null,
  community_id uuid not null references communities on delete cascade,
  primary key (hash, community_id)
);

create function keep_file_lookup() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  if tg_op = 'INSERT' then
    insert into file_lookup (hash, community_id) values (new.hash, new.community_id);
  else
    delete from file_lookup where hash = old.hash and community_id = old.community_id;
  end if;
  return null;
end $$;
create trigger file_lookup_follows after insert or delete on photo_files for each row execute function keep_file_lookup();

-- A file that no photo shows any more is gone, however the photo went. The lock comes first: of two that let go of one file
-- at once, the second sees that the first has.
create function forget_photo_files() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  perform from photo_files f where f.community_id = old.community_id and f.hash in (old.hash, old.small_hash) order by f.hash for update;
  delete from photo_files f
  where f.community_id = old.community_id and f.hash in (old.hash, old.small_hash)
    and not exists (select from photos p where p.community_id = f.community_id and p.hash = f.hash)
    and not exists (select from photos p where p.community_id = f.community_id and p.small_hash = f.hash);
  return null;
end $$;
create trigger photo_files_are_forgotten after delete on photos for each row execute function forget_photo_files();

create function find_file(file_hash bytea) returns bytea
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select f.content from file_lookup l join photo_files f on f.community_id = l.community_id and f.hash = l.hash
  where l.hash = file_hash limit 1
$$;
revoke execute on function find_file from public;
grant execute on function find_file to buurtkit_public;

do $$
declare name text;
begin
  foreach name in array array['photos', 'photo_files']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_community on %I to buurtkit_app using (community_id = current_community()) with check (community_id = current_community())', name);
    execute format('create policy open_data on %I for select to buurtkit_public using (true)', name);
    execute format('grant select, insert on %I to buurtkit_app', name);
    execute format('grant select on %I to buurtkit_public', name);
  end loop;
end $$;
grant update, delete on photos to buurtkit_app;
-- Whoever adds a file that is there already takes its lock, so that nobody lets go of it meanwhile.
grant update (width) on photo_files to buurtkit_app;
