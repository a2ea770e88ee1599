import ICAL from 'ical.js';
import {expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {hoursOf, weekly} from '../testing/opening-hours.ts';
import {aCommunity, aScope, testApp} from '../testing/test-app.ts';

const openingHours = hoursOf({
  rules: [weekly('mo,tu,we,th,fr', '09:00', '17:00')],
  exceptions: [
    {from: '2026-12-24', until: '2027-01-03', openings: [], note: {nl: 'Kerstvakantie;\r\nBEGIN:VEVENT'}},
    {from: '2026-10-24', until: '2026-10-25', openings: [{opens: '10:00', closes: '12:00'}], note: null},
    {from: '2026-12-31', until: '2026-12-31', openings: [{opens: '20:00', closes: '01:00'}], note: null},
  ],
});

async function calendarOf(name: string, hours = openingHours) {
  const app = await testApp();
  const community = await aCommunity(app, {slug: 'zierikzee'});
  await createInitiative(aScope(app, community), {slug: 'tuin', name, kind: 'other', summary: {nl: 'Groen.'}, openingHours: hours});
  const read = async (language = 'nl') => {
    const response = await app.request('/v1/communities/zierikzee/initiatives/tuin/opening.ics', {headers: {'Accept-Language': language}});
    return {response, text: await response.text()};
  };
  const eventsIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((each: InstanceType<typeof ICAL.Component>) => new ICAL.Event(each));
  return {read, eventsIn};
}

test('days on which an initiative is open otherwise are a calendar, right on the night that the clock goes back', async () => {
  const {read, eventsIn} = await calendarOf('Buurttuin');

  const {response, text} = await read();

  expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
  const events = eventsIn(text).map(({summary, startDate, endDate}) => [summary, startDate.toString(), endDate.toString()]);
  expect(events).toEqual([
    ['Buurttuin: gesloten', '2026-12-24', '2027-01-04'],
    ['Buurttuin: andere openingstijd', '2026-10-24T08:00:00Z', '2026-10-24T10:00:00Z'],
    ['Buurttuin: andere openingstijd', '2026-10-25T09:00:00Z', '2026-10-25T11:00:00Z'],
    ['Buurttuin: andere openingstijd', '2026-12-31T19:00:00Z', '2027-01-01T00:00:00Z'],
  ]);
});

test('an event keeps its name, so that a calendar that has it replaces it', async () => {
  const {read, eventsIn} = await calendarOf('Buurttuin');
  const uids = async (language: string) => eventsIn((await read(language)).text).map(({uid}) => uid);

  expect(await uids('en')).toEqual(await uids('nl'));
  expect(new Set(await uids('nl')).size).toBe(4);
});

test('what people write makes no event or attendee of its own', async () => {
  const {read, eventsIn} = await calendarOf('Tuin\r\nATTENDEE:mailto:x@example.nl');

  const {text} = await read();

  expect(eventsIn(text)).toHaveLength(4);
  expect(text.split('\r\n').filter((line) => /^(?:ATTENDEE|ORGANIZER)/.test(line))).toEqual([]);
});

test('without hours, or without exceptions, the calendar is empty and still a calendar', async () => {
  const {read, eventsIn} = await calendarOf('Buurttuin', hoursOf({rules: [weekly('mo', '09:00', '10:00')]}));

  expect(eventsIn((await read()).text)).toEqual([]);
});
