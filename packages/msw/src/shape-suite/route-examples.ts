import {routes, type Route} from '@buurtkit/contract';
import {absentSlug, ask, checkAnswer, freshName, type Answered, type ApiUnderTest, type Ask} from './api-under-test.ts';
import {check} from './checks.ts';
import {routeNamed, type RouteExample} from './route-example.ts';
import {exchangeExamples} from './exchange-examples.ts';
import {memberExamples} from './member-examples.ts';
import {timeCreditExamples} from './time-credit-examples.ts';

export const newInitiative = (name: string) => ({name, kind: 'other', summary: {nl: 'Gemaakt door een proef.'}});

export async function anInitiative(
  api: ApiUnderTest,
): Promise<{path: string; slug: string; etag: string; content: Record<string, unknown>}> {
  const listPath = `/communities/${api.community}/initiatives`;
  const created = await ask(api, 'POST', listPath, {body: newInitiative(freshName('Proef'))});
  const {slug} = checkAnswer(created, routeNamed('createInitiative'), 201) as {slug: string};
  const path = `${listPath}/${slug}`;
  const got = await ask(api, 'GET', path);
  return {path, slug, etag: got.headers.get('ETag') ?? '', content: got.json() as Record<string, unknown>};
}

async function aPublication(api: ApiUnderTest): Promise<{path: string}> {
  const {slug: initiative} = await anInitiative(api);
  const listPath = `/communities/${api.community}/publications`;
  const created = await ask(api, 'POST', listPath, {body: newPublication(initiative)});
  const {slug} = checkAnswer(created, routeNamed('createPublication'), 201) as {slug: string};
  return {path: `${listPath}/${slug}`};
}

const newPublication = (initiative: string) => ({
  title: {nl: freshName('Uitgave')},
  summary: {nl: 'Gemaakt door een proef.'},
  initiatives: [initiative],
});

const aFile = (): Ask => ({
  headers: {'Content-Type': 'text/csv'},
  rawBody: `name,kind,summary_nl\n${freshName('Proef')},other,Gemaakt door een proef.\n`,
});

async function anImport(api: ApiUnderTest): Promise<string> {
  const path = `/communities/${api.community}/imports`;
  const {id} = checkAnswer(await ask(api, 'POST', path, aFile()), routeNamed('createImport'), 201) as {id: string};
  return `${path}/${id}`;
}

/** The smallest picture there is: a PNG of one pixel. */
const aPicture = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='),
  (byte) => byte.charCodeAt(0),
);

async function aNewPhoto(api: ApiUnderTest): Promise<RouteExample> {
  const {slug: initiative} = await anInitiative(api);
  const query = new URLSearchParams({initiative, altNl: 'De gevel van de buurtsuper.', credit: 'Anna Voorbeeld'});
  const path = `/communities/${api.community}/photos?${query}`;
  return {status: 201, path, ask: {headers: {'Content-Type': 'image/png'}, rawBody: aPicture}};
}

async function aPhoto(api: ApiUnderTest): Promise<{path: string; etag: string}> {
  const example = await aNewPhoto(api);
  const created = await ask(api, 'POST', example.path, example.ask);
  const {id} = checkAnswer(created, routeNamed('createPhoto'), 201) as {id: string};
  const path = `/communities/${api.community}/photos/${id}`;
  return {path, etag: (await ask(api, 'GET', path)).headers.get('ETag') ?? ''};
}

async function theCommunity(api: ApiUnderTest): Promise<{path: string; etag: string}> {
  const path = `/communities/${api.community}`;
  return {path, etag: (await ask(api, 'GET', path)).headers.get('ETag') ?? ''};
}

export const newPartner = (name: string) => ({name, kind: 'other', summary: {nl: 'Gemaakt door een proef.'}});

type Made = {path: string; slug: string; etag: string; content: Record<string, unknown>};

