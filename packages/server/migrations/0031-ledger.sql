-- Time credits as a bookkeeper keeps them: entries whose postings sum to nothing, chained by hash in the order in which they
-- were written. There is one way in, post(); what was written is never changed or removed, by anybody.

-- What a community calls its credits, and the three switches: whether members may go below zero, whether approved hours hand out
-- credits, whether partners take them.
create table credit_settings (
  community_id uuid primary key references communities on delete cascade,
  name jsonb not null default '{"nl": {"one": "uur", "other": "uur"}, "en": {"one": "hour", "other": "hours"}}',
  minutes_per_credit integer not null default 60 check (minutes_per_credit > 0),
  step_minutes integer not null default 15 check (step_minutes in (15, 30)),
  allows_below_zero boolean not null default false,
  hours_mint boolean not null default false,
  partners_redeem boolean not null default false,
  -- Null: 0, or 5 hours below it where members may go below zero.
  member_min bigint check (member_min <= 0),
  member_max bigint check (member_max > 0),
  welcome_gift bigint not null default 0 check (welcome_gift >= 0),
  expires_after_months integer check (expires_after_months between 3 and 120),
  -- What a desk may move for one member on one day.
  desk_daily_cap bigint not null default 600 check (desk_daily_cap >= 0)
);

create table ledger_heads (
  community_id uuid primary key references communities on delete cascade,
  sequence bigint not null default 0,
  hash bytea not null default decode(repeat('00', 32), 'hex'),
  occurred_at timestamptz(3) not null default 'epoch'
);

create table accounts (
  community_id uuid not null references communities on delete cascade,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('issuance', 'fund', 'member', 'initiative', 'partner')),
  owner_id uuid,
  -- What one neighbour tells another: eight digits.
  number text not null check (number ~ '^\d{8}$'),
  -- Null is the community's own limit for accounts of this kind.
  own_min bigint,
  own_max bigint,
  is_frozen boolean not null default false,
  closed_at timestamptz,
  balance bigint not null default 0,
  held bigint not null default 0 check (held >= 0),
  incoming bigint not null default 0 check (incoming >= 0),
  version bigint not null default 0,
  opened_at timestamptz not null,
  primary key (community_id, id),
  unique (community_id, number),
  check ((owner_id is null) = (kind in ('issuance', 'fund')))
);
create unique index accounts_of_owner on accounts (community_id, kind, owner_id) nulls not distinct;

-- Limits and standstills that somebody decided on, with the reason.
create table account_decisions (
  community_id uuid not null,
  id uuid not null default uuidv7(),
  account_id uuid not null,
  own_min bigint,
  own_max bigint,
  is_frozen boolean not null,
  reason text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, account_id) references accounts (community_id, id)
);
create index account_decisions_by_account on account_decisions (community_id, account_id, id desc);

create table entries (
  community_id uuid not null references communities,
  id uuid not null,
  sequence bigint not null,
  kind text not null check (kind in ('transfer', 'batch', 'request', 'gift', 'hours', 'welcome', 'exchange', 'redemption', 'reversal', 'expiry', 'closing')),
  occurred_at timestamptz(3) not null,
  actor text not null check (actor !~ '\n'),
  -- The account of the member who was present, when a desk acted for somebody.
  on_behalf_of uuid,
  reverses uuid,
  -- What it is for: hours:{id}, payment-request:{id}, exchange:{id}, hold:{id}.
  reference text check (reference !~ '\n'),
  memo_hash bytea,
  request_hash bytea not null,
  hash bytea not null,
  primary key (community_id, id),
  unique (community_id, sequence),
  foreign key (community_id, reverses) references entries (community_id, id)
);
create unique index entries_reversed_once on entries (community_id, reverses) where reverses is not null;
create index entries_by_desk on entries (community_id, on_behalf_of, occurred_at) where on_behalf_of is not null;
create index entries_by_reference on entries (community_id, reference) where reference is not null;

create table postings (
  community_id uuid not null,
  account_id uuid not null,
  -- The how manieth of its account.
  version bigint not null,
  entry_id uuid not null,
  line smallint not null,
  sequence bigint not null,
  occurred_at timestamptz(3) not null,
  minutes bigint not null check (minutes <> 0),
  balance_after bigint not null,
  -- Keeps what others got in the same entry from being guessed from its digest.
  salt bytea not null,
  primary key (community_id, account_id, version),
  unique (community_id, entry_id, line),
  foreign key (community_id, entry_id) references entries (community_id, id),
  foreign key (community_id, account_id) references accounts (community_id, id)
);
create index postings_by_moment on postings (community_id, account_id, occurred_at, version) include (balance_after);

