-- What members offer each other and ask, and what becomes of it. For members only: who asks for help is never open data; the public
-- learns how many there are.

create table listings (
  community_id uuid not null references communities on delete cascade,
  id uuid not null default uuidv7(),
  owner_id uuid not null,
  kind text not null check (kind in ('offer', 'request')),
  title jsonb not null,
  text jsonb,
  blocks jsonb,
  category text not null,
  area jsonb,
  -- The area's code and those around it; none is anywhere.
  area_codes text[] not null default '{}',
  minutes integer not null check (minutes > 0),
  until timestamptz not null,
  tells_matches boolean not null default true,
  closed_at timestamptz,
  -- What a coordinator closed its owner can't open again.
  closed_by text check (closed_by in ('owner', 'coordinator')),
  search text not null generated always as (
    fold((title ->> 'nl') || ' ' || coalesce(title ->> 'en', '') || ' ' || coalesce(text ->> 'nl', '') || ' ' || coalesce(text ->> 'en', ''))
  ) stored,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, owner_id) references members (community_id, id),
  check ((closed_at is null) = (closed_by is null))
);
-- Words are looked for among what is open in one community only: a wall stands before every index of words.
create index listings_by_age on listings (community_id, created_at desc, id) where closed_at is null;
create index listings_by_owner on listings (community_id, owner_id, created_at desc);

-- Which owner is still to hear of what fits: at most one mail a day.
create table listing_news (
  community_id uuid not null,
  listing_id uuid not null,
  match_id uuid not null,
  owner_id uuid not null,
  told_at timestamptz,
  primary key (community_id, listing_id, match_id),
  foreign key (community_id, listing_id) references listings (community_id, id) on delete cascade,
  foreign key (community_id, match_id) references listings (community_id, id) on delete cascade
);
create index listing_news_by_owner on listing_news (community_id, owner_id, told_at);
create index listing_news_by_match on listing_news (community_id, match_id);

create table exchanges (
  community_id uuid not null,
  id uuid not null default uuidv7(),
  listing_id uuid,
  helper_id uuid not null,
  helped_id uuid not null,
  proposed_by text not null check (proposed_by in ('helper', 'helped')),
  state text not null check (state in ('proposed', 'accepted', 'done', 'confirmed', 'settled', 'declined', 'withdrawn', 'expired', 'disputed',
    'resolved')),
  minutes integer not null check (minutes > 0),
  -- How long it took, as each side says, and who said so first.
  helper_minutes integer check (helper_minutes > 0),
  helped_minutes integer check (helped_minutes > 0),
  claimed_by text check (claimed_by in ('helper', 'helped')),
  -- What both stand by.
  agreed_minutes integer check (agreed_minutes > 0),
  -- What kept the agreed minutes from moving.
  obstacle text,
  hold_id uuid,
  settled_minutes integer check (settled_minutes >= 0),
  entry_id uuid,
  -- Until when this state waits for somebody. Compared with the moment it is, always.
  expires_at timestamptz,
  accepted_at timestamptz,
  disputed_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, listing_id) references listings (community_id, id) on delete set null (listing_id),
  foreign key (community_id, helper_id) references members (community_id, id),
  foreign key (community_id, helped_id) references members (community_id, id),
  foreign key (community_id, hold_id) references holds (community_id, id),
  foreign key (community_id, entry_id) references entries (community_id, id),
  check (helper_id <> helped_id),
  check ((ended_at is not null) = (state in ('settled', 'declined', 'withdrawn', 'expired', 'resolved'))),
  check ((settled_minutes is not null) = (state in ('settled', 'resolved'))),
  check (entry_id is null or settled_minutes > 0)
);
create index exchanges_of_helper on exchanges (community_id, helper_id, id desc);
create index exchanges_of_helped on exchanges (community_id, helped_id, id desc);
create index exchanges_of_listing on exchanges (community_id, listing_id, id desc) where listing_id is not null;
create index exchanges_with_coordinator on exchanges (community_id, id desc) where disputed_at is not null;
create index exchanges_by_expiry on exchanges (community_id, expires_at) where expires_at is not null;
-- One proposal at a time by one member on one listing.
create unique index exchanges_proposed_once on exchanges (community_id, listing_id, helper_id, helped_id) where state = 'proposed';

-- What the two wrote to each other and to the coordinator, and how to reach them: apart, since it goes 30 days after the end.
create table exchange_words (
  community_id uuid not null,
  exchange_id uuid not null,
  message text,
  answer text,
  helper_contact text,
  helped_contact text,
  reason text,
  note text,
  primary key (community_id, exchange_id),
  foreign key (community_id, exchange_id) references exchanges (community_id, id) on delete cascade
);

-- How many offers and requests are open per kind of help: counts, and nothing about anybody.
create function listing_counts(communities uuid[], at timestamptz)
  returns table (category text, offers bigint, requests bigint)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select l.category, count(*) filter (where l.kind = 'offer'), count(*) filter (where l.kind = 'request')
  from listings l
  where l.community_id = any(communities) and l.closed_at is null and l.until > at
  group by l.category
$$;
revoke execute on function listing_counts(uuid[], timestamptz) from public;
grant execute on function listing_counts(uuid[], timestamptz) to buurtkit_public;

do $$
declare name text;
begin
  foreach name in array array['listings', 'listing_news', 'exchanges', 'exchange_words']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_community on %I to buurtkit_app using (community_id = current_community()) with check (community_id = current_community())', name);
    execute format('grant select, insert, update, delete on %I to buurtkit_app', name);
  end loop;
end $$;
revoke delete on exchanges from buurtkit_app;
