-- People with an account, how they sign in, and as whom. Nothing of it is open data.

alter table communities
  add column membership text not null default 'open' check (membership in ('open', 'invited')),
  -- Whose ID tokens count as a sign-in: [{"issuer", "audience"}].
  add column token_issuers jsonb not null default '[]';

create table members (
  community_id uuid not null references communities on delete cascade,
  id uuid not null default uuidv7(),
  -- Null for who has none, and once the person is forgotten.
  email text,
  -- Row-level security lets no index on lower(email) be used: that function isn't leakproof. Comparing a column is.
  email_key text generated always as (lower(email)) stored,
  name text,
  language text not null default 'nl',
  role text not null default 'member' check (role in ('member', 'organiser', 'desk', 'coordinator', 'admin')),
  target text,
  -- Of the first sign-in; null for who was only invited so far.
  joined_at timestamptz,
  forgotten_at timestamptz,
  revision bigint not null default 1,
  created_at timestamptz not null,
  primary key (community_id, id),
  check (target is null or role = 'organiser'),
  check (forgotten_at is null or (email is null and name is null and role = 'member'))
);
create unique index members_by_email on members (community_id, email_key) where email_key is not null;

-- Who somebody is to the site whose tokens we take.
create table member_subjects (
  community_id uuid not null,
  issuer text not null,
  subject text not null,
  member_id uuid not null,
  primary key (community_id, issuer, subject),
  foreign key (community_id, member_id) references members (community_id, id) on delete cascade
);
create index member_subjects_by_member on member_subjects (community_id, member_id);

-- Six digits for an address; both stand here as keyed hashes. Rows outlive the code for a day, to count what an address asked.
create table sign_in_codes (
  community_id uuid not null references communities on delete cascade,
  id uuid not null default uuidv7(),
  address_key bytea not null,
  hash bytea not null,
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (community_id, id)
);
create index sign_in_codes_by_address on sign_in_codes (community_id, address_key, created_at);
create index sign_in_codes_by_age on sign_in_codes (created_at);

create table sessions (
  community_id uuid not null,
  id uuid not null default uuidv7(),
  member_id uuid not null,
  hash bytea not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  -- Moves on with use, and never past `ends_at`.
  expires_at timestamptz not null,
  ends_at timestamptz not null,
  revoked_at timestamptz,
  primary key (community_id, id),
  unique (community_id, hash),
  foreign key (community_id, member_id) references members (community_id, id) on delete cascade
);
create index sessions_by_member on sessions (community_id, member_id);
create index sessions_by_age on sessions (expires_at);

-- ID tokens that were exchanged already, until they would have expired anyway.
create table exchanged_tokens (
  community_id uuid not null references communities on delete cascade,
  hash bytea not null,
  expires_at timestamptz not null,
  primary key (community_id, hash)
);
create index exchanged_tokens_by_age on exchanged_tokens (expires_at);

-- Whose session this is, with the role that the person has now. Using it keeps it open; that is written down now and then only.
create function find_session(token_hash bytea, used_at timestamptz, open_until timestamptz)
  returns table (community_id uuid, id uuid, member_id uuid, role text, target text)
  language sql volatile security definer set search_path = pg_catalog, public
as $$
  with found as (
    select s.community_id, s.id, s.member_id, m.role, m.target
    from token_lookup t
      join sessions s on s.community_id = t.community_id and s.hash = t.hash
      join members m on m.community_id = s.community_id and m.id = s.member_id
    where t.hash = token_hash and s.revoked_at is null and s.expires_at > used_at and m.forgotten_at is null
  ), kept_open as (
    update sessions s set last_used_at = used_at, expires_at = least(open_until, s.ends_at)
    from found f
    where s.community_id = f.community_id and s.id = f.id and s.last_used_at < used_at - interval '10 minutes'
  )
  select * from found
$$;
revoke execute on function find_session(bytea, timestamptz, timestamptz) from public;
grant execute on function find_session(bytea, timestamptz, timestamptz) to buurtkit_app;

do $$
declare name text;
begin
  foreach name in array array['members', 'member_subjects', 'sign_in_codes', 'sessions', 'exchanged_tokens']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_community on %I to buurtkit_app using (community_id = current_community()) with check (community_id = current_community())', name);
    execute format('grant select, insert, update on %I to buurtkit_app', name);
  end loop;
end $$;
grant delete on member_subjects to buurtkit_app;
