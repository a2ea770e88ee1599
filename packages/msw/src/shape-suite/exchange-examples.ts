import type {OpenedSession} from '@buurtkit/contract';
import {ask, checkAnswer, freshName, type ApiUnderTest} from './api-under-test.ts';
import {aPerson} from './member-examples.ts';
import {routeNamed, type RouteExample} from './route-example.ts';
import {anAccount} from './time-credit-examples.ts';

const inCommunity = ({community}: ApiUnderTest) => `/communities/${community}`;
const newListing = () => ({kind: 'request', title: {nl: freshName('Heg')}, category: 'garden', minutes: 30});

/** A request of the person whom all examples share. */
async function aListing(api: ApiUnderTest): Promise<{id: string; path: string}> {
  const path = `${inCommunity(api)}/listings`;
  const made = await ask(api, 'POST', path, {key: api.keys.person, body: newListing()});
  const {id} = checkAnswer(made, routeNamed('createListing'), 201) as {id: string};
  return {id, path: `${path}/${id}`};
}

const ofOwner =
  (rest: string, more: Partial<RouteExample> = {}) =>
  async (api: ApiUnderTest): Promise<RouteExample> => ({
    status: 200,
    path: `${(await aListing(api)).path}${rest}`,
    ...more,
    ask: {key: api.keys.person, ...more.ask},
  });

/** Somebody new wants to help. */
async function aProposal(api: ApiUnderTest): Promise<RouteExample & {helper: OpenedSession}> {
  const helper = await aPerson(api);
  const {id: listingId} = await aListing(api);
  return {
    status: 201,
    path: `${inCommunity(api)}/exchanges`,
    ask: {key: helper.token, body: {listingId, message: 'Zaterdag kan ik.', contact: '06 12345678'}},
    different: {message: 'Zondag ook.'},
    helper,
  };
}

type Step = 'acceptance' | 'done' | 'confirmation' | 'dispute';
type Made = {path: string; helper: string; helped: string};

/** An exchange that has come so far: accepted by who is helped, done for half an hour, confirmed for less, or disputed. */
async function anExchange(api: ApiUnderTest, ...steps: Step[]): Promise<Made> {
  await anAccount(api, api.keys.person);
  const {path, ask: asked, helper} = await aProposal(api);
  const {id} = checkAnswer(await ask(api, 'POST', path, asked), routeNamed('proposeExchange'), 201) as {id: string};
  const made = {path: `${path}/${id}`, helper: helper.token, helped: api.keys.person};
  const taken = {
    acceptance: {operationId: 'acceptExchange', key: made.helped, body: {}},
    done: {operationId: 'claimExchange', key: made.helper, body: {minutes: 30}},
    confirmation: {operationId: 'confirmExchange', key: made.helped, body: {minutes: 15}},
    dispute: {operationId: 'disputeExchange', key: made.helper, body: {reason: 'Het duurde langer.'}},
  };
  for (const step of steps) {
    const {operationId, key, body} = taken[step];
    checkAnswer(await ask(api, 'POST', `${made.path}/${step}`, {key, body}), routeNamed(operationId), 200);
  }
  return made;
}

/** What one of the two does, once it has come so far. */
const by =
  (side: 'helper' | 'helped', event: string, steps: Step[], body?: object, different: object = {message: 'Iets anders.'}) =>
  async (api: ApiUnderTest): Promise<RouteExample> => {
    const made = await anExchange(api, ...steps);
    return {status: 200, path: `${made.path}/${event}`, ask: {key: made[side], ...(body && {body})}, different};
  };

export const exchangeExamples: Record<string, (api: ApiUnderTest) => Promise<RouteExample>> = {
  listListings: async (api) => {
    await aListing(api);
    return {status: 200, path: `${inCommunity(api)}/listings`, ask: {key: api.keys.person}};
  },
  createListing: async (api) => ({
    status: 201,
    path: `${inCommunity(api)}/listings`,
    ask: {key: api.keys.person, body: {...newListing(), text: {nl: 'Hij is *hoog*.'}}},
    different: {minutes: 45},
  }),
  getListing: ofOwner(''),
  changeListing: ofOwner('', {ask: {body: {minutes: 45}}, different: {minutes: 60}}),
  closeListing: async (api) => ({
    status: 200,
    path: `${(await aListing(api)).path}/closing`,
    ask: {body: {reason: 'Dit is betaald werk.'}},
    different: {reason: 'Anders.'},
  }),
  listListingMatches: ofOwner('/matches'),
  countListings: async (api) => ({status: 200, path: `${inCommunity(api)}/listing-counts`, ask: {}}),
  listExchanges: async (api) => {
    const {helper} = await anExchange(api);
    return {status: 200, path: `${inCommunity(api)}/exchanges`, ask: {key: helper}};
  },
  proposeExchange: aProposal,
  getExchange: async (api) => {
    const {path, helper} = await anExchange(api, 'acceptance');
    return {status: 200, path, ask: {key: helper}};
  },
  acceptExchange: by('helped', 'acceptance', [], {message: 'Graag!', contact: 'anna@example.nl'}),
  declineExchange: by('helped', 'decline', [], {message: 'Het is al gelukt.'}),
  withdrawExchange: by('helper', 'withdrawal', ['acceptance'], {message: 'Ik ben ziek.'}),
  claimExchange: by('helper', 'done', ['acceptance'], {minutes: 30}, {minutes: 45}),
  confirmExchange: by('helped', 'confirmation', ['acceptance', 'done'], {minutes: 30}, {minutes: 45}),
  agreeExchange: by('helper', 'agreement', ['acceptance', 'done', 'confirmation']),
  disputeExchange: by('helped', 'dispute', ['acceptance', 'done'], {reason: 'Er kwam niemand.'}, {reason: 'Anders.'}),
  resolveExchange: async (api) => ({
    status: 200,
    path: `${(await anExchange(api, 'acceptance', 'dispute')).path}/resolution`,
    ask: {key: api.keys.coordinator, body: {minutes: 15, note: 'Samen besproken.'}},
    different: {minutes: 30},
  }),
};
