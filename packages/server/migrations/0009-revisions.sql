-- What residents send in, and who they are. Nothing of this can be read by buurtkit_public: what waits is nobody's business yet.

create table revisions (
  community_id uuid not null references communities on delete cascade,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('new-initiative', 'initiative-change')),
  -- Of a new one: once it has been approved.
  initiative_id uuid,
  -- A draft is one whose author has not pressed the link in the mail.
  state text not null check (state in ('draft', 'pending', 'approved', 'refused', 'superseded')),
  content jsonb not null,
  -- What the fields of a change held when it was written.
  base jsonb not null default '{}',
  reason text,
  revision bigint not null default 1,
  submitted_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  decided_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, initiative_id) references initiatives (community_id, id) on delete cascade,
  check (kind = 'new-initiative' or initiative_id is not null)
);
create index revisions_by_state on revisions (community_id, state, id);
create index revisions_by_initiative on revisions (community_id, initiative_id) where initiative_id is not null;
create index revisions_unconfirmed on revisions (community_id, expires_at) where state = 'draft';

-- Who wrote it, in a row of its own: to forget somebody is to remove it.
create table revision_authors (
  community_id uuid not null,
  revision_id uuid not null,
  email text not null,
  name text,
  language text not null check (language in ('nl', 'en')),
  submitted_at timestamptz not null,
  primary key (community_id, revision_id),
  foreign key (community_id, revision_id) references revisions (community_id, id) on delete cascade
);
create index revision_authors_by_email on revision_authors (community_id, lower(email), submitted_at);

-- Who gets an initiative's mail.
create table initiative_people (
  community_id uuid not null,
  id uuid not null default uuidv7(),
  initiative_id uuid not null,
  email text not null,
  name text,
  language text not null default 'nl' check (language in ('nl', 'en')),
  confirmed_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, initiative_id) references initiatives (community_id, id) on delete cascade
);
create unique index initiative_people_once on initiative_people (community_id, initiative_id, lower(email));
create index initiative_people_by_email on initiative_people (community_id, lower(email));

create table reports (
  community_id uuid not null references communities on delete cascade,
  id uuid not null default uuidv7(),
  resource text not null check (resource in ('initiative', 'partner', 'service', 'place')),
  subject_id uuid not null,
  subject_slug text,
  subject_name text not null,
  state text not null default 'pending' check (state in ('pending', 'closed')),
  text text not null,
  -- Of who wrote it, for an answer; gone when that person is forgotten.
  email text,
  revision bigint not null default 1,
  reported_at timestamptz not null,
  closed_at timestamptz,
  primary key (community_id, id)
);
create index reports_by_state on reports (community_id, state, id);
create index reports_by_email on reports (community_id, lower(email)) where email is not null;

-- When moderators were told, or will be, that something waits: at most once an hour.
create table moderation_notices (
  community_id uuid primary key references communities on delete cascade,
  told_at timestamptz not null
);

create index initiatives_by_likeness on initiatives using gin (fold(name) gin_trgm_ops);

do $$
declare name text;
begin
  foreach name in array array['revisions', 'revision_authors', 'initiative_people', 'reports', 'moderation_notices']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_community on %I to buurtkit_app using (community_id = current_community()) with check (community_id = current_community())', name);
    execute format('grant select, insert, update, delete on %I to buurtkit_app', name);
  end loop;
end $$;
