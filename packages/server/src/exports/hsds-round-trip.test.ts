import {
  coalitionRoles,
  newPartnerSchema,
  newServiceSchema,
  newSharedPlaceSchema,
  partnerKinds,
  serviceFunctions,
  serviceStatuses,
  valuesOf,
} from '@buurtkit/contract';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {findCommunity} from '../communities/store.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {undoImport} from '../imports/undo-import.ts';
import {createPartner} from '../partners/create-partner.ts';
import {createPlace} from '../places/create-place.ts';
import type {Scope} from '../scope.ts';
import {seedDemo} from '../seed/seed-demo.ts';
import {createService} from '../services/create-service.ts';
import {aCommunityScope, exportText, importFile, testNow, tryImport} from '../testing/data-in-and-out.ts';
import {anyOpeningHours} from '../testing/opening-hours.ts';
import {testDatabase} from '../testing/test-database.ts';

const runs = Number(process.env['BUURTKIT_PROPERTY_RUNS'] ?? 100);

test('the sample neighbourhood, whole, comes out of an empty community the same, to the byte', async () => {
  const database = await testDatabase();
  await seedDemo(database.database, testNow);
  const community = await findCommunity(database.database, 'voorbeeldbuurt');
  if (!community) throw new Error('voorbeeldbuurt is gone');
  const empty = await aCommunityScope(database, 'leeg');
  const file = await exportText({...empty, community}, 'hsds');

  const {counts} = await importFile(empty, file, 'hsds');

  expect(counts).toMatchObject({updated: 0, unchanged: 0, refused: 0});
  expect(await exportText(empty, 'hsds')).toBe(file);
  expect((await importFile(empty, file, 'hsds')).counts).toMatchObject({created: 0, updated: 0, refused: 0});
});

const text = (maxLength: number) =>
  fc
    .oneof(
      fc.string({unit: 'grapheme', minLength: 1, maxLength}),
      fc.constantFrom('</script>', '"', '\\', '[]', 'null', '"x"', '{"a":1}', 'a\r\nb'),
    )
    .map((value) => value.replaceAll('\0', '').trim().slice(0, maxLength).trim())
    .filter((value) => value !== '' && value.isWellFormed());
const texts = (maxLength: number) => fc.oneof(fc.record({nl: text(maxLength)}), fc.record({nl: text(maxLength), en: text(maxLength)}));
const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, {nil: null});
const areas = fc.subarray([
  {code: 'GM1676', year: 2025, name: 'Schouwen-Duiveland'},
  {code: 'kern-noord', year: null, name: '"Kern" noord'},
]);
const contact = fc.constantFrom({}, {website: 'https://www.example.nl/?a=1'}, {email: 'post@example.nl', phone: '0111-123456'});
const hours = anyOpeningHours({times: fc.constantFrom('09:00', '13:30', '24:00'), dates: fc.constantFrom('2026-12-24', '2027-01-03')});
const location = maybe(fc.constant({type: 'Point' as const, coordinates: [5.1, 52.1] as [number, number]}));

const aPlace = fc.record({
  name: text(120),
  address: maybe(fc.record({street: text(120), postcode: maybe(fc.constant('1234 AB'))})),
  city: text(120),
  areaCode: maybe(fc.constant('GM1676')),
  areaYear: maybe(fc.constant(2025)),
  location,
  accessibility: fc.constantFrom({}, {stepFree: 'yes' as const}),
  isAvailable: fc.boolean(),
  availableFor: maybe(texts(300)),
});
const aPartner = fc.record({
  name: text(120),
  kind: fc.constantFrom(...valuesOf(partnerKinds)),
  city: maybe(text(120)),
  summary: texts(600),
  website: maybe(fc.constant('https://www.example.nl/?a=1,2')),
  isSample: fc.boolean(),
  contacts: fc.array(
    fc.oneof(
      fc.record({
        name: text(120),
        role: maybe(texts(120)),
        email: fc.constant('a@example.nl'),
        phone: fc.constant(null),
        agreedOn: fc.constant('2026-01-02'),
      }),
      fc.record({
        name: fc.constant(null),
        role: maybe(texts(120)),
        email: fc.constant(null),
        phone: maybe(fc.constant('0111-123456')),
        agreedOn: fc.constant(null),
      }),
    ),
    {maxLength: 2},
  ),
  areas,
});
const aService = fc.record({
  name: texts(120),
  summary: texts(600),
  functions: fc.subarray(valuesOf(serviceFunctions)),
  themes: fc.subarray(['meeting', 'eigen-thema']),
  forWhom: maybe(texts(300)),
  howToGet: maybe(texts(600)),
  cost: maybe(texts(300)),
  capacity: maybe(texts(200)),
  status: fc.constantFrom(...valuesOf(serviceStatuses)),
  areas,
  contact,
  openingHours: maybe(hours),
});

