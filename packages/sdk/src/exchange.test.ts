import {handlers, sampleKeys} from '@buurtkit/msw';
import {setupServer} from 'msw/node';
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';
import {createClient, type ApiError} from './index.ts';

const api = 'https://api.example.nl';
const server = setupServer();
beforeAll(() => server.listen({onUnhandledFrame: 'error'}));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** Each test begins with the sample as it is. */
function neighbours() {
  server.use(...handlers({api}));
  const of = (key: string) => createClient({api, community: 'eemsdelta', key, retries: 0});
  return {anna: of(sampleKeys.anna.key), bram: of(sampleKeys.bram.key), coordinator: of(sampleKeys.coordinator.key)};
}

const codeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => (error as ApiError).code,
  );

test('a request finds a helper, and the minutes go to who helped', async () => {
  const {anna, bram} = neighbours();
  const {minutes: before} = await bram.accounts.mine();
  const request = await anna.listings.create({kind: 'request', title: {nl: 'Wie helpt met de heg?'}, category: 'garden', minutes: 40});

  const {id} = await bram.exchanges.propose({listingId: request.id, contact: '06 12345678'});
  const accepted = await anna.exchanges.accept(id, {message: 'Graag!'});
  const done = await bram.exchanges.claim(id, 40);
  const settled = await anna.exchanges.confirm(id, 40);

  expect(accepted).toMatchObject({state: 'accepted', side: 'helped', helper: {name: 'Bram', contact: '06 12345678'}});
  expect(done.events).toEqual(['dispute']);
  expect(settled).toMatchObject({state: 'settled', settledMinutes: 40, events: []});
  expect((await bram.accounts.mine()).minutes).toBe(before + 40);
  expect((await anna.listings.get(request.id)).state).toBe('closed');
});

test('two who say something else agree with the lower, or a coordinator decides', async () => {
  const {anna, bram, coordinator} = neighbours();
  const offer = await anna.listings.create({kind: 'offer', title: {nl: 'Voorlezen'}, category: 'children', minutes: 30});
  const proposed = await bram.exchanges.propose({listingId: offer.id});
  await anna.exchanges.accept(proposed.id);
  await anna.exchanges.claim(proposed.id, 45);

  const confirmed = await bram.exchanges.confirm(proposed.id, 30);
  expect(confirmed).toMatchObject({state: 'confirmed', agreedMinutes: 30, events: ['dispute']});
  expect(await codeOf(bram.exchanges.agree(proposed.id))).toBe('exchange.not-your-turn');
  await anna.exchanges.dispute(proposed.id, 'Het was langer.');
  const resolved = await coordinator.exchanges.resolve(proposed.id, {minutes: 40, note: 'Samen besproken.'});

  expect(resolved).toMatchObject({state: 'resolved', settledMinutes: 40, note: 'Samen besproken.'});
});

test('what fits one’s own is found, and others’ is not changed', async () => {
  const {anna, bram, coordinator} = neighbours();
  const {data} = await anna.listings.list({mine: 'true', category: ['garden']});
  const [own] = data;

  const {data: fits} = await anna.listings.matches(own!.id);
  const counts = await createClient({api, community: 'eemsdelta', retries: 0}).listings.counts();

  expect(fits.map(({title}) => title.nl)).toEqual(['Ik knip de heg']);
  expect(counts.data).toContainEqual({category: 'garden', offers: 1, requests: 1});
  expect(await codeOf(bram.listings.change(own!.id, {isClosed: true}))).toBe('listing.not-found');
  expect((await coordinator.listings.close(own!.id, 'Dit is betaald werk.')).state).toBe('closed');
  expect(await codeOf(anna.listings.change(own!.id, {isClosed: false}))).toBe('listing.closed');
});

test('an exchange is between two, and a proposal that is off is off', async () => {
  const {anna, bram, coordinator} = neighbours();
  const {data} = await anna.exchanges.list({state: ['proposed']});
  const {id} = data[0]!;

  expect(await codeOf(bram.exchanges.get(id))).toBe('exchange.not-found');
  expect(await codeOf(coordinator.exchanges.get(id))).toBe('exchange.not-found');
  expect((await anna.exchanges.decline(id, {message: 'Het is al gelukt.'})).state).toBe('declined');
  expect(await codeOf(anna.exchanges.accept(id))).toBe('exchange.not-in-state');
});
