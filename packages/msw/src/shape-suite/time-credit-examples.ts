import type {Counterparty, PaymentRequest} from '@buurtkit/contract';
import {ask, checkAnswer, type ApiUnderTest} from './api-under-test.ts';
import {routeNamed, type RouteExample} from './route-example.ts';

const inCommunity = ({community}: ApiUnderTest) => `/communities/${community}`;
const day = 86_400_000;
const reason = 'Voor de proef.';

/** The account of whoever has this key, with room on it for all that is given here. */
export async function anAccount(api: ApiUnderTest, key: string): Promise<string> {
  const accounts = `${inCommunity(api)}/accounts`;
  const {id} = checkAnswer(await ask(api, 'GET', `${accounts}/mine`, {key}), routeNamed('getMyAccount'), 200) as {id: string};
  await setLimits(api, id, {min: -525_600_000, max: null});
  return id;
}

export async function setLimits(api: ApiUnderTest, id: string, limits: {min: number | null; max: number | null}): Promise<void> {
  const path = `${inCommunity(api)}/accounts/${id}/limits`;
  checkAnswer(await ask(api, 'PUT', path, {body: {...limits, reason}}), routeNamed('setAccountLimits'), 200);
}

/** Something of the account of who is signed in. */
const ofPerson =
  (rest: string) =>
  async (api: ApiUnderTest): Promise<RouteExample> => ({
    status: 200,
    path: `${inCommunity(api)}/accounts/${await anAccount(api, api.keys.person)}${rest}`,
    ask: {key: api.keys.person},
  });

/** The person gives the initiative half an hour. */
async function aTransfer(api: ApiUnderTest): Promise<RouteExample> {
  await anAccount(api, api.keys.person);
  const toAccountId = await anAccount(api, api.keys.initiative);
  return {
    status: 201,
    path: `${inCommunity(api)}/transfers`,
    ask: {key: api.keys.person, body: {toAccountId, minutes: 30, memo: 'Heg geknipt'}},
    different: {minutes: 60},
  };
}

/** The initiative asks the person for half an hour; what it asked before it asks no longer, since nobody asks too much at once. */
async function aRequest(api: ApiUnderTest): Promise<RouteExample> {
  const asker = {key: api.keys.initiative};
  const requests = `${inCommunity(api)}/payment-requests`;
  const asked = checkAnswer(await ask(api, 'GET', `${requests}?state=pending`, asker), routeNamed('listPaymentRequests'), 200);
  for (const {id} of (asked as {data: PaymentRequest[]}).data) await ask(api, 'POST', `${requests}/${id}/withdrawal`, asker);
  await anAccount(api, api.keys.initiative);
  const fromAccountId = await anAccount(api, api.keys.person);
  return {
    status: 201,
    path: requests,
    ask: {...asker, body: {fromAccountId, minutes: 30, memo: 'Voorlezen'}},
    different: {minutes: 60},
  };
}

async function aHold(api: ApiUnderTest): Promise<RouteExample> {
  const {body} = (await aTransfer(api)).ask;
  const {toAccountId, minutes} = body as {toAccountId: string; minutes: number};
  return {
    status: 201,
    path: `${inCommunity(api)}/holds`,
    ask: {key: api.keys.person, body: {toAccountId, minutes, expiresAt: new Date(Date.now() + day).toISOString()}},
    different: {minutes: 60},
  };
}

async function aGift(api: ApiUnderTest): Promise<RouteExample> {
  const accountId = await anAccount(api, api.keys.person);
  return {
    status: 201,
    path: `${inCommunity(api)}/recurring-gifts`,
    ask: {body: {accountId, minutes: 30, reason, startsOn: '2099-01-01'}},
    different: {reason: 'Iets anders.'},
  };
}

/** Does what an example says, and gives the address of what was made. */
async function made(api: ApiUnderTest, operationId: string, {status, path, ask: asked}: RouteExample): Promise<string> {
  const {id} = checkAnswer(await ask(api, 'POST', path, asked), routeNamed(operationId), status) as {id: string};
  return `${path}/${id}`;
}

export const someRequest = async (api: ApiUnderTest) => made(api, 'createPaymentRequest', await aRequest(api));
const someHold = async (api: ApiUnderTest) => made(api, 'holdMinutes', await aHold(api));

export async function someEntry(api: ApiUnderTest): Promise<string> {
  return (await made(api, 'createTransfer', await aTransfer(api))).replace('/transfers/', '/entries/');
}

async function aShownCode(api: ApiUnderTest): Promise<string> {
  await letPartnersRedeem(api);
  await anAccount(api, api.keys.person);
  const answered = await ask(api, 'POST', `${inCommunity(api)}/redemption-codes`, {key: api.keys.person});
  return (checkAnswer(answered, routeNamed('createRedemptionCode'), 201) as {code: string}).code;
}

async function letPartnersRedeem(api: ApiUnderTest): Promise<void> {
  const path = inCommunity(api);
  const headers = {'If-Match': (await ask(api, 'GET', path)).headers.get('ETag') ?? ''};
  checkAnswer(await ask(api, 'PATCH', path, {headers, body: {credits: {partnersRedeem: true}}}), routeNamed('changeCommunity'), 200);
}

async function theNumberOf(api: ApiUnderTest, key: string): Promise<string> {
  const mine = await ask(api, 'GET', `${inCommunity(api)}/accounts/mine`, {key});
  return (checkAnswer(mine, routeNamed('getMyAccount'), 200) as Counterparty).number;
}