async function make(api: ApiUnderTest, operationId: string, listPath: string, body: unknown, key: 'slug' | 'id' = 'slug'): Promise<Made> {
  const made = checkAnswer(await ask(api, 'POST', listPath, {body}), routeNamed(operationId), 201) as {slug: string; id: string};
  const path = `${listPath}/${made[key]}`;
  const got = await ask(api, 'GET', path);
  return {path, slug: made.slug, etag: got.headers.get('ETag') ?? '', content: got.json() as Record<string, unknown>};
}

export async function aPartner(api: ApiUnderTest): Promise<Made> {
  return make(api, 'createPartner', `/communities/${api.community}/partners`, newPartner(freshName('Proef')));
}

export async function aService(api: ApiUnderTest): Promise<Made> {
  const {slug} = await aPartner(api);
  const body = {partner: slug, name: {nl: freshName('Proef')}, summary: {nl: 'Gemaakt door een proef.'}, functions: ['advice']};
  return make(api, 'createService', `/communities/${api.community}/services`, body, 'id');
}

export async function aPlace(api: ApiUnderTest): Promise<Made> {
  return make(api, 'createSharedPlace', `/communities/${api.community}/places`, {name: freshName('Proef'), city: 'Holwierde'});
}

const newOpportunity = () => ({title: {nl: freshName('Proef')}, summary: {nl: 'Gemaakt door een proef.'}, kind: 'once'});

export async function anOpportunity(api: ApiUnderTest): Promise<Made> {
  return make(api, 'createOpportunity', `/communities/${api.community}/opportunities`, newOpportunity(), 'id');
}

const day = 86_400_000;

async function newShift(api: ApiUnderTest): Promise<object> {
  const {content} = await anOpportunity(api);
  return {
    opportunityId: content['id'],
    start: new Date(Date.now() + 7 * day).toISOString(),
    end: new Date(Date.now() + 7 * day + 7_200_000).toISOString(),
    roles: [{key: 'hulp', label: {nl: 'Hulp'}, capacity: 3}],
    waitlist: {enabled: true, max: 5},
  };
}

export async function aShift(api: ApiUnderTest): Promise<Made> {
  return make(api, 'createShift', `/communities/${api.community}/shifts`, await newShift(api), 'id');
}

/** Signed up by the desk, without an address to confirm: at once in a place, or waiting for an answer. */
async function aSignup(
  api: ApiUnderTest,
  {approval = 'automatic', startsIn = 7 * day}: {approval?: string; startsIn?: number} = {},
): Promise<Made & {shiftPath: string}> {
  const opportunities = `/communities/${api.community}/opportunities`;
  const opportunity = await make(api, 'createOpportunity', opportunities, {...newOpportunity(), approval}, 'id');
  const start = Date.now() + startsIn;
  const shift = await make(
    api,
    'createShift',
    `/communities/${api.community}/shifts`,
    {
      opportunityId: opportunity.content['id'],
      start: new Date(start).toISOString(),
      end: new Date(start + 7_200_000).toISOString(),
      roles: [{key: 'hulp', label: {nl: 'Hulp'}, capacity: 1}],
      waitlist: {enabled: true, max: 5},
    },
    'id',
  );
  const signup = await signUpFor(api, shift.content['id']);
  return {...signup, shiftPath: shift.path};
}

async function signUpFor(api: ApiUnderTest, shiftId: unknown): Promise<Made> {
  const path = `/communities/${api.community}/signups`;
  const body = {shiftId, name: 'Sanne Voorbeeld', ageBand: '18+', locale: 'nl'};
  const content = checkAnswer(await ask(api, 'POST', path, {body}), routeNamed('createSignup'), 201) as Record<string, unknown>;
  return {path: `${path}/${String(content['id'])}`, slug: '', etag: '', content};
}