const index = fc.nat({max: 99});
const aDirectory = fc.record({
  places: fc.array(aPlace, {minLength: 1, maxLength: 2}),
  partners: fc.array(fc.record({value: aPartner, place: maybe(index), parent: maybe(index), members: fc.array(index, {maxLength: 3})}), {
    minLength: 1,
    maxLength: 3,
  }),
  services: fc.array(fc.record({value: aService, partner: index, place: maybe(index)}), {maxLength: 3}),
  initiatives: fc.array(
    fc.record({
      name: text(120),
      summary: texts(600),
      place: maybe(index),
      hours: maybe(hours),
      members: fc.uniqueArray(fc.record({partner: index, role: fc.constantFrom(...valuesOf(coalitionRoles))}), {maxLength: 3}),
      story: fc.array(fc.record({title: texts(120), text: texts(200), date: maybe(fc.constant('2020-02-29'))}), {maxLength: 2}),
    }),
    {maxLength: 2},
  ),
});

async function emptied({database, community}: Scope): Promise<void> {
  for (const table of ['initiatives', 'services', 'partners', 'places', 'external_ids'] as const)
    await database.owner.deleteFrom(table).where('community_id', '=', community.id).execute();
}

/** Makes a directory, and an organisation elsewhere that it names. Parents come before their children, and after them in the file or before. */
async function fill(scope: Scope, directory: typeof aDirectory extends fc.Arbitrary<infer Value> ? Value : never, elsewhere: string) {
  const pick = (slugs: readonly string[], number: number) => slugs[number % slugs.length] ?? '';
  const places: string[] = [];
  for (const place of directory.places) places.push((await createPlace(scope, newSharedPlaceSchema.parse(place))).slug);
  const partners: string[] = [];
  for (const {value, place, parent, members} of directory.partners) {
    const others = [elsewhere, ...partners];
    const {slug} = await createPartner(
      scope,
      newPartnerSchema.parse({
        ...value,
        place: place === null ? null : pick(places, place),
        parent: parent === null ? null : pick(others, parent),
        members: [...new Set(members.map((member) => pick(others, member)))],
      }),
    );
    partners.push(slug);
  }
  for (const {value, partner, place} of directory.services)
    await createService(
      scope,
      newServiceSchema.parse({...value, partner: pick(partners, partner), place: place === null ? null : pick(places, place)}),
    );
  for (const {name, summary, place, hours: openingHours, members, story} of directory.initiatives) {
    const coalition = members.map(({partner, role}) => ({partner: pick([elsewhere, ...partners], partner), role}));
    await createInitiative(scope, {
      name,
      kind: 'other',
      summary,
      openingHours,
      story,
      coalition: coalition.filter(
        (member, at) => coalition.findIndex((other) => other.partner === member.partner && other.role === member.role) === at,
      ),
      ...(place !== null && {place: {city: 'Zierikzee', areaCode: null, areaYear: null, precision: 'exact', slug: pick(places, place)}}),
    });
  }
}

test('whatever a community holds survives being exported and imported as HSDS, names of other communities included', async () => {
  const database = await testDatabase();
  const neighbours = await aCommunityScope(database, 'buren');
  await createPartner(neighbours, {name: 'Movisie', kind: 'knowledge', summary: {nl: 'Weet veel.'}});
  const source = await aCommunityScope(database, 'bron');
  const target = await aCommunityScope(database, 'doel');

  await fc.assert(
    fc.asyncProperty(aDirectory, async (directory) => {
      await Promise.all([emptied(source), emptied(target)]);
      await fill(source, directory, 'buren~movisie');
      const file = await exportText(source, 'hsds');

      const planned = await tryImport(target, file, 'hsds');
      const {id, rows, counts} = await importFile(target, file, 'hsds');

      expect(rows.filter((row) => row.action === 'refused')).toEqual([]);
      expect(counts).toEqual(planned.counts);
      expect(await exportText(target, 'hsds')).toBe(file);
      expect((await importFile(target, file, 'hsds')).counts).toMatchObject({created: 0, updated: 0, refused: 0});

      await undoImport(target, id);
      await emptied(source);
      expect(await exportText(target, 'hsds')).toBe(await exportText(source, 'hsds'));
    }),
    {numRuns: runs, endOnFailure: true},
  );
});

test('an import that changed what was there, taken back, leaves an export as it was', async () => {
  const database = await testDatabase();
  const scope = await aCommunityScope(database, 'bron');
  await createPlace(scope, {name: 'De Tille', city: 'Witteveen'});
  await createPartner(scope, {name: 'Welzijn', kind: 'social-work', summary: {nl: 'Helpt.'}});
  await createPartner(scope, {name: 'Netwerk', kind: 'network', summary: {nl: 'Samen.'}, members: ['welzijn'], place: 'de-tille'});
  await createService(scope, {partner: 'welzijn', name: {nl: 'Spreekuur'}, summary: {nl: 'Kom langs.'}, functions: ['advice']});
  await createInitiative(scope, {name: 'Tuin', kind: 'other', summary: {nl: 'Groen.'}, coalition: [{partner: 'welzijn', role: 'partner'}]});
  const before = await exportText(scope, 'hsds');
  const changed = before
    .replace('"name":"Spreekuur"', '"name":"Inloop"')
    .replace('"description":"Samen."', '"description":"Samen sterk."')
    .replace('"value":"welzijn"', '"value":"nergens"')
    .replace('\\"role\\":\\"partner\\"', '\\"role\\":\\"lead\\"');

  const {id, counts} = await importFile(scope, changed, 'hsds');

  expect(counts).toEqual({created: 0, updated: 3, unchanged: 2, refused: 0});
  expect(await exportText(scope, 'hsds')).not.toBe(before);
  expect(await undoImport(scope, id)).toEqual({deleted: 0, restored: 3, left: []});
  expect(await exportText(scope, 'hsds')).toBe(before);
});

