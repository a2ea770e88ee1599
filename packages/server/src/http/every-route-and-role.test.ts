import {isWrite, roles, routes, type Role, type Route} from '@buurtkit/contract';
import {sql} from 'kysely';
import sharp from 'sharp';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Community} from '../communities/community.ts';
import {createListing} from '../exchange/listings/create-listing.ts';
import {proposeExchange} from '../exchange/exchanges/propose-exchange.ts';
import {thingsOfAMember} from '../ledger/testing/things-of-a-member.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {createPartner} from '../partners/create-partner.ts';
import {addPhoto} from '../photos/add-photo.ts';
import {createPlace} from '../places/create-place.ts';
import {createService} from '../services/create-service.ts';
import {createOpportunity} from '../volunteering/opportunities/create-opportunity.ts';
import {dateAt} from '../clock/in-time-zone.ts';
import {submitHours} from '../volunteering/hours/submit-hours.ts';
import {createShift} from '../volunteering/shifts/create-shift.ts';
import {requireSignup} from '../volunteering/signups/require-signup.ts';
import {signUp} from '../volunteering/signups/sign-up.ts';
import {inTransaction, type Scope} from '../scope.ts';
import {uuidv7} from './uuid.ts';
import {aMember} from '../testing/a-member.ts';
import {aCommunity, aKey, aScope, createTestApp, write} from '../testing/test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());

const own = await aCommunity(app, {slug: 'eigen'});
const other = await aCommunity(app, {slug: 'ander'});
const region = await aCommunity(app, {slug: 'streek', kind: 'region', members: ['eigen', 'ander']});
/** What is addressed by an id, by the segment of its address. */
type Ids = Record<
  | 'services'
  | 'opportunities'
  | 'shifts'
  | 'photos'
  | 'signups'
  | 'hours'
  | 'members'
  | 'sessions'
  | 'listings'
  | 'exchanges'
  | 'accounts'
  | 'entries'
  | 'payment-requests'
  | 'holds'
  | 'recurring-gifts',
  string
>;
const ids = new Map<string, Ids>();
const aPicture = new Uint8Array(
  await sharp({create: {width: 1, height: 1, channels: 3, background: 'white'}})
    .png()
    .toBuffer(),
);
const aWeek = 7 * 86_400_000;
const newShift = {
  start: new Date(Date.now() + aWeek).toISOString(),
  end: new Date(Date.now() + aWeek + 3_600_000).toISOString(),
  roles: [{key: 'hulp', label: {nl: 'Hulp'}, capacity: 100}],
};
const newOpportunity = {title: {nl: 'Schoffelen'}, summary: {nl: 'Buiten bezig.'}, kind: 'once', initiative: 'buurttuin'} as const;
const newListing = {kind: 'request', title: {nl: 'Heg knippen'}, category: 'garden', minutes: 60} as const;
for (const community of [own, other]) {
  await createInitiative(aScope(app, community), {slug: 'buurttuin', name: 'Buurttuin', kind: 'other', summary: {nl: 'Tuin.'}});
  const scope = aScope(app, community);
  await createPartner(scope, {slug: 'buurttuin', name: 'Vereniging', kind: 'other', summary: {nl: 'Tuiniers.'}});
  await createPlace(scope, {slug: 'buurttuin', name: 'Schuur', city: 'Dorp'});
  const service = {partner: 'buurttuin', name: {nl: 'Zaden'}, summary: {nl: 'Ruilen.'}, functions: []};
  const {id: opportunityId} = await createOpportunity(scope, newOpportunity);
  const {id: shiftId} = await createShift(scope, {...newShift, opportunityId});
  const photo = {initiative: 'buurttuin', altNl: 'De tuin.', credit: 'Anna'};
  const {memberId, sessionId} = await aMember(app, community);
  ids.set(community.id, {
    ...(await thingsOfAMember(app, community, memberId)),
    services: await createService(scope, service),
    opportunities: opportunityId,
    shifts: shiftId,
    photos: await addPhoto(scope, photo, Buffer.from(aPicture)),
    members: memberId,
    sessions: sessionId,
    ...(await aSignupWithHours(scope, shiftId)),
    ...(await aProposal(scope)),
  });
  await createInitiative(scope, {slug: 'buurtwinkel', name: 'Buurtwinkel', kind: 'shop', summary: {nl: 'Winkel.'}});
}

/** Somebody whom the desk signed up, and what they did that day. */
async function aSignupWithHours(scope: Scope, shiftId: string): Promise<{signups: string; hours: string}> {
  const {id: signupId} = await signUp(scope, {shiftId, name: 'Sanne', ageBand: '18+', locale: 'nl'});
  const after = {...scope, now: new Date(newShift.end)};
  const on = dateAt(new Date(newShift.start), scope.community.timeZone).toString();
  const hours = await inTransaction(after, async (trx) => submitHours(trx, await requireSignup(trx, signupId), {minutes: 60, on}));
  return {signups: signupId, hours: hours.id};
}