-- What people wrote with an entry; its salted hash is in the chain, so that the words can be erased and the proof stays.
create table entry_memos (
  community_id uuid not null,
  entry_id uuid not null,
  salt bytea not null,
  memo text not null,
  primary key (community_id, entry_id),
  foreign key (community_id, entry_id) references entries (community_id, id)
);

-- Minutes that are kept apart while something runs; ends posted, voided or expired, once.
create table holds (
  community_id uuid not null,
  id uuid not null,
  from_account_id uuid not null,
  to_account_id uuid not null,
  minutes bigint not null check (minutes > 0),
  reference text,
  state text not null default 'held' check (state in ('held', 'posted', 'voided', 'expired')),
  expires_at timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  entry_id uuid,
  primary key (community_id, id),
  foreign key (community_id, from_account_id) references accounts (community_id, id),
  foreign key (community_id, to_account_id) references accounts (community_id, id),
  check ((state = 'held') = (ended_at is null)),
  check ((state = 'posted') = (entry_id is not null)),
  check (from_account_id <> to_account_id)
);
create index holds_of_sender on holds (community_id, from_account_id, expires_at) where state = 'held';
create index holds_of_receiver on holds (community_id, to_account_id, expires_at) where state = 'held';
create index holds_by_expiry on holds (expires_at) where state = 'held';

-- Somebody asks minutes from somebody, or from the fund.
create table payment_requests (
  community_id uuid not null,
  id uuid not null,
  from_account_id uuid not null,
  to_account_id uuid not null,
  minutes bigint not null check (minutes > 0),
  memo text,
  state text not null default 'pending' check (state in ('pending', 'accepted', 'refused', 'withdrawn', 'expired')),
  expires_at timestamptz not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  entry_id uuid,
  primary key (community_id, id),
  foreign key (community_id, from_account_id) references accounts (community_id, id),
  foreign key (community_id, to_account_id) references accounts (community_id, id),
  foreign key (community_id, entry_id) references entries (community_id, id),
  check ((state = 'accepted') = (entry_id is not null)),
  check (from_account_id <> to_account_id)
);
create index payment_requests_of_payer on payment_requests (community_id, from_account_id, id desc);
create index payment_requests_of_asker on payment_requests (community_id, to_account_id, id desc);
create index payment_requests_by_expiry on payment_requests (expires_at) where state = 'pending';

-- A code that a member shows to pay somewhere; used once, within ten minutes.
create table redemption_codes (
  community_id uuid not null,
  hash bytea not null,
  account_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  entry_id uuid,
  primary key (community_id, hash),
  foreign key (community_id, account_id) references accounts (community_id, id)
);
create index redemption_codes_by_expiry on redemption_codes (expires_at);

-- What the fund gives somebody every month.
create table recurring_gifts (
  community_id uuid not null,
  id uuid not null default uuidv7(),
  account_id uuid not null,
  minutes bigint not null check (minutes > 0),
  reason text not null,
  starts_on date not null,
  ends_on date,
  set_by text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, account_id) references accounts (community_id, id)
);
create index recurring_gifts_by_account on recurring_gifts (community_id, account_id);

-- What members were told would go to the fund, where credits expire.
create table expiry_announcements (
  community_id uuid not null,
  account_id uuid not null,
  expires_on date not null,
  days_ahead integer not null,
  minutes bigint not null check (minutes > 0),
  announced_at timestamptz not null,
  primary key (community_id, account_id, expires_on, days_ahead),
  foreign key (community_id, account_id) references accounts (community_id, id)
);

create table checkpoints (
  community_id uuid not null references communities,
  day date not null,
  sequence bigint not null,
  hash bytea not null,
  balances_hash bytea not null,
  created_at timestamptz not null,
  primary key (community_id, day)
);

