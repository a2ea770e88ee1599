import type {Initiative, OpeningHours} from '@buurtkit/contract';
import {sql} from 'kysely';
import {expect, test} from 'vitest';
import type {Community} from '../communities/community.ts';
import {undoImport} from '../imports/undo-import.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {exportText, importFile} from '../testing/data-in-and-out.ts';
import {hoursOf, weekly} from '../testing/opening-hours.ts';
import {aCommunity, aKey, aScope, testApp, write, type TestApp} from '../testing/test-app.ts';
import {extendOpenings} from './extend-openings.ts';
import {openingsBetween} from './openings-between.ts';

type Village = {app: TestApp; community: Community; key: string};

async function aVillage(now: string): Promise<Village> {
  const app = await testApp();
  app.setNow(new Date(now));
  const community = await aCommunity(app, {slug: 'holwierde'});
  return {app, community, key: await aKey(app, community, 'coordinator')};
}

const path = '/v1/communities/holwierde/initiatives';

async function add({app, key}: Village, name: string, openingHours: OpeningHours | null): Promise<Initiative> {
  const response = await app.request(path, write('POST', key, {name, kind: 'village-house', summary: {nl: name}, openingHours}));
  expect(response.status).toBe(201);
  return (await response.json()) as Initiative;
}

async function openAt({app}: Village, open: string): Promise<string[]> {
  const response = await app.request(`${path}?${new URLSearchParams({open})}`);
  expect(response.status).toBe(200);
  const {data, total} = (await response.json()) as {data: Initiative[]; total: number};
  expect(total).toBe(data.length);
  return data.map((initiative) => initiative.slug);
}

async function read({app}: Village, slug: string): Promise<Initiative> {
  return (await (await app.request(`${path}/${slug}`)).json()) as Initiative;
}

const ofAllKinds: Record<string, OpeningHours> = {
  'past-midnight': hoursOf({rules: [weekly('sa', '20:00', '02:30')]}),
  'second-tuesday': hoursOf({rules: [weekly('tu', '19:00', '23:30', 2)]}),
  'every-night': hoursOf({rules: [weekly('mo,tu,we,th,fr,sa,su', '22:00', '06:00')], isOpenOnHolidays: true}),
  'skipped-hour': hoursOf({rules: [weekly('su', '02:30', '05:00')]}),
  weekdays: hoursOf({
    rules: [weekly('mo,tu,we,th,fr', '09:00', '17:00')],
    exceptions: [{from: '2026-04-06', until: '2026-04-06', openings: [{opens: '11:00', closes: '13:00'}], note: {nl: 'Paasbrunch'}}],
  }),
  always: hoursOf({rules: [weekly('mo,tu,we,th,fr,sa,su', '00:00', '24:00')], isOpenOnHolidays: true}),
  'by-appointment': hoursOf({isByAppointment: true, note: {nl: 'Bel even aan.'}}),
};

test.each([
  ['the clocks go forward', '2026-03-28T18:00:00Z'],
  ['the clocks go back', '2026-10-24T17:00:00Z'],
  ['Easter Monday comes', '2026-04-05T04:00:00Z'],
  ['the second Tuesday comes', '2026-11-10T06:00:00Z'],
])('when %s the filter, the answer and the evaluator say the same at every half hour', async (_name, start) => {
  const village = await aVillage(start);
  const now = new Date(start);
  for (const [name, hours] of Object.entries(ofAllKinds)) await add(village, name, hours);
  const whole = await Promise.all(Object.keys(ofAllKinds).map((slug) => read(village, slug)));

  for (let step = 0; step < 64; step += 1) {
    const moment = now.getTime() + step * 1_800_000;
    const inAnswers = whole.filter(({opening}) =>
      opening?.openings.some(({from, until}) => Date.parse(from) <= moment && moment < Date.parse(until)),
    );
    const evaluated = Object.entries(ofAllKinds).filter(
      ([, hours]) => openingsBetween(hours, {timeZone: 'Europe/Amsterdam', from: new Date(moment), until: new Date(moment + 1)}).length > 0,
    );
    const slugs = evaluated.map(([slug]) => slug).toSorted();

    expect(await openAt(village, new Date(moment).toISOString())).toEqual(slugs);
    expect(inAnswers.map(({slug}) => slug).toSorted()).toEqual(slugs);
  }
});