/** Hours on a shift that has begun: nobody could sign up for it any more, so it was moved forward afterwards. */
async function someHours(api: ApiUnderTest): Promise<{path: string; body: object; shiftPath: string}> {
  const {content, shiftPath} = await aSignup(api);
  const start = new Date(Date.now() - 60_000);
  const moved = {start: start.toISOString(), end: new Date(start.getTime() + 7_200_000).toISOString()};
  checkAnswer(await ask(api, 'PATCH', shiftPath, {headers: {'If-Match': '*'}, body: moved}), routeNamed('changeShift'), 200);
  return {
    shiftPath,
    path: `/communities/${api.community}/hours`,
    body: {signupId: content['id'], minutes: 120, on: dateInAmsterdam(start)},
  };
}

/** Swedish writes a date as ISO 8601 does. */
function dateInAmsterdam(moment: Date): string {
  return new Intl.DateTimeFormat('sv-SE', {timeZone: 'Europe/Amsterdam'}).format(moment);
}

async function submittedHours(api: ApiUnderTest): Promise<string> {
  const {path, body} = await someHours(api);
  const answered = await ask(api, 'POST', path, {body, key: api.keys.coordinator});
  return `${path}/${(checkAnswer(answered, routeNamed('submitHours'), 201) as {id: string}).id}`;
}

/** A read that is a POST, since what it asks is private, takes no key of any kind. */
const withoutKeys = {key: null, idempotencyKey: null};