/** What somebody asks, and the proposal of somebody else. */
async function aProposal(scope: Scope): Promise<{listings: string; exchanges: string}> {
  const asMember = (id: string): Scope => ({...scope, caller: {kind: 'member', id, role: 'member', target: null, sessionId: ''}});
  const [owner, helper] = [await aMember(app, scope.community), await aMember(app, scope.community)];
  const {id: listingId} = await createListing(asMember(owner.memberId), newListing);
  const {id} = await proposeExchange(asMember(helper.memberId), {listingId});
  return {listings: listingId, exchanges: id};
}

const idOfNothing = '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e';

type Who = {name: string; key: string | null; role: Role | null; home: Community | null; target?: string; isPerson?: true};

async function someone(role: Role, home: Community, target?: string): Promise<Who> {
  return {
    name: `${role}${target ? ` of ${target}` : ''} of ${home.slug}`,
    key: await aKey(app, home, role, target ?? null),
    role,
    home,
    ...(target && {target}),
  };
}

/** The same, as a person who signed in. */
async function aPerson(role: Role, home: Community, target?: string): Promise<Who> {
  const {token} = await aMember(app, home, {role, target: target ?? null});
  return {...(await someone(role, home, target)), name: `a person, ${role} of ${home.slug}`, key: token, isPerson: true};
}

const revoked = await someone('admin', own);
await sql`update api_keys set revoked_at = now() where id = (select max(id::text)::uuid from api_keys)`.execute(app.database.owner);

const everybody: Who[] = [
  {name: 'nobody', key: null, role: null, home: null},
  {name: 'a key that nobody made', key: `bk_${'x'.repeat(43)}`, role: null, home: null},
  {...revoked, name: 'a revoked admin', role: null, home: null},
];
for (const home of [own, other, region])
  for (const role of roles) {
    const target = role === 'organiser' ? 'initiative:buurttuin' : undefined;
    everybody.push(await someone(role, home, target), await aPerson(role, home, target));
  }
everybody.push(await someone('organiser', own, 'initiative:buurtwinkel'), await someone('organiser', own, 'partner:buurttuin'));

