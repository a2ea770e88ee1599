-- Row-level security lets no index on lower(email) be used: that function isn't leakproof. Comparing a column is.
alter table volunteers add column email_key text generated always as (lower(email)) stored;
drop index volunteers_by_email;
create index volunteers_by_email on volunteers (community_id, email_key) where email_key is not null;

-- Whether a sign-up takes a place at a moment.
create function takes_place(state text, expires_at timestamptz, at timestamptz)
  returns boolean
  language sql immutable parallel safe
as $$
  select state in ('confirmed', 'checked-in', 'done', 'no-show')
    or (state in ('held', 'awaiting-email', 'awaiting-guardian', 'awaiting-review', 'intro-planned', 'offered')
      and (expires_at is null or expires_at > at))
$$;

create or replace function shift_counts(community uuid, shift uuid, at timestamptz)
  returns table (role text, taken bigint, waiting bigint)
  language sql stable security definer set search_path = pg_catalog, public
as $$
  select s.role, count(*) filter (where takes_place(s.state, s.expires_at, at)), count(*) filter (where s.state = 'waitlisted')
  from signups s
  where s.community_id = community and s.shift_id = shift
  group by s.role
$$;

-- Work with a free place in a coming shift that takes sign-ups, all of it at once; nothing about anybody.
create function work_with_room(communities uuid[], at timestamptz)
  returns table (community_id uuid, opportunity_id uuid)
  language sql stable security definer set search_path = pg_catalog, public rows 10000
as $$
  with coming as materialized (
    select t.community_id, t.id, t.opportunity_id, t.roles
    from shifts t
    where t.community_id = any(communities) and t.starts_at > at and t.cancelled_at is null
      and coalesce(t.signup_opens_at <= at, true) and coalesce(t.signup_closes_at > at, true)
  ), counts as (
    select s.community_id, s.shift_id, s.role,
      count(*) filter (where takes_place(s.state, s.expires_at, at)) as taken, count(*) filter (where s.state = 'waitlisted') as waiting
    from coming t join signups s on s.community_id = t.community_id and s.shift_id = t.id
    group by 1, 2, 3
  )
  select distinct t.community_id, t.opportunity_id
  from coming t
  cross join lateral jsonb_to_recordset(t.roles) as r (key text, capacity int)
  left join counts n on n.community_id = t.community_id and n.shift_id = t.id and n.role = r.key
  where coalesce(n.waiting, 0) = 0 and r.capacity > coalesce(n.taken, 0)
$$;
revoke execute on function work_with_room(uuid[], timestamptz) from public;
grant execute on function work_with_room(uuid[], timestamptz) to buurtkit_app, buurtkit_public;

-- Who is forgotten takes along what was said of the row that they stood in.
grant update (reason) on waitlist_orders to buurtkit_app;
