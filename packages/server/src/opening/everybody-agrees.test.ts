import type {Initiative, OpeningHours} from '@buurtkit/contract';
import {openingMessages} from '@buurtkit/texts';
import {afterAll, afterEach, expect, test, vi} from 'vitest';
// What the components say, from the answers that they get.
import {openingLine} from '../../../elements/src/opening/opening-line.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {createPartner} from '../partners/create-partner.ts';
import {createService} from '../services/create-service.ts';
import {hoursOf, weekly} from '../testing/opening-hours.ts';
import {aCommunity, aScope, createTestApp} from '../testing/test-app.ts';

const ofAllKinds: Record<string, OpeningHours> = {
  café: hoursOf({rules: [weekly('sa', '20:00', '02:30')]}),
  nachtopvang: hoursOf({rules: [weekly('mo,tu,we,th,fr,sa,su', '22:00', '06:00')], isOpenOnHolidays: true}),
  eetclub: hoursOf({rules: [weekly('tu', '19:00', '23:30', 2)]}),
  loket: hoursOf({
    rules: [weekly('mo,tu,we,th,fr', '09:00', '17:00')],
    exceptions: [{from: '2026-04-06', until: '2026-04-06', openings: [{opens: '11:00', closes: '13:00'}], note: {nl: 'Paasbrunch'}}],
  }),
};

const app = await createTestApp();
afterAll(() => app.close());
afterEach(() => void vi.useRealTimers());

const start = new Date('2026-03-20T12:00:00Z');
app.setNow(start);
const community = await aCommunity(app, {slug: 'holwierde'});
const scope = {...aScope(app, community), now: start};
for (const [name, openingHours] of Object.entries(ofAllKinds)) {
  await createInitiative(scope, {name, kind: 'village-house', summary: {nl: name}, openingHours});
  const {slug: partner} = await createPartner(scope, {name, kind: 'other', summary: {nl: name}});
  await createService(scope, {partner, name: {nl: name}, summary: {nl: name}, functions: ['meeting'], openingHours});
}

type Answer = {name: string; opening: Initiative['opening']};

async function listOf(path: string, query: Record<string, string> = {}): Promise<Answer[]> {
  const response = await app.request(`/v1/communities/holwierde/${path}?${new URLSearchParams(query)}`);
  const {data} = (await response.json()) as {data: {name: string | {nl: string}; opening: Answer['opening']}[]};
  return data.map(({name, opening}) => ({name: typeof name === 'string' ? name : name.nl, opening}));
}

const namesOf = (answers: readonly Answer[]) => answers.map(({name}) => name).toSorted();

const words = openingMessages.nl('je');
const openNow = new RegExp(`^(?:${words.openNow}|${words.openUntil('.+')})$`);

/** Those of which a component says, at this moment and from these answers, that they are open. */
function saidToBeOpen(answers: readonly Answer[], moment: string): string[] {
  vi.useFakeTimers({toFake: ['Date'], now: new Date(moment)});
  const lines = answers.filter(({opening}) =>
    openNow.test(openingLine(opening?.openings ?? [], {words, language: 'nl', timeZone: 'Europe/Amsterdam'}) ?? ''),
  );
  vi.useRealTimers();
  return namesOf(lines);
}

test.each([
  ['Saturday evening before the clocks go forward', '2026-03-28T19:00:00Z', ['café']],
  ['that night, just before the hour that isn’t there', '2026-03-29T00:59:00Z', ['café', 'nachtopvang']],
  ['in the minutes after it, when half past two has not been', '2026-03-29T01:29:00Z', ['café', 'nachtopvang']],
  ['once it is half past three', '2026-03-29T01:30:00Z', ['nachtopvang']],
  ['six in the morning, an hour early for who slept', '2026-03-29T04:00:00Z', []],
  ['Easter Monday before the exception', '2026-04-06T08:59:59Z', []],
  ['Easter Monday within the exception', '2026-04-06T09:00:00Z', ['loket']],
  ['Easter Monday after the exception', '2026-04-06T11:00:00Z', []],
  ['the Tuesday after Easter, an ordinary day', '2026-04-07T11:00:00Z', ['loket']],
  ['King’s Day, a Monday without an exception', '2026-04-27T10:00:00Z', []],
  ['Saturday night before the clocks go back', '2026-10-24T23:59:00Z', ['café', 'nachtopvang']],
  ['that night, when half past two is over for the first time', '2026-10-25T00:31:00Z', ['nachtopvang']],
  ['that night, when half past two is over for good', '2026-10-25T01:31:00Z', ['nachtopvang']],
  ['five in the morning after it', '2026-10-25T04:30:00Z', ['nachtopvang']],
  ['six in the morning after it', '2026-10-25T05:00:00Z', []],
  ['the first Tuesday', '2026-11-03T18:30:00Z', []],
  ['the second Tuesday', '2026-11-10T18:30:00Z', ['eetclub']],
  ['the second Tuesday, when it closes', '2026-11-10T22:30:00Z', ['nachtopvang']],
  ['the third Tuesday', '2026-11-17T18:30:00Z', []],
])('%s the filters, the answers and the line on the page say the same', async (_when, moment, open) => {
  const dayBefore = new Date(Date.parse(moment) - 86_400_000);
  app.setNow(dayBefore);
  await app.sweep();
  const [initiatives, services] = [await listOf('initiatives'), await listOf('services')];

  for (const path of ['initiatives', 'services', 'partners'])
    expect([path, namesOf(await listOf(path, {open: moment}))]).toEqual([path, open]);
  // Of a list that was loaded yesterday, on a page that stayed open.
  for (const answers of [initiatives, services]) expect(saidToBeOpen(answers, moment)).toEqual(open);

  app.setNow(new Date(moment));
  await app.sweep();
  for (const path of ['initiatives', 'services', 'partners'])
    expect([path, namesOf(await listOf(path, {open: 'now'}))]).toEqual([path, open]);
  for (const path of ['initiatives', 'services']) expect([path, saidToBeOpen(await listOf(path), moment)]).toEqual([path, open]);
});