test('an organisation that others lean on since stays when its import is taken back', async () => {
  const database = await testDatabase();
  const source = await aCommunityScope(database, 'bron');
  await createPartner(source, {name: 'Welzijn', kind: 'social-work', summary: {nl: 'Helpt.'}});
  await createPartner(source, {name: 'Zorg', kind: 'care', summary: {nl: 'Zorgt.'}});
  const target = await aCommunityScope(database, 'doel');
  const {id} = await importFile(target, await exportText(source, 'hsds'), 'hsds');
  await createInitiative(target, {
    name: 'Tuin',
    kind: 'other',
    summary: {nl: 'Groen.'},
    coalition: [{partner: 'welzijn', role: 'partner'}],
  });

  expect(await undoImport(target, id)).toMatchObject({deleted: 1, left: [{slug: 'welzijn'}]});
});

test('a directory of another maker comes in: what it doesn’t know of us is left open, and nobody’s name becomes public', async () => {
  const scope = await aCommunityScope(await testDatabase(), 'doel');
  const organization = '0a3b5a6e-1c2d-4e5f-8a9b-0c1d2e3f4a5b';
  const file = JSON.stringify({
    services: [
      {
        id: '1a3b5a6e-1c2d-4e5f-8a9b-0c1d2e3f4a5b',
        organization_id: organization.toUpperCase(),
        name: 'Spreekuur',
        status: 'active',
        schedules: [{id: '2a3b5a6e-1c2d-4e5f-8a9b-0c1d2e3f4a5b', freq: 'WEEKLY', byday: 'MO,WE', opens_at: '09:00', closes_at: '12:00'}],
      },
    ],
    organizations: [
      {id: organization, name: 'Stichting', description: 'Helpt.', contacts: [{id: organization, name: 'J. Jansen', title: 'Wijkteam'}]},
    ],
  });

  const {counts} = await importFile(scope, file, 'hsds');

  expect(counts).toEqual({created: 2, updated: 0, unchanged: 0, refused: 0});
  const exported = await exportText(scope, 'hsds');
  expect(exported).not.toContain('Jansen');
  expect(exported).toContain('"title":"Wijkteam"');
  expect(exported).toContain('"byday":"MO,WE","opens_at":"09:00"');
});

test('whom another community names stays when its import is taken back, with all that it leans on', async () => {
  const database = await testDatabase();
  const [bron, doel, buren] = [
    await aCommunityScope(database, 'bron'),
    await aCommunityScope(database, 'doel'),
    await aCommunityScope(database, 'buren'),
  ];
  const told = {kind: 'social-work', summary: {nl: 'Helpt.'}} as const;
  for (const name of ['Moeder', 'Lid', 'Bestuur', 'Ander']) await createPartner(bron, {...told, name});
  await createPartner(bron, {...told, name: 'Verbond', parent: 'moeder', members: ['lid', 'bestuur']});
  const {id} = await importFile(doel, await exportText(bron, 'hsds'), 'hsds');
  await createInitiative(buren, {
    name: 'Tuin',
    kind: 'other',
    summary: {nl: 'Groen'},
    coalition: [{partner: 'doel~verbond', role: 'lead'}],
  });
  const before = await exportText(buren, 'hsds');

  const {deleted, left} = await undoImport(doel, id);

  expect(deleted).toBe(1);
  expect(left.map(({slug}) => slug).sort()).toEqual(['bestuur', 'lid', 'moeder', 'verbond']);
  expect(await exportText(buren, 'hsds')).toBe(before);
});

test('who is named and isn’t there is left out and told, in the dry run as in the commit', async () => {
  const database = await testDatabase();
  const [bron, doel] = [await aCommunityScope(database, 'bron'), await aCommunityScope(database, 'doel')];
  const told = {kind: 'social-work', summary: {nl: 'Helpt.'}} as const;
  await createPartner(bron, {...told, name: 'Welzijn'});
  await createPartner(bron, {...told, name: 'Verbond', members: ['welzijn']});
  await createInitiative(bron, {name: 'Tuin', kind: 'other', summary: {nl: 'Groen'}, coalition: [{partner: 'welzijn', role: 'lead'}]});
  const whole = JSON.parse(await exportText(bron, 'hsds'));
  const organizations = whole.organizations.filter(({name}: {name: string}) => name !== 'Welzijn');
  const file = JSON.stringify({...whole, organizations});

  const planned = await tryImport(doel, file, 'hsds');
  const done = await importFile(doel, file, 'hsds');

  expect(done.counts).toEqual({created: 2, updated: 0, unchanged: 0, refused: 0});
  expect(done.warnings).toHaveLength(2);
  expect(planned.warnings).toEqual(done.warnings);
});
