-- The moment that all processes believe it is, when they are started with BUURTKIT_TEST_CLOCK=1; of no community.
create table test_clock (
  id boolean primary key default true check (id),
  stands_at timestamptz not null
);
grant select on test_clock to buurtkit_app, buurtkit_public;