-- refuse_change() guards the audit too.
create trigger entries_stay before update or delete on entries for each row execute function refuse_change();
create trigger entries_stay_all before truncate on entries for each statement execute function refuse_change();
create trigger postings_stay before update or delete on postings for each row execute function refuse_change();
create trigger postings_stay_all before truncate on postings for each statement execute function refuse_change();
create trigger checkpoints_stay before update or delete on checkpoints for each row execute function refuse_change();
create trigger checkpoints_stay_all before truncate on checkpoints for each statement execute function refuse_change();

-- The bytes that are hashed, format v1. Frozen: the same lines are written down, with examples, in the contract (ledger-chain.ts).
create function posting_text(account uuid, minutes bigint, salt bytea) returns text
  language sql immutable parallel safe
  return account::text || ' ' || minutes::text || ' ' || encode(salt, 'hex');

create function posting_digest(account uuid, minutes bigint, salt bytea) returns text
  language sql stable parallel safe
  return encode(sha256(convert_to(posting_text(account, minutes, salt), 'UTF8')), 'hex');

create function entry_hash(e entries, previous bytea, digests text[]) returns bytea
  language sql stable parallel safe
  return sha256(convert_to(concat_ws(E'\n',
    'buurtkit-ledger-v1',
    e.community_id,
    e.sequence,
    encode(previous, 'hex'),
    e.id,
    e.kind,
    to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    e.actor,
    coalesce(e.on_behalf_of::text, '-'),
    coalesce(e.reverses::text, '-'),
    coalesce(e.reference, '-'),
    coalesce(encode(e.memo_hash, 'hex'), '-'),
    array_to_string(digests, E'\n')), 'UTF8'));

create function lower_limit(a accounts, s credit_settings) returns bigint
  language sql immutable
  return case when a.kind = 'issuance' then null
    else coalesce(a.own_min, case when a.kind = 'member' then coalesce(s.member_min, case when s.allows_below_zero then -300 else 0 end) else 0 end) end;

create function upper_limit(a accounts, s credit_settings) returns bigint
  language sql immutable
  return case when a.kind = 'issuance' then null else coalesce(a.own_max, case when a.kind = 'member' then s.member_max end) end;

create function refuse(code text, about uuid default null) returns void language plpgsql as $$
begin
  raise exception using errcode = 'BK001', message = code, detail = coalesce(about::text, '');
end $$;

-- Takes the one lock under which anything of a community's balances, limits and standstills changes, and then tells the head. The lock
-- isn't one on the head's row: everybody who waited for that left an old version of it behind for all others to read past.
create function lock_ledger() returns ledger_heads
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare head ledger_heads;
begin
  perform pg_advisory_xact_lock(hashtextextended('ledger of ' || current_community(), 0));
  select h.* into head from ledger_heads h where h.community_id = current_community();
  return head;
end $$;

-- Holds whose time is over keep nothing apart any more. Only under lock_ledger().
create function lapse_holds(at timestamptz, among uuid[]) returns integer language plpgsql
as $$
declare lapsed integer;
begin
  -- Nearly always there is nothing to do.
  if not exists (select from holds h where h.community_id = current_community() and h.state = 'held' and h.expires_at <= at) then return 0; end if;
  with ended as (
    update holds h set state = 'expired', ended_at = at
    where h.community_id = current_community() and h.state = 'held' and h.expires_at <= at
      and (among is null or h.from_account_id = any(among) or h.to_account_id = any(among))
    returning h.from_account_id, h.to_account_id, h.minutes
  ), freed as (
    select account_id, sum(held) as held, sum(incoming) as incoming
    from ended, lateral (values (from_account_id, minutes, 0), (to_account_id, 0, minutes)) as side (account_id, held, incoming)
    group by account_id
  ), updated as (
    update accounts a set held = a.held - f.held, incoming = a.incoming - f.incoming
    from freed f where a.community_id = current_community() and a.id = f.account_id
  )
  select count(*) into lapsed from ended;
  return lapsed;
end $$;

-- Refuses what may not move on an account, and what leaves it further outside its limits than it was: `a` is the account as it is
-- after it got or gave these minutes, or keeps them apart.
create function require_room(a accounts, minutes bigint, s credit_settings) returns void language plpgsql
as $$
begin
  if a.closed_at is not null then perform refuse('account.closed', a.id); end if;
  if a.is_frozen then perform refuse('account.frozen', a.id); end if;
  if (minutes < 0 and a.balance - a.held < lower_limit(a, s)) or (minutes > 0 and a.balance + a.incoming > upper_limit(a, s)) then
    perform refuse('transfer.limit-reached', a.id);
  end if;
