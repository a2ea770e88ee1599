import {handlers, sampleKeys, scenarios} from '@buurtkit/msw';
import {http} from 'msw';
import {setupServer} from 'msw/node';
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';
import {createClient, createCreditReader, type ApiError} from './index.ts';

const api = 'https://api.example.nl';
const server = setupServer();
let asked: string[] = [];
beforeAll(() => server.listen({onUnhandledFrame: 'error'}));
afterEach(() => begin());
afterAll(() => server.close());

function begin(): void {
  asked = [];
  server.resetHandlers(
    http.all(
      `${api}/*`,
      ({request}) => void asked.push(`${request.method} ${request.url.slice(`${api}/v1/communities/eemsdelta`.length)}`),
    ),
    ...handlers({api}),
  );
}
begin();

const clientOf = (key: string) => createClient({api, community: 'eemsdelta', key, retries: 0});
const anna = clientOf(sampleKeys.anna.key);
const bram = clientOf(sampleKeys.bram.key);
const village = clientOf(sampleKeys.partner.key);
const coordinator = clientOf(sampleKeys.coordinator.key);

const codeOf = async (call: PromiseLike<unknown>): Promise<string> =>
  Promise.resolve(call).then(
    () => 'done',
    (error: unknown) => (error as ApiError).code,
  );

test('somebody sees what stands on their account and how it came there', async () => {
  const {id, minutes, heldMinutes, availableMinutes} = await anna.accounts.mine();
  const {data, total} = await anna.accounts.entries(id, {limit: 3});

  expect({minutes, heldMinutes, availableMinutes}).toEqual({minutes: 105, heldMinutes: 60, availableMinutes: 345});
  expect(data.map((line) => [line.minutes, line.counterparty?.name, line.balanceMinutes])).toEqual([
    [-30, 'Bram', 105],
    [-30, 'Dorpsbelang De Wierde', 135],
    [-45, 'Bram', 165],
  ]);
  expect(total).toBe(9);
});

test('walking through an account shows every line once', async () => {
  const {id} = await anna.accounts.mine();
  const given = [];

  for await (const line of anna.accounts.entries(id, {direction: 'given', from: '2026-10-01', limit: 1})) given.push(line.minutes);

  expect(given).toEqual([-30, -30, -45]);
});

test('what stood there then, a month, the weeks and the chart agree', async () => {
  const {id} = await anna.accounts.mine();
  const {minutes} = await anna.accounts.balance(id, {at: '2026-10-01T00:00:00+02:00'});
  const october = await anna.accounts.statement(id, '2026-10');
  const november = await anna.accounts.statement(id, '2026-11');
  const weeks = (await anna.accounts.history(id, {weeks: 7})).data;

  expect(october.openingMinutes).toBe(minutes);
  expect(november.openingMinutes).toBe(october.closingMinutes);
  expect(weeks.map((week) => week.minutes)).toEqual([210, 210, 210, 165, 135, 135, 105]);
  expect(weeks.at(-1)).toEqual({from: '2026-11-16', receivedMinutes: 0, givenMinutes: 30, minutes: 105});
});