test('open now follows the clock: over midnight on Saturday, not in the hour that the clocks skip', async () => {
  const village = await aVillage('2026-03-28T12:00:00Z');
  await add(village, 'Dorpscafé', ofAllKinds['past-midnight'] ?? null);

  const seen: Record<string, boolean> = {};
  for (const moment of [
    '2026-03-28T18:59:59Z',
    '2026-03-28T19:00:00Z',
    '2026-03-29T00:59:00Z',
    '2026-03-29T01:29:00Z',
    '2026-03-29T01:30:00Z',
  ]) {
    village.app.setNow(new Date(moment));
    seen[moment] = (await openAt(village, 'now')).length > 0;
  }

  expect(Object.values(seen)).toEqual([false, true, true, true, false]);
});

test('an answer tells the coming fourteen days, and nothing of what is over', async () => {
  const village = await aVillage('2026-11-24T12:00:00Z');
  const {slug} = await add(
    village,
    'Dorpshuis',
    hoursOf({rules: [weekly('mo,tu', '10:00', '15:00')], note: {nl: 'Loop binnen', en: 'Walk in'}}),
  );
  village.app.setNow(new Date('2026-11-24T14:00:00Z'));

  expect((await read(village, slug)).opening).toEqual({
    note: {nl: 'Loop binnen', en: 'Walk in'},
    isByAppointment: false,
    openings: [
      {from: '2026-11-30T09:00:00.000Z', until: '2026-11-30T14:00:00.000Z'},
      {from: '2026-12-01T09:00:00.000Z', until: '2026-12-01T14:00:00.000Z'},
      {from: '2026-12-07T09:00:00.000Z', until: '2026-12-07T14:00:00.000Z'},
      {from: '2026-12-08T09:00:00.000Z', until: '2026-12-08T14:00:00.000Z'},
    ],
  });
  const list = (await (await village.app.request(path)).json()) as {data: Initiative[]};
  expect(list.data[0]?.opening).toEqual((await read(village, slug)).opening);
  expect(list.data[0]).not.toHaveProperty('openingHours');
});

test('of whom nobody knows the hours, the answer says so, and no filter finds them', async () => {
  const village = await aVillage('2026-11-24T12:00:00Z');
  const {slug} = await add(village, 'Buurttuin', null);

  expect(await read(village, slug)).toMatchObject({opening: null, openingHours: null});
  expect(await openAt(village, 'now')).toEqual([]);
});

test('changed hours count at once, and hours taken away close it', async () => {
  const village = await aVillage('2026-11-24T12:00:00Z');
  const {app, key} = village;
  const {slug} = await add(village, 'Dorpshuis', hoursOf({rules: [weekly('tu', '10:00', '11:00')]}));
  const change = async (openingHours: OpeningHours | null) => {
    const etag = (await app.request(`${path}/${slug}`)).headers.get('ETag') ?? '';
    return app.request(`${path}/${slug}`, write('PATCH', key, {openingHours}, {'If-Match': etag}));
  };

  expect(await openAt(village, 'now')).toEqual([]);
  const changed = (await (await change(hoursOf({rules: [weekly('tu', '12:30', '14:00')]}))).json()) as Initiative;
  expect(changed.opening?.openings[0]).toEqual({from: '2026-11-24T11:30:00.000Z', until: '2026-11-24T13:00:00.000Z'});
  expect(await openAt(village, 'now')).toEqual(['dorpshuis']);
  await change(null);
  expect(await openAt(village, 'now')).toEqual([]);
});

test('a time in the past or after sixty days is refused, with all else that is wrong', async () => {
  const {app} = await aVillage('2026-11-24T12:00:00Z');
  const faultsOf = async (query: string) => ((await (await app.request(`${path}?${query}`)).json()) as {errors?: unknown[]}).errors;

  expect(await faultsOf('open=2026-11-24T11:59:59Z&limit=0&kind=castle')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({parameter: 'open', code: 'range'}),
      expect.objectContaining({parameter: 'limit', code: 'range'}),
      expect.objectContaining({parameter: 'kind', code: 'not-allowed'}),
    ]),
  );
  expect(await faultsOf('open=2027-01-23T12:00:01Z')).toMatchObject([{parameter: 'open', code: 'range'}]);
  expect(await faultsOf('open=straks')).toMatchObject([{parameter: 'open'}]);
  expect((await app.request(`${path}?open=2027-01-23T13:00:00%2B01:00`)).status).toBe(200);
});