end $$;

-- The one way in. The entry's id is the caller's idempotency key: asked again with the same request it tells what it told before.
create function post(
  entry uuid, kind text, at timestamptz, actor text, account_ids uuid[], amounts bigint[], request bytea,
  on_behalf_of uuid default null, reverses uuid default null, reference text default null, memo text default null, hold uuid default null
) returns table (sequence bigint, is_replay boolean)
  language plpgsql security definer set search_path = pg_catalog, public
as $$
#variable_conflict use_variable
declare
  community uuid := current_community();
  head ledger_heads;
  e entries;
  ended holds;
  settings credit_settings;
  moved accounts;
  total numeric := 0;
  is_in_step boolean := true;
  occurred_at timestamptz(3);
  kept bigint;
  salt bytea;
  memo_salt bytea := uuid_send(gen_random_uuid());
  digests text[] := '{}';
  lines postings[] := '{}';
begin
  head := lock_ledger();
  if head.community_id is null then perform refuse('account.not-found'); end if;

  select x.* into e from entries x where x.community_id = community and x.id = entry;
  if found then
    if e.request_hash <> request then perform refuse('idempotency.key-reused'); end if;
    return query select e.sequence, true;
    return;
  end if;

  select x.* into settings from credit_settings x where x.community_id = community;
  if cardinality(account_ids) <> cardinality(amounts) or 0 = any(amounts) then raise exception 'every posting moves something'; end if;
  for line in 1..cardinality(account_ids) loop
    total := total + amounts[line];
    if account_ids[line] = any(account_ids[:line - 1]) then perform refuse('transfer.to-self'); end if;
    is_in_step := is_in_step and amounts[line] % settings.step_minutes = 0;
  end loop;
  if total <> 0 or cardinality(account_ids) < 2 then raise exception 'an entry has postings that sum to nothing'; end if;
  if kind in ('transfer', 'batch', 'request', 'gift', 'redemption') and not is_in_step then perform refuse('transfer.not-in-step'); end if;
  if (kind = 'reversal') <> (reverses is not null) then raise exception 'a reversal, and nothing else, names an entry that it turns back'; end if;
  if reverses is not null then
    if exists (select from entries x where x.community_id = community and x.reverses = post.reverses) then
      perform refuse('entry.already-reversed');
    end if;
    if exists (
      select p.account_id, -p.minutes from postings p where p.community_id = community and p.entry_id = reverses
      except select a, m from unnest(account_ids, amounts) as u (a, m)
    ) or (select count(*) from postings p where p.community_id = community and p.entry_id = reverses) <> cardinality(account_ids) then
      raise exception 'a reversal has the postings of its entry the other way round';
    end if;
  end if;

  -- A desk acts for whoever is present, up to so much for one member on one day.
  if on_behalf_of is not null and kind <> 'reversal' and (
    select coalesce(sum(-p.minutes), 0) from entries x
      join postings p on p.community_id = x.community_id and p.entry_id = x.id and p.account_id = x.on_behalf_of and p.minutes < 0
    where x.community_id = community and x.on_behalf_of = post.on_behalf_of and x.occurred_at > at - interval '24 hours'
  ) + (select coalesce(sum(-m), 0) from unnest(account_ids, amounts) as u (a, m) where a = on_behalf_of and m < 0)
    > settings.desk_daily_cap then
    perform refuse('desk.cap-reached');
  end if;

  occurred_at := greatest(at, head.occurred_at);
  perform lapse_holds(at, account_ids);
  if hold is not null then
    update holds h set state = 'posted', ended_at = at, entry_id = entry
    where h.community_id = community and h.id = hold and h.state = 'held' returning h.* into ended;
    if not found then perform refuse('hold.ended'); end if;
    if not array[ended.from_account_id, ended.to_account_id] <@ account_ids then
      raise exception 'a hold is posted between the accounts that it is for';
    end if;
    update accounts a set held = a.held - ended.minutes where a.community_id = community and a.id = ended.from_account_id;
    update accounts a set incoming = a.incoming - ended.minutes where a.community_id = community and a.id = ended.to_account_id;
  end if;

  -- One account after the other: a set of them would be looked for by reading all there are.
  for line in 1..cardinality(account_ids) loop
    update accounts a set balance = a.balance + amounts[line], version = a.version + 1
    where a.community_id = community and a.id = account_ids[line] returning a.* into moved;
    if not found then perform refuse('account.not-found'); end if;
    if moved.kind = 'issuance' and kind not in ('hours', 'welcome', 'reversal') then
      raise exception 'credits come from nowhere but hours and a welcome';
    end if;
    -- A correction, an expiry and the end of an account move what has to move, whatever the limits; so does what was kept for this.
    if kind not in ('reversal', 'expiry', 'closing') then
      kept := case when moved.id in (ended.from_account_id, ended.to_account_id) then ended.minutes else 0 end;
      perform require_room(moved, case when abs(amounts[line]) <= kept then 0 else amounts[line] end, settings);
    end if;
    salt := uuid_send(gen_random_uuid());
    digests := digests || posting_digest(moved.id, amounts[line], salt);
    lines := lines || row(community, moved.id, moved.version, entry, line, head.sequence + 1, occurred_at, amounts[line], moved.balance, salt)::postings;
  end loop;

  e := row(
    community, entry, head.sequence + 1, kind, occurred_at, actor, on_behalf_of, reverses, reference,
    case when memo is not null then sha256(memo_salt || convert_to(memo, 'UTF8')) end, request, null);
  e.hash := entry_hash(e, head.hash, digests);
  insert into entries select e.*;
  if memo is not null then insert into entry_memos values (community, entry, memo_salt, memo); end if;
  insert into postings select * from unnest(lines);
  update ledger_heads h set sequence = e.sequence, hash = e.hash, occurred_at = e.occurred_at where h.community_id = community;
  return query select e.sequence, false;
