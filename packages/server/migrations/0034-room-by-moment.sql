-- Work with a free place in a coming shift that takes sign-ups, and when that shift is, all of it at once; nothing about anybody.
drop function work_with_room(uuid[], timestamptz);
create function work_with_room(communities uuid[], at timestamptz)
  returns table (community_id uuid, opportunity_id uuid, weekday smallint, part_of_day text)
  language sql stable security definer set search_path = pg_catalog, public rows 10000
as $$
  with coming as materialized (
    select t.community_id, t.id, t.opportunity_id, t.weekday, t.part_of_day, t.roles
    from shifts t
    where t.community_id = any(communities) and t.starts_at > at and t.cancelled_at is null
      and coalesce(t.signup_opens_at <= at, true) and coalesce(t.signup_closes_at > at, true)
  ), counts as (
    select s.community_id, s.shift_id, s.role,
      count(*) filter (where takes_place(s.state, s.expires_at, at)) as taken, count(*) filter (where s.state = 'waitlisted') as waiting
    from coming t join signups s on s.community_id = t.community_id and s.shift_id = t.id
    group by 1, 2, 3
  )
  select distinct t.community_id, t.opportunity_id, t.weekday, t.part_of_day
  from coming t
  cross join lateral jsonb_to_recordset(t.roles) as r (key text, capacity int)
  left join counts n on n.community_id = t.community_id and n.shift_id = t.id and n.role = r.key
  where coalesce(n.waiting, 0) = 0 and r.capacity > coalesce(n.taken, 0)
$$;
revoke execute on function work_with_room(uuid[], timestamptz) from public;
grant execute on function work_with_room(uuid[], timestamptz) to buurtkit_app, buurtkit_public;