const bodiesIn = (community: Community): Record<string, unknown> => ({
  createInitiative: {name: 'Nieuw', kind: 'other', summary: {nl: 'Nieuw.'}},
  changeInitiative: {stage: 'paused'},
  changeCommunity: {addressForm: 'u'},
  submitInitiative: {content: {name: 'Nieuw', kind: 'other', summary: {nl: 'Nieuw.'}}, email: 'bewoner@example.nl'},
  sendMessage: {name: 'Buurvrouw', email: 'buurvrouw@example.nl', text: 'Hallo.'},
  reportFault: {resource: 'initiative', slug: 'buurttuin', text: 'Dit klopt niet.'},
  replaceInitiativePeople: {data: []},
  approveSubmission: null,
  refuseSubmission: {reason: 'Dit staat er al.'},
  closeReport: null,
  createPartner: {name: 'Nieuw', kind: 'other', summary: {nl: 'Nieuw.'}},
  changePartner: {city: 'Dorp'},
  createService: {partner: 'buurttuin', name: {nl: 'Nieuw'}, summary: {nl: 'Nieuw.'}, functions: ['advice']},
  changeService: {status: 'inactive'},
  createSharedPlace: {name: 'Nieuw', city: 'Dorp'},
  changeSharedPlace: {isAvailable: true},
  createPublication: {title: {nl: 'Stappen'}, summary: {nl: 'Portretten.'}},
  publishEdition: {},
  putInitiativeByExternalId: {name: 'Nieuw', kind: 'other', summary: {nl: 'Nieuw.'}},
  putPartnerByExternalId: {name: 'Nieuw', kind: 'other', summary: {nl: 'Nieuw.'}},
  bulkUpsert: {source: 'elders', resource: 'initiative', records: [{}]},
  createPhoto: aPicture,
  changePhoto: {credit: 'Bea'},
  deletePhoto: null,
  createImport: {organizations: []},
  commitImport: null,
  undoImport: null,
  createOpportunity: newOpportunity,
  changeOpportunity: {vog: 'preferred'},
  createShift: {...newShift, opportunityId: ids.get(community.id)?.opportunities ?? idOfNothing},
  changeShift: {waitlist: {enabled: true, max: 5}},
  holdPlace: {},
  createSignup: {shiftId: ids.get(community.id)?.shifts ?? idOfNothing, name: 'Sam', email: 'sam@example.nl', ageBand: '18+', locale: 'nl'},
  cancelSignup: {reason: 'Het regent.'},
  checkIn: {},
  approveSignup: null,
  refuseSignup: {reason: 'Er is al iemand.'},
  planIntro: {at: new Date(Date.now() + 86_400_000).toISOString()},
  recordVog: {seenOn: '2026-01-10', expiresOn: null},
  reorderWaitlist: {signupIds: [idOfNothing], reason: 'Om de hoek.'},
  submitHours: {signupId: ids.get(community.id)?.signups ?? idOfNothing, minutes: 30, on: '2026-01-10'},
  approveHours: null,
  refuseHours: {reason: 'Niet geweest.'},
  createSignInCode: {email: 'bewoner@example.nl'},
  createSession: {email: 'bewoner@example.nl', code: '123456'},
  exchangeSession: {token: 'geen'},
  endSession: null,
  changeOwnMember: {name: 'Sanne'},
  forgetOwnMember: null,
  createMember: {name: 'Nieuw'},
  setMemberRole: {role: 'member'},
  forgetMember: null,
  createListing: newListing,
  changeListing: {minutes: 45},
  closeListing: {reason: 'Dit is betaald werk.'},
  proposeExchange: {listingId: ids.get(community.id)?.listings ?? idOfNothing},
  acceptExchange: {},
  declineExchange: {},
  withdrawExchange: {},
  claimExchange: {minutes: 30},
  confirmExchange: {minutes: 30},
  agreeExchange: null,
  disputeExchange: {reason: 'Het duurde langer.'},
  resolveExchange: {minutes: 0, note: 'Samen besproken.'},
  setAccountLimits: {min: -600, max: null, reason: 'Herstelt thuis.'},
  freezeAccount: {isFrozen: false, reason: 'Telefoon terug.'},
  createTransfer: {toAccountId: ids.get(community.id)?.accounts ?? idOfNothing, minutes: 15},
  createTransferBatch: {lines: [{toAccountId: ids.get(community.id)?.accounts ?? idOfNothing, minutes: 15}]},
  createPaymentRequest: {fromAccountId: ids.get(community.id)?.accounts ?? idOfNothing, minutes: 15},
  acceptPaymentRequest: null,
  refusePaymentRequest: null,
  withdrawPaymentRequest: null,
  holdMinutes: {toAccountId: ids.get(community.id)?.accounts ?? idOfNothing, minutes: 15, expiresAt: newShift.end},
  postHold: {},
  voidHold: null,
  createRedemptionCode: null,
  createRedemption: {code: 'K7M4-2QP9', minutes: 15},
  createRecurringGift: {accountId: ids.get(community.id)?.accounts ?? idOfNothing, minutes: 15, reason: 'Hulp.', startsOn: '2026-12-01'},
  endRecurringGift: null,
  reverseEntry: {reason: 'Verkeerde buur'},
  approveShiftHours: null,
});

/** After these the one who asked is nobody any more: somebody else of the same role asks them. */
const leavesNobody = ['forgetOwnMember'];

/** What a route asks beside its body. */
const queries: Record<string, string> = {createPhoto: '?initiative=buurttuin&altNl=De+tuin.&credit=Anna'};

/** What an organiser’s key has to be for. */
function targetOf({tag}: Route): string {
  return ['partners', 'services'].includes(tag) ? 'partner:buurttuin' : 'initiative:buurttuin';
}

/** Where an organiser is a member like any other, whatever they organise. */
const asMembers = ['exchange', 'time-credits'];

/** Lists that an organiser of something else may ask for too: there is nothing in them for it. */
const narrowed = ['listSignups', 'listHours'];

/** What the route table says about who may, and nothing that the server says. */
function expected(route: Route, who: Who, community: Community): 'allowed' | 401 | 403 {
  if (route.roles === 'public') return isWrite(route) && community.kind === 'region' && !route.isForRegions ? 403 : 'allowed';
  if (who.role === null) return 401;
  if (who.home?.id !== community.id || !route.roles.includes(who.role)) return 403;
  if (route.needsPerson && !who.isPerson) return 403;
  if (isWrite(route) && community.kind === 'region' && !route.isForRegions) return 403;
  if (asMembers.includes(route.tag)) return 'allowed';
  if (who.role === 'organiser' && who.target !== targetOf(route) && !narrowed.includes(route.operationId)) return 403;
  return 'allowed';
}

function idIn({path}: Route, community: Community): string {
  const [, segment = ''] = /([^/]+)\/\{id\}/.exec(path) ?? [];
  const known: Record<string, string> = ids.get(community.id) ?? {};
  return known[segment] ?? idOfNothing;
}

