import type {NewListing} from '@buurtkit/contract';
import {sql} from 'kysely';
import {afterAll, describe, expect, test} from 'vitest';
import {createTestApp} from '../../testing/test-app.ts';
import {exchangeSweeper} from '../exchange-sweeper.ts';
import {acceptExchange} from '../exchanges/answer-proposal.ts';
import {getExchange} from '../exchanges/list-exchanges.ts';
import {proposeExchange} from '../exchanges/propose-exchange.ts';
import {after, aNeighbourhood, aRequestBy, outcomeOf, start, type Neighbour} from '../testing/a-neighbourhood.ts';
import {changeListing} from './change-listing.ts';
import {closeForReason} from './close-listing.ts';
import {countListings} from './count-listings.ts';
import {createListing} from './create-listing.ts';
import {listMatches} from './find-matches.ts';
import {getListing, listListings} from './list-listings.ts';

const app = await createTestApp();
afterAll(() => app.close());

const areas = [
  {code: 'WK168001', year: 2025, name: 'Wijk 1'},
  {code: 'BU16800101', year: 2025, name: 'De Kern'},
  {code: 'BU16800102', year: 2025, name: 'De Rand'},
];
const inAreas = {community: {areas}};

async function place(neighbour: Neighbour, title: string, more: Partial<NewListing> = {}): Promise<string> {
  return aRequestBy(neighbour, {title: {nl: title}, ...more});
}

describe('placing something', () => {
  test('a neighbour sees what it is and a first name, and nothing else about who placed it', async () => {
    const {anna, bram} = await aNeighbourhood(app, inAreas);

    const id = await place(anna, 'Heg knippen', {text: {nl: 'Twee *meter* hoog.'}, area: 'BU16800101'});

    const seen = await getListing(bram.scope, id);
    expect(seen).toMatchObject({
      state: 'open',
      owner: {name: 'Anna'},
      isMine: false,
      tellsMatches: null,
      minutes: 60,
      area: {code: 'BU16800101', name: 'De Kern'},
      until: '2027-01-21T09:00:00.000Z',
    });
    expect(JSON.stringify(seen)).not.toMatch(/van Dijk|example\.nl/);
    expect(seen.blocks?.nl).toHaveLength(1);
  });

  test('an area that isn’t the community’s and a term in the past are said at once', async () => {
    const {anna} = await aNeighbourhood(app);

    const placing = place(anna, 'Heg knippen', {area: 'BU16800101', until: '2026-11-01T00:00:00Z'});

    await expect(placing).rejects.toMatchObject({
      faults: [
        {pointer: '#/area', code: 'unknown'},
        {pointer: '#/until', code: 'range'},
      ],
    });
  });

  test('time takes it off the list, and its owner puts it back', async () => {
    const {anna, bram} = await aNeighbourhood(app);
    const id = await place(anna, 'Heg knippen', {until: '2026-11-25T00:00:00Z'});
    const [annaLater, bramLater] = [after(7, anna), after(7, bram)];

    expect(await outcomeOf(getListing(bramLater, id))).toBe('listing.not-found');
    expect((await listListings(bramLater, {})).total).toBe(0);
    expect((await listListings(annaLater, {mine: 'true'})).data).toMatchObject([{id, state: 'expired', isMine: true}]);
    await changeListing(annaLater, id, {until: '2026-12-25T00:00:00Z'});

    expect((await listListings(bramLater, {})).data).toMatchObject([{id, state: 'open'}]);
  });

  test('who had to do with it still sees it when it is closed; somebody else doesn’t', async () => {
    const {anna, bram, carla, coordinator} = await aNeighbourhood(app);
    const id = await place(anna, 'Heg knippen');
    const {id: exchangeId} = await proposeExchange(bram.scope, {listingId: id});
    await acceptExchange(anna.scope, exchangeId, {});

    expect(await getListing(bram.scope, id)).toMatchObject({state: 'closed'});
    expect(await getListing(coordinator.scope, id)).toMatchObject({state: 'closed'});
    expect(await outcomeOf(getListing(carla.scope, id))).toBe('listing.not-found');
  });

  test('nobody changes what is another’s; a coordinator takes it off the list for a reason that the owner reads', async () => {
    const {anna, bram, coordinator} = await aNeighbourhood(app);
    const id = await place(anna, 'Dakgoot, tegen betaling');
    const {id: exchangeId} = await proposeExchange(bram.scope, {listingId: id});
    expect(await outcomeOf(changeListing(bram.scope, id, {isClosed: true}))).toBe('listing.not-found');

    await closeForReason(coordinator.scope, id, 'Dit is betaald werk.');

    expect(await outcomeOf(changeListing(anna.scope, id, {isClosed: false}))).toBe('listing.closed');
    expect(await getExchange(bram.scope, exchangeId)).toMatchObject({state: 'declined'});
    app.setNow(start);
    await app.sweep();
    const mail = app.mails.find(({subject}) => subject.includes('staat niet meer in de lijst'));
    expect(mail).toMatchObject({to: 'anna@example.nl'});
    expect(mail?.text).toContain('Dit is betaald werk.');
  });
});