test('as weeks pass the coming sixty days stay known, also when two processes see to it at once', async () => {
  const village = await aVillage('2026-11-24T12:00:00Z');
  await add(village, 'Dorpshuis', hoursOf({rules: [weekly('tu', '10:00', '15:00')], isOpenOnHolidays: true}));

  for (const [days, isKnown] of [
    [6, true],
    [40, false],
  ] as const) {
    const now = new Date(Date.parse('2026-11-24T12:00:00Z') + days * 86_400_000);
    village.app.setNow(now);
    const ahead = nextTuesday(new Date(now.getTime() + 53 * 86_400_000));
    expect((await openAt(village, ahead)).length > 0).toBe(isKnown);
    await Promise.all([extendOpenings(village.app.database, now), extendOpenings(village.app.database, now)]);
    expect(await openAt(village, ahead)).toEqual(['dorpshuis']);
  }
  const past = new Date('2026-02-01T12:00:00Z');
  village.app.setNow(past);
  await extendOpenings(village.app.database, past);
  expect(await openAt(village, nextTuesday(past))).toEqual(['dorpshuis']);
});

function nextTuesday(from: Date): string {
  const day = new Date(from.getTime() + ((9 - from.getUTCDay()) % 7) * 86_400_000);
  return `${day.toISOString().slice(0, 10)}T12:00:00Z`;
}

test('when a community’s clocks go differently, so do its hours', async () => {
  const village = await aVillage('2026-11-24T12:00:00Z');
  const {app, community} = village;
  await add(village, 'Dorpshuis', hoursOf({rules: [weekly('tu', '12:30', '14:00')]}));
  const admin = await aKey(app, community, 'admin');
  const etag = (await app.request('/v1/communities/holwierde')).headers.get('ETag') ?? '';

  await app.request('/v1/communities/holwierde', write('PATCH', admin, {timeZone: 'America/Kralendijk'}, {'If-Match': etag}));

  expect(await openAt(village, 'now')).toEqual([]);
  expect(await openAt(village, '2026-11-24T17:00:00Z')).toEqual(['dorpshuis']);
});

test('hours that come in a file count too, and an undone import gives back those of before', async () => {
  const village = await aVillage('2026-11-24T12:00:00Z');
  const scope = {...aScope(village.app, village.community), now: new Date('2026-11-24T12:00:00Z')};
  await createInitiative(scope, {
    name: 'Dorpshuis',
    kind: 'other',
    summary: {nl: 'x'},
    openingHours: hoursOf({rules: [weekly('tu', '13:00', '14:00')]}),
  });
  const file = (await exportText(scope)).replace('Tu 13:00-14:00; PH off', 'Tu 09:00-10:00; PH off');

  const {id, counts} = await importFile(scope, file);
  expect(counts.updated).toBe(1);
  expect(await openAt(village, 'now')).toEqual([]);
  expect(await openAt(village, '2026-12-01T08:30:00Z')).toEqual(['dorpshuis']);

  await undoImport(scope, id);
  expect(await openAt(village, 'now')).toEqual(['dorpshuis']);
});

test('one community’s openings are nothing to another', async () => {
  const village = await aVillage('2026-11-24T12:00:00Z');
  const other = await aCommunity(village.app, {slug: 'elders'});
  await add(village, 'Dorpshuis', hoursOf({rules: [weekly('tu', '12:30', '14:00')]}));

  const seen = await village.app.database.app.transaction().execute(async (trx) => {
    await sql`select set_config('buurtkit.community_id', ${other.id}, true)`.execute(trx);
    return [await trx.selectFrom('openings').selectAll().execute(), await trx.selectFrom('opening_windows').selectAll().execute()];
  });

  expect(seen).toEqual([[], []]);
});

test('the page without JavaScript says when it is open, in words', async () => {
  const village = await aVillage('2026-11-24T12:00:00Z');
  await add(
    village,
    'Dorpshuis',
    hoursOf({rules: [weekly('tu', '10:00', '15:00'), weekly('tu', '19:00', '00:30')], isByAppointment: true, note: {nl: 'Loop binnen'}}),
  );
  await add(village, 'Altijd', ofAllKinds['always'] ?? null);

  const page = await (await village.app.request('/holwierde/initiatieven/dorpshuis')).text();

  expect(page).toContain('dinsdag 24 november, 10.00–15.00 uur en 19.00–00.30 uur');
  expect(page).toContain('Op afspraak');
  expect(page).toContain('Loop binnen');
  expect(await (await village.app.request('/holwierde/initiatieven/altijd')).text()).toContain('Dag en nacht');
});