function requestTo(route: Route, who: Who, community: Community, id = idIn(route, community)): [string, RequestInit] {
  const path = `/v1${route.path
    .replace('{community}', community.slug)
    .replace('{slug}', 'buurttuin')
    .replace('{source}', 'elders')
    .replace('{month}', '2026-11')
    .replace('{id}', id)}${queries[route.operationId] ?? ''}`;
  const authorization: Record<string, string> = who.key === null ? {} : {Authorization: `Bearer ${who.key}`};
  if (!isWrite(route)) {
    const body = route.body ? {body: '{}', headers: {...authorization, 'Content-Type': 'application/json'}} : {headers: authorization};
    return [path, {method: route.method.toUpperCase(), ...body}];
  }
  const {Authorization: _replaced, ...headers} = write('POST', '', null).headers as Record<string, string>;
  const match: Record<string, string> = route.needsIfMatch ? {'If-Match': '*'} : {};
  const body = bodiesIn(community)[route.operationId];
  return [
    path,
    {
      method: route.method.toUpperCase(),
      body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body ?? {}),
      headers: {
        ...headers,
        ...authorization,
        ...match,
        'Idempotency-Key': uuidv7(),
        ...(body instanceof Uint8Array && {'Content-Type': 'image/png'}),
      },
    },
  ];
}

async function contents(): Promise<unknown> {
  const {rows} = await sql`select (select jsonb_agg(to_jsonb(c) - 'updated_at' order by c.community_id) from communities c) as communities,
    (select jsonb_agg(to_jsonb(i) order by i.id) from initiatives i) as initiatives,
    (select jsonb_agg(to_jsonb(e) order by e.community_id, e.sequence) from events e) as events`.execute(app.database.owner);
  return rows;
}

describe.each(routes.map((route) => [route.operationId, route] as const))('%s', (_name, route) => {
  const communities = route.path.includes('{community}') ? [own, other, region] : [own];
  const cases = communities.flatMap((community) => everybody.map((who) => ({who, community, outcome: expected(route, who, community)})));
  let before: unknown;
  beforeAll(async () => {
    before = await contents();
  });

  test.each(cases.filter(({outcome}) => outcome !== 'allowed').map((each) => [each.who.name, each.community.slug, each] as const))(
    'refuses %s in %s',
    async (_who, _community, {who, community, outcome}) => {
      const response = await app.request(...requestTo(route, who, community));

      expect(response.status).toBe(outcome);
      expect(response.headers.has('WWW-Authenticate')).toBe(outcome === 401);
    },
  );

  test('whoever was refused changed nothing anywhere', async () => {
    expect(await contents()).toEqual(before);
  });

  test.each(cases.filter(({outcome}) => outcome === 'allowed').map((each) => [each.who.name, each.community.slug, each] as const))(
    'lets %s in %s',
    async (_who, _community, {who, community}) => {
      const asks = leavesNobody.includes(route.operationId) ? await aPerson(who.role!, who.home!, who.target) : who;
      const response = await app.request(...requestTo(route, asks, community));

      expect([401, 403]).not.toContain(response.status);
      expect(response.status).toBeLessThan(500);
      await response.body?.cancel();
    },
  );
});

describe.each(
  routes.filter(({path}) => path.includes('{id}') && !path.includes('{source}')).map((route) => [route.operationId, route] as const),
)('%s, with the id of something of another community', (_name, route) => {
  const may = everybody.filter((who) => expected(route, who, own) === 'allowed' && who.home?.id === own.id);

  test.each(may.map((who) => [who.name, who] as const))('finds nothing for %s', async (_who, who) => {
    const response = await app.request(...requestTo(route, who, own, idIn(route, other)));

    expect(response.status).toBe(404);
  });
});

test.each(narrowed)('in %s an organiser finds its own and nothing of another', async (operationId) => {
  const route = routes.find((one) => one.operationId === operationId);
  const totalFor = async (target: string) => {
    const who = await someone('organiser', own, target);
    const response = await app.request(...requestTo(route!, who, own));
    return ((await response.json()) as {total: number}).total;
  };

  expect(await totalFor('initiative:buurttuin')).toBeGreaterThan(0);
  expect(await totalFor('initiative:buurtwinkel')).toBe(0);
  expect(await totalFor('partner:buurttuin')).toBe(0);
});

test.each(
  routes
    .filter(({path, tag, roles: may}) => tag === 'time-credits' && path.includes('{id}') && may.includes('member'))
    .map((route) => [route.operationId, route] as const),
)('%s, with the id of a neighbour’s, finds nothing for somebody who is on no side of it', async (_name, route) => {
  const members = everybody.filter(({role, home, isPerson}) => role === 'member' && home?.id === own.id && isPerson);

  expect(members).not.toEqual([]);
  for (const who of members) expect((await app.request(...requestTo(route, who, own))).status).toBe(404);
});

test('every route that changes something has an example here, so that its "allowed" is real', () => {
  const writes = routes.filter(isWrite).map(({operationId}) => operationId);

  expect(writes.filter((operationId) => !(operationId in bodiesIn(own)))).toEqual([]);
});