/** Per route a request that goes well; a new route has none yet, and the suite refuses to begin. */
const examples: Record<string, (api: ApiUnderTest) => Promise<RouteExample>> = {
  getAltchaChallenge: async () => ({status: 200, path: '/altcha-challenge', ask: {}}),
  listCommunities: async () => ({status: 200, path: '/communities', ask: {}}),
  getCommunity: async ({community}) => ({status: 200, path: `/communities/${community}`, ask: {}}),
  changeCommunity: async (api) => {
    const {path, etag} = await theCommunity(api);
    return {status: 200, path, ask: {headers: {'If-Match': etag}, body: {look: {corner: 'round'}}}};
  },
  listInitiatives: async ({community}) => ({status: 200, path: `/communities/${community}/initiatives`, ask: {}}),
  getInitiative: async (api) => ({status: 200, path: (await anInitiative(api)).path, ask: {}}),
  createInitiative: async ({community}) => ({
    status: 201,
    path: `/communities/${community}/initiatives`,
    ask: {
      body: {
        ...newInitiative(freshName('Proef')),
        story: [{title: {nl: 'Het begin'}, text: {nl: 'Wij begonnen met koffie.', en: 'We began with coffee.'}}],
      },
    },
  }),
  changeInitiative: async (api) => {
    const {path, etag} = await anInitiative(api);
    return {status: 200, path, ask: {headers: {'If-Match': etag}, body: {stage: 'paused'}}};
  },
  listEvents: async (api) => {
    await anInitiative(api);
    return {status: 200, path: `/communities/${api.community}/events`, ask: {}};
  },
  listInitiativeHistory: async (api) => ({status: 200, path: `${(await anInitiative(api)).path}/history`, ask: {}}),
  listPublications: async (api) => {
    await aPublication(api);
    return {status: 200, path: `/communities/${api.community}/publications`, ask: {}};
  },
  getPublication: async (api) => ({status: 200, path: (await aPublication(api)).path, ask: {}}),
  createPublication: async (api) => ({
    status: 201,
    path: `/communities/${api.community}/publications`,
    ask: {body: newPublication((await anInitiative(api)).slug)},
    different: {summary: {nl: 'Iets anders.'}},
  }),
  getEdition: async (api) => {
    const {path} = await aPublication(api);
    checkAnswer(await ask(api, 'POST', `${path}/editions`, {body: {}}), routeNamed('publishEdition'), 201);
    return {status: 200, path: `${path}/editions/1`, ask: {}};
  },
  publishEdition: async (api) => ({
    status: 201,
    path: `${(await aPublication(api)).path}/editions`,
    ask: {body: {note: {nl: 'Het eerste nummer.'}}},
    different: {note: {nl: 'Nog een woord.'}},
  }),
  readFeed: async ({community}) => ({status: 200, path: `/communities/${community}/feed.atom`, ask: {}}),
  listPartners: async ({community}) => ({status: 200, path: `/communities/${community}/partners`, ask: {}}),
  getPartner: async (api) => ({status: 200, path: (await aPartner(api)).path, ask: {}}),
  createPartner: async ({community}) => ({
    status: 201,
    path: `/communities/${community}/partners`,
    ask: {
      body: {...newPartner(freshName('Proef')), contacts: [{name: null, role: null, email: 'x@example.nl', phone: null, agreedOn: null}]},
    },
  }),
  changePartner: async (api) => {
    const {path, etag} = await aPartner(api);
    return {status: 200, path, ask: {headers: {'If-Match': etag}, body: {city: 'Holwierde'}}};
  },
  listServices: async ({community}) => ({status: 200, path: `/communities/${community}/services`, ask: {}}),
  getService: async (api) => ({status: 200, path: (await aService(api)).path, ask: {}}),
  createService: async (api) => {
    const {slug} = await aPartner(api);
    const body = {partner: slug, name: {nl: freshName('Proef')}, summary: {nl: 'Gemaakt door een proef.'}, functions: ['advice']};
    return {status: 201, path: `/communities/${api.community}/services`, ask: {body}, different: {name: {nl: freshName('Anders')}}};
  },
  changeService: async (api) => {
    const {path, etag} = await aService(api);
    return {status: 200, path, ask: {headers: {'If-Match': etag}, body: {status: 'inactive'}}, different: {status: 'defunct'}};
  },
  listSharedPlaces: async ({community}) => ({status: 200, path: `/communities/${community}/places`, ask: {}}),
  getSharedPlace: async (api) => ({status: 200, path: (await aPlace(api)).path, ask: {}}),
  createSharedPlace: async ({community}) => ({
    status: 201,
    path: `/communities/${community}/places`,
    ask: {body: {name: freshName('Proef'), city: 'Holwierde', availableFor: {nl: 'Een zaal.'}}},
  }),
  changeSharedPlace: async (api) => {
    const {path, etag} = await aPlace(api);
    return {status: 200, path, ask: {headers: {'If-Match': etag}, body: {isAvailable: true}}};
  },
  listInitiativeClusters: async ({community}) => ({
    status: 200,
    path: `/communities/${community}/initiative-clusters?bbox=3,50,8,54&zoom=8`,
    ask: {},
  }),
  suggestPlaces: async ({community}) => ({
    status: 200,
    path: `/communities/${community}/geo-suggestions`,
    ask: {...withoutKeys, body: {q: 'holwierde', limit: 5}},
  }),
  nameLocation: async ({community}) => ({
    status: 200,
    path: `/communities/${community}/geo-reverse`,
    ask: {...withoutKeys, body: {location: {type: 'Point', coordinates: [6.872, 53.358]}}},
  }),
  submitInitiative: async ({community}) => ({
    status: 202,
    path: `/communities/${community}/submissions`,
    ask: {body: {content: newInitiative(freshName('Proef')), email: 'bewoner@example.nl', locale: 'nl'}},
  }),
  findSimilarInitiatives: async ({community}) => ({
    status: 200,
    path: `/communities/${community}/similar-initiatives`,
    ask: {...withoutKeys, body: {name: 'Buurtsuper', location: {type: 'Point', coordinates: [6.872, 53.358]}}},
  }),
  sendMessage: async (api) => {
    const body = {...newInitiative(freshName('Proef')), hasContactForm: true, contact: {email: 'tuin@example.nl'}};
    const created = await ask(api, 'POST', `/communities/${api.community}/initiatives`, {body});
    const {slug} = checkAnswer(created, routeNamed('createInitiative'), 201) as {slug: string};
    return {
      status: 202,
      path: `/communities/${api.community}/initiatives/${slug}/messages`,
      ask: {body: {name: 'Buurvrouw', email: 'buurvrouw@example.nl', text: 'Mag ik een keer komen kijken?'}},
    };
  },
  reportFault: aReport,
  getInitiativePeople: async (api) => ({status: 200, path: `${(await anInitiative(api)).path}/people`, ask: {key: api.keys.admin}}),
  replaceInitiativePeople: async (api) => {
    const path = `${(await anInitiative(api)).path}/people`;
    const etag = (await ask(api, 'GET', path, {key: api.keys.admin})).headers.get('ETag') ?? '';
    return {
      status: 200,
      path,
      ask: {headers: {'If-Match': etag}, body: {data: [{email: 'bewoner@example.nl'}]}},
      different: {data: []},
    };
  },
  putInitiativeByExternalId: async ({community}) => ({
    status: 201,
    path: `/communities/${community}/initiatives/by-external-id/proef/${crypto.randomUUID()}`,
    ask: {body: newInitiative(freshName('Proef'))},
  }),
  putPartnerByExternalId: async ({community}) => ({
    status: 201,
    path: `/communities/${community}/partners/by-external-id/proef/${crypto.randomUUID()}`,
    ask: {body: newPartner(freshName('Proef'))},
  }),
  bulkUpsert: async ({community}) => ({
    status: 200,
    path: `/communities/${community}/bulk-upserts`,
    ask: {body: {source: 'proef', resource: 'initiative', records: [{id: freshName('proef'), ...newInitiative(freshName('Proef'))}, {}]}},
    different: {source: 'ander'},
  }),
  createPhoto: aNewPhoto,
  getPhoto: async (api) => ({status: 200, path: (await aPhoto(api)).path, ask: {}}),
  changePhoto: async (api) => {
    const {path, etag} = await aPhoto(api);
    return {status: 200, path, ask: {headers: {'If-Match': etag}, body: {credit: 'Bea Voorbeeld'}}, different: {credit: 'Cor Voorbeeld'}};
  },
  deletePhoto: async (api) => ({status: 200, path: (await aPhoto(api)).path, ask: {}}),
  createImport: async (api) => ({status: 201, path: `/communities/${api.community}/imports`, ask: aFile()}),
  getImport: async (api) => ({status: 200, path: await anImport(api), ask: {key: api.keys.admin}}),
  commitImport: async (api) => ({status: 202, path: `${await anImport(api)}/commit`, ask: {}}),
  undoImport: async (api) => {
    const path = await anImport(api);
    await ask(api, 'POST', `${path}/commit`);
    return {status: 200, path: `${path}/undo`, ask: {}};
  },
  exportData: async (api) => ({status: 200, path: `/communities/${api.community}/exports?format=csv`, ask: {key: api.keys.admin}}),
  getOpeningCalendar: async (api) => ({status: 200, path: `${(await anInitiative(api)).path}/opening.ics`, ask: {}}),
  listModerationItems: async (api) => {
    await api.submission();
    return {status: 200, path: `/communities/${api.community}/moderation-items`, ask: {key: api.keys.admin}};
  },
  getModerationItem: async (api) => ({status: 200, path: itemPath(api, await api.submission()), ask: {key: api.keys.admin}}),
  approveSubmission: (api) => aDecision(api, api.submission(), 'approval', {}),
  refuseSubmission: (api) => aDecision(api, api.submission(), 'refusal', {body: {reason: 'Dit staat er al.'}}, {reason: 'Iets anders.'}),
  closeReport: async (api) => {
    const example = await aReport(api);
    const {id} = checkAnswer(await ask(api, 'POST', example.path, example.ask), routeNamed('reportFault'), 202) as {id: string};
    return aDecision(api, Promise.resolve(id), 'closing', {});
  },
  listOpportunities: async (api) => {
    await anOpportunity(api);
    return {status: 200, path: `/communities/${api.community}/opportunities`, ask: {}};
  },
  getOpportunity: async (api) => ({status: 200, path: (await anOpportunity(api)).path, ask: {}}),
  createOpportunity: async ({community}) => ({
    status: 201,
    path: `/communities/${community}/opportunities`,
    ask: {
      body: {
        ...newOpportunity(),
        text: {nl: 'Je begint met meelopen.'},
        questions: [{key: 'eten', label: {nl: 'Wat eet je niet?'}, isRequired: false}],
      },
    },
    different: {summary: {nl: 'Iets anders.'}},
  }),
  changeOpportunity: async (api) => {
    const {path, etag} = await anOpportunity(api);
    return {status: 200, path, ask: {headers: {'If-Match': etag}, body: {vog: 'required'}}, different: {vog: 'preferred'}};
  },
  listShifts: async (api) => {
    await aShift(api);
    return {status: 200, path: `/communities/${api.community}/shifts`, ask: {}};
  },
  getShift: async (api) => ({status: 200, path: (await aShift(api)).path, ask: {}}),
  createShift: async (api) => ({
    status: 201,
    path: `/communities/${api.community}/shifts`,
    ask: {body: await newShift(api)},
    different: {waitlist: {enabled: false, max: 0}},
  }),
  changeShift: async (api) => {
    const {path, etag} = await aShift(api);
    const body = {waitlist: {enabled: true, max: 10}};
    return {status: 200, path, ask: {headers: {'If-Match': etag}, body}, different: {waitlist: {enabled: false, max: 0}}};
  },
  holdPlace: async (api) => ({
    status: 201,
    path: `${(await aShift(api)).path}/holds`,
    ask: {key: api.keys.coordinator, body: {}},
    different: {role: 'hulp'},
  }),
  createSignup: async (api) => {
    const {content} = await aShift(api);
    return {
      status: 201,
      path: `/communities/${api.community}/signups`,
      ask: {
        body: {shiftId: content['id'], name: 'Sanne Voorbeeld', email: 'sanne@example.nl', ageBand: '18+', locale: 'nl'},
      },
      different: {name: 'Omar Voorbeeld'},
    };
  },
  listSignups: async (api) => {
    await aSignup(api);
    return {status: 200, path: `/communities/${api.community}/signups`, ask: {key: api.keys.admin}};
  },
  getSignup: async (api) => ({status: 200, path: (await aSignup(api)).path, ask: {key: api.keys.admin}}),
  cancelSignup: async (api) => ({
    status: 200,
    path: `${(await aSignup(api)).path}/cancellation`,
    ask: {body: {reason: 'Het regent.'}},
    different: {reason: 'Iets anders.'},
  }),
  checkIn: async (api) => ({
    status: 200,
    path: `${(await aSignup(api, {startsIn: 1_200_000})).path}/check-in`,
    ask: {body: {}},
    different: {code: '0000'},
  }),
  approveSignup: async (api) => ({status: 200, path: `${(await aSignup(api, {approval: 'review'})).path}/approval`, ask: {}}),
  refuseSignup: async (api) => ({
    status: 200,
    path: `${(await aSignup(api, {approval: 'review'})).path}/refusal`,
    ask: {body: {reason: 'Er is al iemand.'}},
    different: {reason: 'Iets anders.'},
  }),
  planIntro: async (api) => ({
    status: 200,
    path: `${(await aSignup(api, {approval: 'review'})).path}/intro`,
    ask: {body: {at: new Date(Date.now() + day).toISOString()}},
    different: {at: new Date(Date.now() + 2 * day).toISOString()},
  }),
  recordVog: async (api) => ({
    status: 200,
    path: `${(await aSignup(api)).path}/vog`,
    ask: {body: {seenOn: '2026-01-10', expiresOn: '2029-01-10'}},
    different: {expiresOn: null},
  }),
  getRoster: async (api) => ({status: 200, path: `${(await aSignup(api)).shiftPath}/roster`, ask: {key: api.keys.admin}}),
  reorderWaitlist: async (api) => {
    const {shiftPath} = await aSignup(api);
    const {id: shiftId} = checkAnswer(await ask(api, 'GET', shiftPath), routeNamed('getShift'), 200) as {id: string};
    const {content} = await signUpFor(api, shiftId);
    const body = {signupIds: [content['id']], reason: 'Zij woont om de hoek.'};
    return {status: 200, path: `${shiftPath}/waitlist`, ask: {body}, different: {reason: 'Iets anders.'}};
  },
  listHours: async (api) => {
    await submittedHours(api);
    return {status: 200, path: `/communities/${api.community}/hours`, ask: {key: api.keys.admin}};
  },
  submitHours: async (api) => {
    const {path, body} = await someHours(api);
    return {status: 201, path, ask: {body}, different: {minutes: 60}};
  },
  getHours: async (api) => ({status: 200, path: await submittedHours(api), ask: {key: api.keys.admin}}),
  approveHours: async (api) => ({status: 200, path: `${await submittedHours(api)}/approval`, ask: {}}),
  refuseHours: async (api) => ({
    status: 200,
    path: `${await submittedHours(api)}/refusal`,
    ask: {body: {reason: 'Die dag was er niets.'}},
    different: {reason: 'Iets anders.'},
  }),
  getVolunteeringReport: async ({community, keys}) => ({
    status: 200,
    path: `/communities/${community}/volunteering-report`,
    ask: {key: keys.admin},
  }),
  approveShiftHours: async (api) => {
    const {path, body, shiftPath} = await someHours(api);
    checkAnswer(await ask(api, 'POST', path, {body, key: api.keys.coordinator}), routeNamed('submitHours'), 201);
    return {status: 200, path: `${shiftPath}/hours-approval`, ask: {}};
  },
  ...memberExamples,
  ...timeCreditExamples,
  ...exchangeExamples,
};