test('a month, a receipt and the whole ledger can be kept as files', async () => {
  const {id} = await anna.accounts.mine();
  const csv = await anna.accounts.statementFile(id, '2026-11', 'csv');
  const pdf = await anna.accounts.statementFile(id, '2026-11', 'pdf');
  const {data} = await anna.accounts.entries(id, {limit: 1});
  const receipt = await anna.entries.receiptFile(data[0]!.entryId, 'pdf');
  const ledger = await coordinator.ledger.export();

  expect([csv, pdf, receipt, ledger].map(({type}) => type)).toEqual([
    'text/csv;charset=utf-8',
    'application/pdf',
    'application/pdf',
    'application/x-ndjson',
  ]);
  // A spreadsheet knows by these three bytes that it is UTF-8.
  expect([...new Uint8Array(await csv.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(await codeOf(bram.accounts.statementFile(id, '2026-11', 'pdf'))).toBe('account.not-found');
});

test('a neighbour is found by the number that they told, which stands in no URL', async () => {
  const {number} = await bram.accounts.mine();
  const found = await anna.accounts.findCounterparty(number);
  const {data} = await anna.accounts.counterparties();

  expect(found.name).toBe('Bram');
  expect(data.map(({name}) => name)).toEqual(['Buurtpot', 'Bram', 'Dorpsbelang De Wierde', 'Farid', 'Dirk', 'Carla']);
  expect(asked.some((line) => line.includes(number))).toBe(false);
});

test('what one gives, another gets', async () => {
  const {id: toAccountId, minutes} = await bram.accounts.mine();
  const transfer = {toAccountId, minutes: 30, memo: 'Koekjes gebakken'};

  const preview = await anna.transfers.preview(transfer);
  const entry = await anna.transfers.create(transfer);

  expect(preview).toMatchObject({beforeMinutes: 105, afterMinutes: 75, isAllowed: true});
  expect(entry).toMatchObject({kind: 'transfer', memo: 'Koekjes gebakken', isReplay: false});
  expect((await anna.accounts.mine()).minutes).toBe(75);
  expect((await bram.accounts.mine()).minutes).toBe(minutes + 30);
  expect((await bram.entries.get(entry.id)).postings.map(({name, balanceMinutes}) => [name, balanceMinutes])).toEqual([
    ['Anna', null],
    ['Bram', minutes + 30],
  ]);
});

test('who has too little hears what the fund could add', async () => {
  const {id: toAccountId} = await bram.accounts.mine();
  const transfer = {toAccountId, minutes: 375};

  expect(await anna.transfers.preview(transfer)).toMatchObject({isAllowed: false, code: 'transfer.limit-reached', fundMinutes: 30});
  expect(await codeOf(anna.transfers.create(transfer))).toBe('transfer.limit-reached');
});

test.each([
  ['at the limit', scenarios.atTheLimit, 'transfer.limit-reached'],
  ['with a frozen account', scenarios.frozen, 'account.frozen'],
] as const)('a page can be tried %s', async (_, scenario, code) => {
  server.use(...scenario({api}));
  const {id: toAccountId} = await bram.accounts.mine();

  expect(await codeOf(anna.transfers.create({toAccountId, minutes: 30}))).toBe(code);
});

test('a request is accepted, refused or withdrawn', async () => {
  const {data} = await anna.paymentRequests.list({state: 'pending'});
  const [fromBram, toEls] = data;

  const entry = await anna.paymentRequests.accept(fromBram!.id);
  const withdrawn = await anna.paymentRequests.withdraw(toEls!.id);
  const {id: fromAccountId} = await anna.accounts.mine();
  const another = await bram.paymentRequests.create({fromAccountId, minutes: 15});
  const refused = await anna.paymentRequests.refuse(another.id);

  expect(await anna.paymentRequests.get(fromBram!.id)).toMatchObject({state: 'accepted', entryId: entry.id, to: {name: 'Bram'}});
  expect([withdrawn.state, refused.state]).toEqual(['withdrawn', 'refused']);
  expect(await codeOf(bram.paymentRequests.withdraw(another.id))).toBe('payment-request.decided');
});

test('minutes are kept apart, and given in part or let go', async () => {
  const {id: toAccountId} = await bram.accounts.mine();
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const hold = await anna.minutesHolds.create({toAccountId, minutes: 60, expiresAt});
  const other = await anna.minutesHolds.create({toAccountId, minutes: 60, expiresAt});

  expect(await anna.accounts.mine()).toMatchObject({minutes: 105, heldMinutes: 180});
  await anna.minutesHolds.post(hold.id, {minutes: 45});
  await anna.minutesHolds.release(other.id);

  expect(await anna.accounts.mine()).toMatchObject({minutes: 60, heldMinutes: 60});
  expect((await anna.minutesHolds.get(hold.id)).state).toBe('posted');
  expect(await codeOf(anna.minutesHolds.release(hold.id))).toBe('hold.ended');
});

test('a code that is shown pays once', async () => {
  const {code} = await anna.redemptions.createCode();

  const {postings} = await village.redemptions.create({code, minutes: 30});

  expect(postings.map(({minutes}) => minutes)).toEqual([-30, 30]);
  expect(await codeOf(village.redemptions.create({code, minutes: 30}))).toBe('code.used');
  expect(await codeOf(village.redemptions.create({code: 'AAAA-AAAA', minutes: 30}))).toBe('code.wrong');
});

test('an initiative thanks several at once', async () => {
  const shop = clientOf(sampleKeys.initiative.key);
  const lines = [
    {toAccountId: (await anna.accounts.mine()).id, minutes: 15},
    {toAccountId: (await bram.accounts.mine()).id, minutes: 15},
  ];

  const {id} = await shop.transfers.createBatch({lines, memo: 'Bedankt'});

  expect((await shop.accounts.mine()).minutes).toBe(0);
  expect((await anna.entries.get(id)).postings).toHaveLength(1);
});

test('a coordinator turns an entry back, sets a limit, freezes an account and has the fund give every month', async () => {
  const {id} = await anna.accounts.mine();
  const {id: toAccountId} = await bram.accounts.mine();
  const entry = await anna.transfers.create({toAccountId, minutes: 30});

  const reversal = await coordinator.entries.reverse(entry.id, 'Verkeerde buur');
  const limited = await coordinator.accounts.setLimits(id, {min: -600, max: null, reason: 'Herstelt van een operatie.'});
  await coordinator.accounts.freeze(id, {isFrozen: true, reason: 'Telefoon kwijt.'});
  const gift = await coordinator.recurringGifts.create({accountId: id, minutes: 60, reason: 'Hulp', startsOn: '2026-12-01'});
  await coordinator.recurringGifts.end(gift.id);

  expect(reversal.reverses).toBe(entry.id);
  expect((await anna.entries.get(entry.id)).reversedBy).toBe(reversal.id);
  expect(await codeOf(coordinator.entries.reverse(entry.id, 'Nog eens'))).toBe('entry.already-reversed');
  expect(limited).toMatchObject({minutes: 105, minMinutes: -600});
  expect(await codeOf(anna.transfers.create({toAccountId, minutes: 30}))).toBe('account.frozen');
  expect((await coordinator.recurringGifts.get(gift.id)).endedAt).not.toBeNull();
  expect((await coordinator.recurringGifts.list()).data.map(({reason}) => reason)).toEqual(['Hulp bij de boodschappen']);
});

test('anybody sees what a community gave together, and where its ledger ends', async () => {
  const visitor = createClient({api, community: 'eemsdelta'});

  expect(await createCreditReader({api, community: 'eemsdelta'}).fund.get()).toEqual({
    year: 2026,
    people: 5,
    givenMinutes: 1395,
    fundMinutes: 30,
  });
  const {sequence, hash} = await visitor.ledger.head();
  expect((await visitor.ledger.checkpoints()).data[0]).toMatchObject({sequence, hash});
  expect((await createClient({api, community: 'groningen'}).fund.get()).people).toBeNull();
});

test('all hours of a shift are approved at once', async () => {
  const work = await coordinator.opportunities.create({title: {nl: 'Soep'}, summary: {nl: 'Samen koken.'}, kind: 'once'});
  const roles = [{key: 'koken', label: {nl: 'Koken'}, capacity: 3}];
  const shift = await coordinator.shifts.create({
    opportunityId: work.id,
    start: '2026-12-10T13:00:00Z',
    end: '2026-12-10T15:00:00Z',
    roles,
  });
  for (const name of ['Sanne', 'Omar']) {
    const {id: signupId} = await coordinator.signups.create({shiftId: shift.id, name, ageBand: '18+', locale: 'nl'});
    await coordinator.hours.submit({signupId, minutes: 120, on: '2026-12-10'});
  }

  const {data} = await coordinator.shifts.approveHours(shift.id);

  expect(data.map(({state}) => state)).toEqual(['approved', 'approved']);
});