export const timeCreditExamples: Record<string, (api: ApiUnderTest) => Promise<RouteExample>> = {
  getMyAccount: async (api) => ({status: 200, path: `${inCommunity(api)}/accounts/mine`, ask: {key: api.keys.person}}),
  getAccount: ofPerson(''),
  getBalance: ofPerson('/balance?at=2026-11-22T09:00:00%2B01:00'),
  listAccountEntries: ofPerson('/entries?direction=given&from=2026-01-01&until=2099-12-31'),
  getStatement: ofPerson('/statements/2026-11'),
  getAccountHistory: ofPerson('/history?weeks=4'),
  listCounterparties: async (api) => ({status: 200, path: `${inCommunity(api)}/counterparties`, ask: {key: api.keys.person}}),
  findCounterparty: async (api) => ({
    status: 200,
    path: `${inCommunity(api)}/counterparty-lookups`,
    ask: {key: api.keys.person, idempotencyKey: null, body: {number: await theNumberOf(api, api.keys.initiative)}},
  }),
  setAccountLimits: async (api) => ({
    status: 200,
    path: `${inCommunity(api)}/accounts/${await anAccount(api, api.keys.person)}/limits`,
    ask: {body: {min: -525_600_000, max: null, reason}},
    different: {reason: 'Iets anders.'},
  }),
  freezeAccount: async (api) => ({
    status: 200,
    path: `${inCommunity(api)}/accounts/${await anAccount(api, api.keys.person)}/freeze`,
    ask: {body: {isFrozen: false, reason}},
    different: {reason: 'Iets anders.'},
  }),
  createTransfer: aTransfer,
  previewTransfer: async (api) => {
    const {ask: asked} = await aTransfer(api);
    return {status: 200, path: `${inCommunity(api)}/transfer-previews`, ask: {...asked, idempotencyKey: null}};
  },
  createTransferBatch: async (api) => {
    await anAccount(api, api.keys.initiative);
    const toAccountId = await anAccount(api, api.keys.person);
    return {
      status: 201,
      path: `${inCommunity(api)}/transfer-batches`,
      ask: {key: api.keys.initiative, body: {lines: [{toAccountId, minutes: 30}], memo: 'Opschoondag'}},
      different: {memo: 'Iets anders'},
    };
  },
  listPaymentRequests: async (api) => {
    await someRequest(api);
    return {status: 200, path: `${inCommunity(api)}/payment-requests?state=pending`, ask: {key: api.keys.person}};
  },
  createPaymentRequest: aRequest,
  getPaymentRequest: async (api) => ({status: 200, path: await someRequest(api), ask: {key: api.keys.person}}),
  acceptPaymentRequest: async (api) => ({status: 201, path: `${await someRequest(api)}/acceptance`, ask: {key: api.keys.person}}),
  refusePaymentRequest: async (api) => ({status: 200, path: `${await someRequest(api)}/refusal`, ask: {key: api.keys.person}}),
  withdrawPaymentRequest: async (api) => ({status: 200, path: `${await someRequest(api)}/withdrawal`, ask: {key: api.keys.initiative}}),
  holdMinutes: aHold,
  getMinutesHold: async (api) => ({status: 200, path: await someHold(api), ask: {key: api.keys.initiative}}),
  postHold: async (api) => ({
    status: 201,
    path: `${await someHold(api)}/posting`,
    ask: {key: api.keys.person, body: {}},
    different: {memo: 'Iets anders'},
  }),
  voidHold: async (api) => ({status: 200, path: `${await someHold(api)}/void`, ask: {key: api.keys.person}}),
  createRedemptionCode: async (api) => {
    await letPartnersRedeem(api);
    return {status: 201, path: `${inCommunity(api)}/redemption-codes`, ask: {key: api.keys.person}};
  },
  createRedemption: async (api) => ({
    status: 201,
    path: `${inCommunity(api)}/redemptions`,
    ask: {key: api.keys.partner, body: {code: await aShownCode(api), minutes: 30}},
    different: {memo: 'Iets anders'},
  }),
  listRecurringGifts: async (api) => {
    await made(api, 'createRecurringGift', await aGift(api));
    return {status: 200, path: `${inCommunity(api)}/recurring-gifts`, ask: {key: api.keys.coordinator}};
  },
  createRecurringGift: aGift,
  getRecurringGift: async (api) => ({
    status: 200,
    path: await made(api, 'createRecurringGift', await aGift(api)),
    ask: {key: api.keys.coordinator},
  }),
  endRecurringGift: async (api) => ({status: 200, path: `${await made(api, 'createRecurringGift', await aGift(api))}/end`, ask: {}}),
  getEntry: async (api) => ({status: 200, path: await someEntry(api), ask: {key: api.keys.person}}),
  reverseEntry: async (api) => ({
    status: 201,
    path: `${await someEntry(api)}/reversal`,
    ask: {body: {reason: 'Verkeerde buur'}},
    different: {reason: 'Iets anders'},
  }),
  getFund: async (api) => ({status: 200, path: `${inCommunity(api)}/fund`, ask: {}}),
  getLedgerHead: async (api) => ({status: 200, path: `${inCommunity(api)}/ledger/head`, ask: {}}),
  listCheckpoints: async (api) => ({status: 200, path: `${inCommunity(api)}/ledger/checkpoints`, ask: {}}),
  exportLedger: async (api) => {
    await someEntry(api);
    return {status: 200, path: `${inCommunity(api)}/ledger/export`, ask: {key: api.keys.admin}};
  },
};