end $$;

-- Keeps minutes apart until a moment, for one side to give and the other to get.
create function hold_minutes(hold uuid, from_account uuid, to_account uuid, minutes bigint, until timestamptz, reference text, at timestamptz)
  returns void language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  settings credit_settings;
  kept accounts;
begin
  perform lock_ledger();
  select s.* into settings from credit_settings s where s.community_id = current_community();
  perform lapse_holds(at, array[from_account, to_account]);
  if from_account = to_account then perform refuse('transfer.to-self'); end if;
  update accounts a set held = a.held + minutes where a.community_id = current_community() and a.id = from_account returning a.* into kept;
  if not found then perform refuse('account.not-found'); end if;
  perform require_room(kept, -minutes, settings);
  update accounts a set incoming = a.incoming + minutes where a.community_id = current_community() and a.id = to_account returning a.* into kept;
  if not found then perform refuse('account.not-found'); end if;
  perform require_room(kept, minutes, settings);
  insert into holds (community_id, id, from_account_id, to_account_id, minutes, reference, expires_at, created_at)
  values (current_community(), hold, from_account, to_account, minutes, reference, until, at);
end $$;

create function void_hold(hold uuid, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare ended holds;
begin
  perform lock_ledger();
  perform lapse_holds(at, null);
  update holds h set state = 'voided', ended_at = at
  where h.community_id = current_community() and h.id = hold and h.state = 'held' returning h.* into ended;
  if not found then perform refuse('hold.ended'); end if;
  update accounts a set held = a.held - ended.minutes where a.community_id = ended.community_id and a.id = ended.from_account_id;
  update accounts a set incoming = a.incoming - ended.minutes where a.community_id = ended.community_id and a.id = ended.to_account_id;
end $$;

create function expire_holds(at timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  perform lock_ledger();
  return lapse_holds(at, null);
end $$;

-- The head and the balances of a day, for everybody to keep: whoever has one sees it when the end of the chain is cut off. The salt
-- of an account's last posting keeps its balance from being guessed.
create function keep_checkpoint(on_day date, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare head ledger_heads;
begin
  head := lock_ledger();
  if head.community_id is null or head.sequence = 0 then return; end if;
  insert into checkpoints
  select head.community_id, on_day, head.sequence, head.hash,
    sha256(convert_to(string_agg(posting_text(a.id, a.balance, p.salt), E'\n' order by a.id), 'UTF8')), at
  from accounts a join postings p on p.community_id = a.community_id and p.account_id = a.id and p.version = a.version
  where a.community_id = head.community_id
  on conflict do nothing;
end $$;

-- Everything told again from entries and postings alone; a row for each thing that is not as it was written, at the entry where it
-- is. What each kind of fault means stands in docs/ledger.md; verify-export.ts finds the same in an export.
create function verify_ledger(community uuid) returns table (sequence bigint, fault text)
  language sql stable set work_mem = '64MB' set jit = off
as $$
  with told as not materialized (
    select e.sequence as place, p.sequence, p.line, p.account_id, p.version, p.minutes, p.balance_after, p.salt,
      p.sequence = e.sequence and p.occurred_at = e.occurred_at as is_placed, posting_digest(p.account_id, p.minutes, p.salt) as digest
    from postings p left join entries e on e.community_id = p.community_id and e.id = p.entry_id
    where p.community_id = community
  ), digests as (
    select t.place, array_agg(t.digest order by t.line) as digests, sum(t.minutes) as sum, bool_and(t.is_placed) as are_placed
    from told t where t.place is not null group by t.place
  ), chain as (
    select e.sequence, e.hash,
      entry_hash(e, coalesce(lag(e.hash) over w, decode(repeat('00', 32), 'hex')), coalesce(d.digests, '{}')) as told,
      e.sequence = coalesce(lag(e.sequence) over w, 0) + 1 as is_next,
      e.occurred_at >= coalesce(lag(e.occurred_at) over w, e.occurred_at) as is_later,
      coalesce(d.sum = 0, false) as is_even, coalesce(d.are_placed, true) as are_placed
    from entries e left join digests d on d.place = e.sequence
    where e.community_id = community window w as (order by e.sequence)
  ), running as (
    select t.place as sequence, t.account_id, t.version, t.balance_after, t.salt, lead(t.place) over w as next,
      t.version = coalesce(lag(t.version) over w, 0) + 1 and t.balance_after = coalesce(lag(t.balance_after) over w, 0) + t.minutes as is_right
    from told t where t.place is not null window w as (partition by t.account_id order by t.place, t.line)
  ), last_of_all as (
    select * from running where next is null
  ), holding as (
    select side.account_id, sum(side.held) as held, sum(side.incoming) as incoming
    from holds h cross join lateral (values (h.from_account_id, h.minutes, 0), (h.to_account_id, 0, h.minutes)) as side (account_id, held, incoming)
    where h.community_id = community and h.state = 'held' group by side.account_id
  ), days as (
    select k.sequence, k.hash, k.balances_hash, row_number() over (order by k.sequence) as place from checkpoints k where k.community_id = community
  ), ends as (
    select array_agg(d.sequence order by d.place) as all_ends from days d
  ), balances as (
    -- What a posting left stood there at the end of every day from its own up to that of the account's next one.
    select day.place,
      sha256(convert_to(string_agg(posting_text(r.account_id, r.balance_after, r.salt), E'\n' order by r.account_id), 'UTF8')) as told
    from ends cross join running r cross join lateral generate_series(width_bucket(r.sequence - 1, all_ends) + 1,
      case when r.next is null then cardinality(all_ends) else width_bucket(r.next - 1, all_ends) end) as day (place)
    where all_ends is not null and width_bucket(r.sequence - 1, all_ends) < coalesce(width_bucket(r.next - 1, all_ends), cardinality(all_ends))
    group by day.place
  )
  select c.sequence, f.fault from chain c cross join lateral (values
    ('sequence', c.is_next), ('moment', c.is_later), ('chain', c.hash = c.told), ('conservation', c.is_even), ('posting', c.are_placed)
  ) as f (fault, is_right) where not f.is_right
  union
  select e.sequence, 'memo' from entry_memos m join entries e on e.community_id = m.community_id and e.id = m.entry_id
  where m.community_id = community and e.memo_hash is distinct from sha256(m.salt || convert_to(m.memo, 'UTF8'))
  union
  select t.sequence, 'stray' from told t where t.place is null
  union
  select r.sequence, 'running-balance' from running r where not r.is_right
  union
  select coalesce(r.sequence, 0), f.fault
  from (select * from accounts x where x.community_id = community) a
    full join last_of_all r on r.account_id = a.id
    left join holding h on h.account_id = a.id
    cross join lateral (values
      ('account', a.id is not null),
      ('balance', a.balance = coalesce(r.balance_after, 0) and a.version = coalesce(r.version, 0)),
      ('held', a.held = coalesce(h.held, 0) and a.incoming = coalesce(h.incoming, 0))
    ) as f (fault, is_right) where not f.is_right
  union
  select h.sequence, 'head' from ledger_heads h left join lateral (
    select e.sequence, e.hash from entries e where e.community_id = h.community_id order by e.sequence desc limit 1
  ) as l on true
  where h.community_id = community
    and (h.sequence <> coalesce(l.sequence, 0) or h.hash <> coalesce(l.hash, decode(repeat('00', 32), 'hex')))
  union
  select d.sequence, 'checkpoint' from days d
    left join entries e on e.community_id = community and e.sequence = d.sequence
    left join balances b on b.place = d.place
  where e.hash is distinct from d.hash or b.told is distinct from d.balances_hash
  order by 1, 2
$$;

-- What anybody may know of a community's credits: nothing about fewer than five people.
create function fund_figures(community uuid, since timestamptz)
  returns table (fund_minutes bigint, given_minutes bigint, givers bigint, circulation bigint)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select
    (select a.balance from accounts a where a.community_id = community and a.kind = 'fund'),
    coalesce(sum(-p.minutes) filter (where a.kind = 'member' and p.minutes < 0), 0)
      + coalesce(sum(p.minutes) filter (where a.kind = 'member' and e.kind = 'hours'), 0),
    count(distinct a.owner_id) filter (where a.kind = 'member' and (p.minutes < 0 or e.kind = 'hours')),
    -(select a.balance from accounts a where a.community_id = community and a.kind = 'issuance')
  from entries e
  join postings p on p.community_id = e.community_id and p.entry_id = e.id
  join accounts a on a.community_id = p.community_id and a.id = p.account_id
  where e.community_id = community and e.occurred_at >= since and e.kind not in ('reversal', 'expiry', 'closing')
    and not exists (select from entries r where r.community_id = e.community_id and r.reverses = e.id)
$$;
create index entries_by_moment on entries (community_id, occurred_at);

-- Gives a community its ledger: a head, the account that credits come from, the fund, settings.
create function open_ledger(community uuid, at timestamptz) returns void
  language sql volatile
as $$
  insert into credit_settings (community_id) values (community) on conflict do nothing;
  insert into ledger_heads (community_id) values (community) on conflict do nothing;
  insert into accounts (community_id, kind, number, opened_at)
  values (community, 'issuance', '00000000', at), (community, 'fund', '00000001', at) on conflict do nothing;
$$;
select open_ledger(community_id, created_at) from communities where kind <> 'region';

-- Which entry handed out credits for these hours.
alter table hours add column entry_id uuid;

do $$
declare name text;
begin
  foreach name in array array['credit_settings', 'ledger_heads', 'accounts', 'account_decisions', 'entries', 'postings', 'entry_memos', 'holds',
    'payment_requests', 'redemption_codes', 'recurring_gifts', 'expiry_announcements', 'checkpoints']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy own_community on %I to buurtkit_app using (community_id = current_community()) with check (community_id = current_community())', name);
    execute format('grant select on %I to buurtkit_app', name);
  end loop;
  foreach name in array array['credit_settings', 'ledger_heads', 'checkpoints']
  loop
    execute format('create policy open_data on %I for select to buurtkit_public using (true)', name);
    execute format('grant select on %I to buurtkit_public', name);
  end loop;
end $$;
grant update on credit_settings to buurtkit_app;
grant insert (community_id, id, kind, owner_id, number, own_min, own_max, opened_at), update (own_min, own_max, is_frozen, closed_at) on accounts to buurtkit_app;
grant insert on account_decisions, expiry_announcements to buurtkit_app;
grant delete on entry_memos to buurtkit_app;
grant insert, update on payment_requests, recurring_gifts to buurtkit_app;
grant insert, update, delete on redemption_codes to buurtkit_app;

revoke execute on function post, hold_minutes, void_hold, expire_holds, keep_checkpoint, lock_ledger, lapse_holds, require_room, fund_figures,
  open_ledger, verify_ledger from public;
grant execute on function post, hold_minutes, void_hold, expire_holds, keep_checkpoint, lock_ledger, verify_ledger to buurtkit_app;
grant execute on function fund_figures to buurtkit_public, buurtkit_app;