async function aReport(api: ApiUnderTest): Promise<RouteExample> {
  const {slug} = await anInitiative(api);
  const body = {resource: 'initiative', slug, text: 'De openingstijden kloppen niet.', email: 'buurvrouw@example.nl'};
  return {status: 202, path: `/communities/${api.community}/reports`, ask: {body}, different: {text: 'En het adres ook niet.'}};
}

function itemPath({community}: ApiUnderTest, id: string): string {
  return `/communities/${community}/moderation-items/${id}`;
}

async function aDecision(
  api: ApiUnderTest,
  item: Promise<string>,
  decision: 'approval' | 'refusal' | 'closing',
  asked: Ask,
  different?: object,
): Promise<RouteExample> {
  const path = itemPath(api, await item);
  const etag = (await ask(api, 'GET', path, {key: api.keys.admin})).headers.get('ETag') ?? '';
  return {status: 200, path: `${path}/${decision}`, ask: {...asked, headers: {'If-Match': etag}}, ...(different && {different})};
}

export function exampleOf({operationId}: Route, api: ApiUnderTest): Promise<RouteExample> {
  return examples[operationId]!(api);
}

const sharedExamples = new WeakMap<ApiUnderTest, Map<string, Promise<RouteExample>>>();

/** The same each time, for requests that change nothing: those that are refused, and those that read. */
export function sharedExampleOf(route: Route, api: ApiUnderTest): Promise<RouteExample> {
  const ofApi = sharedExamples.get(api) ?? new Map<string, Promise<RouteExample>>();
  const example = ofApi.get(route.operationId) ?? exampleOf(route, api);
  sharedExamples.set(api, ofApi.set(route.operationId, example));
  return example;
}

export function askExample(api: ApiUnderTest, {method}: Route, {path, ask: asked}: RouteExample, more: Ask = {}): Promise<Answered> {
  return ask(api, method.toUpperCase(), path, {...asked, ...more, headers: {...asked.headers, ...more.headers}});
}

/** The addresses below which a route has a community, with one that isn't there. */
export function inAbsentCommunity(path: string, {community}: ApiUnderTest): string {
  return path.replace(`/communities/${community}`, `/communities/${absentSlug}`);
}

export function requireExamples(): void {
  const missing = routes.filter(({operationId}) => !(operationId in examples));
  check(missing.length === 0, `The shape suite has no example for ${missing.map(({operationId}) => operationId).join(', ')}`);
}