describe('looking around', () => {
  test('by words, kind, category and area, with counts that are what choosing would give', async () => {
    const {anna, bram} = await aNeighbourhood(app, inAreas);
    await place(anna, 'Heg knippen', {area: 'BU16800101'});
    await place(anna, 'Laptop nakijken', {category: 'computer', area: 'BU16800102'});
    await place(bram, 'Taart bakken', {kind: 'offer', category: 'cooking'});
    const total = async (query: Parameters<typeof listListings>[1]) => (await listListings(bram.scope, query)).total;

    const {data, facets} = await listListings(bram.scope, {facets: ['kind', 'category', 'area'], kind: ['request']});

    expect(data.map(({title}) => title.nl).sort()).toEqual(['Heg knippen', 'Laptop nakijken']);
    expect(facets['kind']).toEqual([
      {value: 'request', count: 2},
      {value: 'offer', count: 1},
    ]);
    expect(facets['category']).toContainEqual({value: 'garden', count: 1});
    expect(facets['area']).toContainEqual({value: 'WK168001', count: 2});
    expect(await total({q: 'laptp'})).toBe(1);
    expect(await total({q: 'heg zwembad'})).toBe(0);
    expect(await total({area: ['BU16800101']})).toBe(1);
    expect(await total({area: ['WK168001'], category: ['garden', 'cooking']})).toBe(1);
  });

  test('page by page the newest first, also while others are placed', async () => {
    const {anna, bram} = await aNeighbourhood(app);
    const ids: string[] = [];
    for (let day = 0; day < 5; day += 1) {
      const {id} = await createListing(after(day, anna), {kind: 'request', title: {nl: `Vraag ${day}`}, category: 'other', minutes: 30});
      ids.unshift(id);
    }
    const scope = after(5, bram);

    const first = await listListings(scope, {limit: 2});
    await createListing(after(5, anna), {kind: 'request', title: {nl: 'Nog een'}, category: 'other', minutes: 30});
    const second = await listListings(scope, {limit: 2, cursor: first.next!});
    const third = await listListings(scope, {limit: 2, cursor: second.next!});

    expect([...first.data, ...second.data, ...third.data].map(({id}) => id)).toEqual(ids);
    expect(third.next).toBeNull();
  });

  test('the public learns how many there are per kind of help, and a neighbour elsewhere no more than that', async () => {
    const {anna, scope} = await aNeighbourhood(app);
    const elsewhere = await aNeighbourhood(app);
    const id = await place(anna, 'Geheime hulpvraag');

    const counts = await countListings({...scope, caller: {kind: 'anonymous'}});

    expect(counts.data.find(({category}) => category === 'garden')).toEqual({category: 'garden', offers: 0, requests: 1});
    expect(JSON.stringify(counts)).not.toContain('Geheim');
    expect(await outcomeOf(getListing(elsewhere.anna.scope, id))).toBe('listing.not-found');
    expect((await listListings(elsewhere.anna.scope, {})).total).toBe(0);
    await expect(sql`select * from listings`.execute(app.database.public)).rejects.toMatchObject({code: '42501'});
  });
});

describe('what fits', () => {
  test('offers for a request where the areas meet, or with the same words; never one’s own or of the same kind', async () => {
    const {anna, bram, carla} = await aNeighbourhood(app, inAreas);
    const request = await place(anna, 'Heg knippen', {area: 'BU16800101'});
    const offer = (who: Neighbour, title: string, more: Partial<NewListing> = {}) => place(who, title, {kind: 'offer', ...more});
    await offer(bram, 'Gras maaien in de hele wijk', {area: 'WK168001'});
    await offer(bram, 'Tuinieren aan de rand', {area: 'BU16800102'});
    await offer(carla, 'Ik help met heg knippen', {category: 'other', area: 'BU16800102'});
    await offer(carla, 'Piano stemmen', {category: 'lessons'});
    await offer(anna, 'Zelf tuinieren');
    await place(bram, 'Heg knippen');

    const {data} = await listMatches(anna.scope, request);

    expect(data.map(({title}) => title.nl)).toEqual(['Ik help met heg knippen', 'Gras maaien in de hele wijk']);
    expect(await outcomeOf(listMatches(bram.scope, request))).toBe('listing.not-found');
  });

  test('an owner hears by mail what came, in one mail a day, and nothing when that is off', async () => {
    const {anna, bram, carla, scope} = await aNeighbourhood(app, {now: new Date('2027-03-01T09:00:00Z')});
    await place(anna, 'Tuin omspitten');
    await place(carla, 'Perk wieden', {tellsMatches: false});
    const offer = async (title: string, day: number) =>
      createListing(after(day, bram), {kind: 'offer', title: {nl: title}, category: 'garden', minutes: 60});
    const sweep = async (day: number) => {
      app.setNow(after(day, {scope}).now);
      await app.sweep();
    };
    const before = app.mails.length;

    await offer('Ik spit graag', 0);
    await sweep(0);
    await offer('Ik wied graag', 0.2);
    await offer('Ik snoei graag', 0.3);
    await sweep(0.5);
    const onTheFirstDay = app.mails.slice(before).filter(({subject}) => subject === 'Er is iets dat bij jou past');
    await sweep(1.1);
    const mails = app.mails.slice(before).filter(({subject}) => subject === 'Er is iets dat bij jou past');

    expect(onTheFirstDay.map(({to}) => to)).toEqual(['anna@example.nl']);
    expect(mails).toHaveLength(2);
    expect(mails[1]?.text).toContain('Ik wied graag');
    expect(mails[1]?.text).toContain('Ik snoei graag');
    expect(mails[1]?.text).not.toContain('Ik spit graag');
  });

  test('two servers that sweep at once tell it once', async () => {
    const {anna, bram, scope} = await aNeighbourhood(app, {now: new Date('2027-06-01T09:00:00Z')});
    await place(anna, 'Tuin omspitten');
    await place(bram, 'Ik spit graag', {kind: 'offer'});

    await Promise.all(Array.from({length: 4}, () => exchangeSweeper.sweep(app.services, scope.now)));

    const {rows} = await sql`select from mails where community_id = ${scope.community.id} and kind = 'listing.matches'`.execute(
      app.database.owner,
    );
    expect(rows).toHaveLength(1);
  });
});
