-- Mails that wait for their turn, links that work without signing in, and what the doors for writers without a key keep.

create table mails (
  community_id uuid not null references communities on delete cascade,
  id uuid not null default uuidv7(),
  kind text not null,
  once text not null,
  language text not null,
  -- Whom it goes to and what it says: only until it is sent.
  recipient text,
  content jsonb,
  attachments jsonb,
  due_at timestamptz not null,
  attempts integer not null default 0,
  error text,
  queued_at timestamptz not null,
  sent_at timestamptz,
  given_up_at timestamptz,
  primary key (community_id, id),
  unique (community_id, once),
  check ((recipient is null) = (sent_at is not null or given_up_at is not null)),
  check ((recipient is null) = (content is null)),
  check (recipient is not null or attachments is null)
);
create index mails_due on mails (due_at, community_id) where recipient is not null;

-- How many mails an address got on a day because of people whom we don't know; the address itself stands here as a keyed hash.
create table mail_counts (
  community_id uuid not null references communities on delete cascade,
  address_key bytea not null,
  day date not null,
  count integer not null,
  primary key (community_id, address_key, day)
);

create table links (
  community_id uuid not null references communities on delete cascade,
  id uuid not null default uuidv7(),
  hash bytea not null,
  purpose text not null,
  subject_id uuid not null,
  expires_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, hash)
);
create index links_by_subject on links (community_id, purpose, subject_id);

-- A link leads to its community as a key does: by the look-up that only its owner reads.
create function remember_link(token_hash bytea) returns void
  language sql volatile security definer set search_path = pg_catalog, public
as $$
  insert into token_lookup (hash, community_id) values (token_hash, current_community())
$$;

create function find_link(token_hash bytea)
  returns table (community_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select l.community_id, l.id
  from token_lookup t join links l on l.community_id = t.community_id and l.hash = t.hash
  where t.hash = token_hash
$$;
revoke execute on function find_link(bytea), remember_link(bytea) from public;
grant execute on function find_link(bytea), remember_link(bytea) to buurtkit_app;

-- Of no community: what signs challenges and forms, which proofs were used, and how much an address asked (as a keyed hash).
create table server_secrets (
  name text primary key,
  secret bytea not null
);
create table used_proofs (
  hash bytea primary key,
  expires_at timestamptz not null
);
create index used_proofs_by_age on used_proofs (expires_at);
create unlogged table rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
create index rate_limits_by_age on rate_limits (expire);

grant insert on used_proofs to buurtkit_app;
grant select, insert, update on rate_limits to buurtkit_app;

do $$
declare name text;
begin
  foreach name in array array['mails', 'mail_counts', 'links']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_community on %I to buurtkit_app using (community_id = current_community()) with check (community_id = current_community())', name);
    execute format('grant select, insert, update, delete on %I to buurtkit_app', name);
  end loop;
end $$;
