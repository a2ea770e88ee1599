-- When the people of an initiative are asked again whether its page is still right. It has a row from shortly before the first time.
create table freshness (
  community_id uuid not null,
  initiative_id uuid not null,
  -- The check or creation from which half years are counted.
  counted_from timestamptz not null,
  -- How many mails of this half year are out and unanswered.
  asked integer not null default 0 check (asked between 0 and 3),
  asked_at timestamptz,
  due_at timestamptz not null,
  primary key (community_id, initiative_id),
  foreign key (community_id, initiative_id) references initiatives (community_id, id) on delete cascade,
  check ((asked = 0) = (asked_at is null))
);
create index freshness_due on freshness (due_at, community_id);
create index initiatives_by_check on initiatives ((coalesce(checked_at, created_at)), community_id);

alter table freshness enable row level security;
create policy own_community on freshness to buurtkit_app
  using (community_id = current_community()) with check (community_id = current_community());
grant select, insert, update, delete on freshness to buurtkit_app;
