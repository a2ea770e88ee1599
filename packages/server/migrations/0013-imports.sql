-- An import may be of any kind of thing, and may wait, as a file in pieces, until somebody has read what it would do.

alter table import_rows add column resource text not null default 'initiative' check (resource in ('initiative', 'partner', 'service', 'place'));
-- A row of which it is written down later what it left: the things that it names came after it in the file.
grant update (revision) on import_rows to buurtkit_app;

alter table imports drop constraint imports_state_check;
alter table imports add constraint imports_state_check check (state in ('planned', 'committing', 'committed', 'undone'));
-- What it would do or did, and the first rows of what was told: nothing that stands in no file.
alter table imports add column counts jsonb;
alter table imports add column report jsonb;

-- The file itself, until the import is committed or thirty days have gone by.
create table import_chunks (
  community_id uuid not null,
  import_id uuid not null,
  position integer not null,
  content bytea not null,
  primary key (community_id, import_id, position),
  foreign key (community_id, import_id) references imports (community_id, id) on delete cascade
);
alter table import_chunks enable row level security;
create policy own_community on import_chunks to buurtkit_app using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, delete on import_chunks to buurtkit_app;
