import {opportunityFacetKeys} from '@buurtkit/contract';
import {sql} from 'kysely';
import {createCommunity} from '../src/communities/create-community.ts';
import {findCommunity} from '../src/communities/store.ts';
import type {OpenedDatabase} from '../src/db/open-database.ts';
import type {Scope} from '../src/scope.ts';
import {listOpportunities} from '../src/volunteering/opportunities/list-opportunities.ts';
import {benchDatabase} from './bench-database.ts';

type Bench = {measure(name: string, act: () => unknown, options?: {repetitions?: number}): Promise<number>};

const facets = [...opportunityFacetKeys];

/** The list of voluntary work with every count that it can have, over 20,000 coming shifts of one community. */
export async function bench({measure}: Bench): Promise<void> {
  const opened = await benchDatabase();
  const scope = await aScope(opened);
  await fill(scope);

  const work = 'work, 20,000 shifts, all counts';
  await measure(work, () => listOpportunities(scope, {facets}));
  await measure(`${work}: free on Tuesday`, () => listOpportunities(scope, {facets, weekday: ['tu'], free: 'true'}));
  await measure(`${work}: Tuesday afternoon within 5 km without VOG`, () =>
    listOpportunities(scope, {facets, weekday: ['tu'], partOfDay: ['afternoon'], vog: ['none'], near: [6.9, 53.3], radius: 5000}),
  );
  await measure(`${work}: by words`, () => listOpportunities(scope, {facets, q: 'klus 77'}));

  await opened.close();
}

async function aScope({database}: OpenedDatabase): Promise<Scope> {
  await createCommunity(database.owner, {slug: 'groot', name: 'Groot', kind: 'municipality'});
  const community = await findCommunity(database, 'groot');
  if (!community) throw new Error('The community was not made.');
  return {database, community, caller: {kind: 'anonymous'}, language: 'nl', now: new Date(), publicUrl: 'http://localhost'};
}

async function fill({database: {owner}, community: {id}, now}: Scope): Promise<void> {
  await sql`
    insert into opportunities (community_id, title, summary, kind, approval, themes, skills, languages, vog, area_codes, longitude, latitude,
      city, precision, text, blocks, updated_at)
    select ${id}, jsonb_build_object('nl', 'Klus ' || n), '{"nl": "Proef."}', (array['once', 'recurring', 'flexible', 'buddy'])[1 + n % 4],
      'automatic', array[(array['meeting', 'food', 'sport', 'care'])[1 + n % 4]], array[(array['cooking', 'listening', 'driving'])[1 + n % 3]],
      array['nl'], (array['none', 'preferred', 'required'])[1 + n % 3], array['GM1979', 'BU1979000' || n % 10], 6.8 + (n % 100) * 0.003,
      53.2 + (n / 100) * 0.003, 'Dorp', 'exact', jsonb_build_object('nl', repeat('Tekst. ', 100)), '{}', ${now}
    from generate_series(1, 10000) n`.execute(owner);
  await sql`
    insert into shifts (community_id, opportunity_id, starts_at, ends_at, weekday, part_of_day, roles, updated_at)
    select o.community_id, o.id, ${now}::timestamptz + interval '1 hour' * (n * 37), ${now}::timestamptz + interval '1 hour' * (n * 37 + 2),
      1 + (o.latitude * 1000)::int % 7, (array['morning', 'afternoon', 'evening'])[1 + (o.longitude * 1000)::int % 3],
      '[{"key": "hulp", "label": {"nl": "Hulp"}, "capacity": 2}]', ${now}
    from opportunities o cross join generate_series(1, 2) n`.execute(owner);
  await sql`
    insert into volunteers (community_id, name, email, age_band, language, created_at)
    select ${id}, 'Bewoner ' || n, 'bewoner-' || n || '@example.nl', '18+', 'nl', ${now} from generate_series(1, 20000) n`.execute(owner);
  await sql`
    insert into signups (community_id, volunteer_id, opportunity_id, shift_id, role, state, created_at, updated_at)
    select t.community_id, v.id, t.opportunity_id, t.id, 'hulp', 'confirmed', ${now}, ${now}
    from (select *, row_number() over (order by id) as n from shifts) t
    join (select *, row_number() over (order by id) as n from volunteers) v using (n)`.execute(owner);
  await sql`analyze`.execute(owner);
}
