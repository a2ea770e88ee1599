import {routes} from '@buurtkit/contract';
import sharp from 'sharp';
import {afterAll, expect, test} from 'vitest';
import {readCoordinates} from '../imports/coordinates.ts';
import {homeGridPoint} from '../map/home-grid.ts';
import {inTransaction} from '../scope.ts';
import {confirmSubmission} from '../submissions/confirm-submission.ts';
import {exportText} from '../testing/data-in-and-out.ts';
import {everyAnswer, type Answered} from '../testing/every-answer.ts';
import {everyCell} from '../testing/every-cell.ts';
import {localService} from '../testing/local-service.ts';
import {confirmEmail} from '../volunteering/signups/confirm-email.ts';
import {aCommunity, aKey, aScope, createTestApp, publicUrl, write, type TestApp} from '../testing/test-app.ts';

const home: [number, number] = [5.1234567, 52.0987654];
const inMetres: [number, number] = [134_567.89, 456_543.21];
const converted = readCoordinates(...inMetres) ?? [0, 0];
const cameraNote = 'kanarie in de camera';

/** Each as far as it tells a house: five decimals are a metre. */
const traces = [...[...home, ...converted].map((degrees) => degrees.toFixed(6).slice(0, -1)), '134567', '456543', cameraNote];

const point = {type: 'Point', coordinates: home};
const place = {city: 'Utrecht', areaCode: null, areaYear: null, precision: 'grid'};
const atHome = {kind: 'other', summary: {nl: 'Bij iemand thuis.'}, place, location: point};
const exact = {...atHome, place: {...place, precision: 'exact'}};

const opened: TestApp[] = [];
afterAll(async () => {
  for (const app of opened) await app.close();
});

/** What finds every address at that one home. */
function anAddressBook() {
  const docs = [{id: 'adr-1', type: 'adres', weergavenaam: 'Merelhof 3, Utrecht', centroide_ll: `POINT(${home.join(' ')})`, score: 12}];
  const found = JSON.stringify({response: {numFound: 1, start: 0, maxScore: 12, numFoundExact: true, docs}});
  return localService((_path, response) => void response.writeHead(200, {'Content-Type': 'application/json'}).end(found));
}

async function aNeighbourhood() {
  const app = await createTestApp({BUURTKIT_PDOK_URL: (await anAddressBook()).url});
  opened.push(app);
  const community = await aCommunity(app, {slug: 'utrecht', settings: {contact: {email: 'loket@example.nl'}}});
  const scope = aScope(app, community);
  const key = await aKey(app, community, 'admin');
  const told: string[] = [];
  const ask = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const init = write(method, key, body, headers);
    const isFile = body instanceof Uint8Array || typeof body === 'string';
    const answer = await app.request(`/v1/communities/utrecht/${path}`, {...init, ...(isFile && {body: body as BodyInit})});
    const text = await answer.text();
    told.push(`${method} ${path} ${text} ${JSON.stringify([...answer.headers])}`);
    expect([method, path, answer.status, text]).toEqual([method, path, expect.toSatisfy((status: number) => status < 300), text]);
    return JSON.parse(text);
  };
  const change = (path: string, body: unknown) => ask('PATCH', path, body, {'If-Match': '*'});
  const bringIn = async (content: string, contentType: string) => {
    const {id} = await ask('POST', 'imports', content, {'Content-Type': contentType});
    await ask('POST', `imports/${id}/commit`, null);
    await app.sweep();
    return {id};
  };
  /** What somebody asks about a point is answered to nobody else. */
  const find = async (path: string, body: unknown) => {
    const headers = {'Content-Type': 'application/json'};
    const {status} = await app.request(`/v1/communities/utrecht/${path}`, {method: 'POST', body: JSON.stringify(body), headers});
    expect([path, status]).toEqual([path, 200]);
  };
  const sendForm = async (values: Record<string, string>) => {
    const path = '/utrecht/meld-initiatief';
    const shown = await (await app.request(path)).text();
    const formToken = /name="formToken" value="([^"]+)"/.exec(shown)?.[1] ?? '';
    const body = new URLSearchParams({formToken, hasSeenSimilar: 'on', ...values}).toString();
    const headers = {'Content-Type': 'application/x-www-form-urlencoded', Origin: publicUrl};
    const answer = await app.request(path, {method: 'POST', body, headers});
    told.push(await answer.text(), JSON.stringify([...answer.headers]));
    return answer.status;
  };
  const approve = async (submission: unknown) => {
    const {id} = await ask('POST', 'submissions', submission);
    await app.sweep();
    await inTransaction(scope, (trxScope) => confirmSubmission(trxScope, id));
    const {subject} = await ask('POST', `moderation-items/${id}/approval`, null, {'If-Match': '*'});
    return subject.slug as string;
  };

  /** Everything that anybody can read, staff included, and everything that is kept or has left. */
  const everywhere = async () => {
    const answers = await everyAnswer(app, 'utrecht', key);
    expect(publicReadsMissedBy(answers)).toEqual([]);
    expect(answers.filter(({status}) => status >= 500)).toEqual([]);
    return [
      ...told,
      ...answers.map(({address, text, headers}) => `${address} ${text} ${headers}`),
      ...(await everyCell(app)),
      ...app.logged,
      ...app.mails.map((mail) => JSON.stringify(mail)),
    ];
  };
  return {app, scope, ask, change, bringIn, approve, sendForm, find, everywhere};
}

/** Reads of the route table that nothing here was read by: then they prove nothing. */
function publicReadsMissedBy(answers: readonly Answered[]): string[] {
  const answered = new Set(answers.filter(({status}) => status === 200).map(({operationId}) => operationId));
  return routes.flatMap(({operationId, method, roles}) =>
    method === 'get' && roles === 'public' && !answered.has(operationId) ? [operationId] : [],
  );
}

type Neighbourhood = Awaited<ReturnType<typeof aNeighbourhood>>;

function findTraces(texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    traces.flatMap((trace) => {
      const at = text.indexOf(trace);
      return at < 0 ? [] : [`${text.slice(0, 60)} … ${text.slice(Math.max(0, at - 60), at + 30)}`];
    }),
  );
}

async function aHomeThroughEveryDoor({scope, ask, change, bringIn, approve, sendForm, find}: Neighbourhood): Promise<void> {
  await ask('POST', 'initiatives', {...atHome, name: 'Thuis'});
  await change('initiatives/thuis', {location: point});
  await change('initiatives/thuis', {place, location: point});

  const sent = await approve({
    content: {...atHome, name: 'Ingestuurd', story: [{title: {nl: 'Begin'}, text: {nl: 'Thuis.'}}]},
    email: 'a@example.nl',
  });
  await approve({initiative: sent, content: {location: point}, email: 'a@example.nl'});
  await ask('POST', 'submissions', {content: {...atHome, name: 'Wacht nog'}, email: 'b@example.nl'});

  const form = {
    name: 'Op papier',
    kind: 'other',
    summary: 'Thuis.',
    city: 'Utrecht',
    address: 'Merelhof 3',
    isHome: 'on',
    yourEmail: 'c@example.nl',
  };
  expect(await sendForm(form)).toBe(303);

  const header = 'name,kind,summary_nl,city,precision';
  const row = (name: string) => `${name},other,Thuis.,Utrecht,grid`;
  const degrees = `${header},lon,lat\n${row('Graden')},${home.join(',')}\n${row('Verwisseld')},${home.toReversed().join(',')}\n${row('Stuk')},${home[0]}°,${home[1]}\n`;
  const metres = `${header},x,y\n${row('Meters')},${inMetres.join(',')}\n`;
  const feature = {type: 'Feature', geometry: point, properties: {name: 'Kaartlaag', kind: 'other', summary: {nl: 'Thuis.'}, place}};
  const swapped = {
    ...feature,
    geometry: {...point, coordinates: home.toReversed()},
    properties: {...feature.properties, name: 'Verkeerd om'},
  };
  const quoted = {...feature, geometry: {...point, coordinates: home.map(String)}};
  const geojson = JSON.stringify({type: 'FeatureCollection', features: [feature, swapped, quoted]});
  const [[longitude, latitude], [gridLongitude, gridLatitude]] = [home, homeGridPoint(home)];
  const ownHsds = (await exportText(scope, 'hsds'))
    .replaceAll(String(gridLongitude), String(longitude))
    .replaceAll(String(gridLatitude), String(latitude));
  expect(ownHsds).toContain(String(longitude));
  for (const _again of [1, 2]) {
    await bringIn(degrees, 'text/csv');
    await bringIn(metres, 'text/csv');
    await bringIn(geojson, 'application/geo+json');
    await bringIn(ownHsds, 'application/json');
    await ask('PUT', 'initiatives/by-external-id/bron/1', {...atHome, name: 'Van elders'});
    const records = [
      {...atHome, id: '2', name: 'Vele'},
      {...atHome, id: '3', name: 'Vele', location: {...point, coordinates: home.toReversed()}},
    ];
    await ask('POST', 'bulk-upserts', {source: 'bron', resource: 'initiative', records});
  }

  const photo = await sharp({create: {width: 60, height: 40, channels: 3, background: 'green'}})
    .withExif({IFD0: {ImageDescription: cameraNote}, IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '52/1 5/1 55/1'}})
    .jpeg()
    .toBuffer();
  const about = new URLSearchParams({initiative: 'thuis', altNl: 'Een tuin.', credit: 'Anna Voorbeeld'});
  await ask('POST', `photos?${about}`, new Uint8Array(photo), {'Content-Type': 'image/jpeg'});

  const work = {title: {nl: 'Soep koken'}, summary: {nl: 'Bij iemand thuis.'}, kind: 'once', initiative: 'thuis'};
  const {id} = await ask('POST', 'opportunities', work);
  await change(`opportunities/${id}`, {location: point});
  await ask('POST', 'opportunities', {...work, location: point});
  const nowhere = await ask('POST', 'opportunities', {...work, place: null, location: point});
  await change(`opportunities/${nowhere.id}`, {location: point});
  await ask('POST', 'opportunities', {...work, initiative: null, place, location: point});
  await anEvening({scope, ask}, id);

  await ask('POST', 'partners', {name: 'Welzijn', kind: 'social-work', summary: {nl: 'Helpt.'}});
  await ask('POST', 'services', {partner: 'welzijn', name: {nl: 'Spreekuur'}, summary: {nl: 'Vraag.'}, functions: ['advice']});
  await ask('POST', 'places', {name: 'De Tille', city: 'Utrecht'});
  await change('initiatives/thuis', {coalition: [{partner: 'welzijn', role: 'partner'}]});

  await find('geo-suggestions', {q: `${home[1]}, ${home[0]}`});
  await find('geo-reverse', {location: point});
  await find('similar-initiatives', {name: 'Thuis', location: point});
  await ask('POST', 'publications', {slug: 'stappen', title: {nl: 'Stappen'}, summary: {nl: 'Portretten.'}});
  await ask('POST', 'publications/stappen/editions', {});
}

/** A shift that somebody signs up for, so that mails with a calendar leave. */
async function anEvening({scope, ask}: Pick<Neighbourhood, 'scope' | 'ask'>, opportunityId: string): Promise<void> {
  const from = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const roles = [{key: 'hulp', label: {nl: 'Hulp'}, capacity: 3}];
  const shift = await ask('POST', 'shifts', {opportunityId, start: from(7), end: from(7.1), roles});
  const {id} = await ask('POST', 'signups', {shiftId: shift.id, name: 'Bo', email: 'bo@example.nl', ageBand: '18+', locale: 'nl'});
  await inTransaction(scope, (trxScope) => confirmEmail(trxScope, id));
}

test(
  'where somebody lives is in no answer, file, feed, mail, book, log line or table, through whatever door it came',
  {timeout: 240_000},
  async () => {
    const neighbourhood = await aNeighbourhood();
    const {app, everywhere} = neighbourhood;
    await aHomeThroughEveryDoor(neighbourhood);
    await app.sweep();

    const texts = await everywhere();

    const names = [
      'Thuis',
      'Ingestuurd',
      'Wacht nog',
      'Op papier',
      'Graden',
      'Meters',
      'Kaartlaag',
      'Van elders',
      'Vele',
      'Soep koken',
      'Een tuin.',
    ];
    for (const name of names) expect([name, texts.filter((text) => text.includes(name)).length > 1]).toEqual([name, true]);
    expect(app.mails.filter(({attachments}) => attachments.length > 0)).toHaveLength(1);
    expect(findTraces(texts)).toEqual([]);
  },
);

test(
  'what turns out to be somebody’s home is from then on known by its square, and what was written down before is gone',
  {timeout: 240_000},
  async () => {
    const neighbourhood = await aNeighbourhood();
    const {app, ask, change, bringIn, approve} = neighbourhood;
    const file = (precision: string, more: string) =>
      `name,kind,summary_nl,city,precision,lon,lat\nBestand,other,${more},Utrecht,${precision},${home.join(',')}\n`;

    await ask('POST', 'initiatives', {...exact, name: 'Pand'});
    await change('initiatives/pand', {since: '1998'});
    await approve({initiative: 'pand', content: {location: point, since: '1999'}, email: 'a@example.nl'});
    await ask('POST', 'submissions', {initiative: 'pand', content: {location: point}, email: 'b@example.nl'});
    const sent = await approve({content: {...exact, name: 'Ingestuurd'}, email: 'a@example.nl'});
    await bringIn(file('exact', 'Eerst.'), 'text/csv');
    const {id: second} = await bringIn(file('exact', 'Toen.'), 'text/csv');
    await ask('PUT', 'initiatives/by-external-id/bron/1', {...exact, name: 'Van elders'});
    await ask('PUT', 'initiatives/by-external-id/bron/1', {...exact, name: 'Van elders', since: '1998'});
    const work = {title: {nl: 'Soep koken'}, summary: {nl: 'In de keuken.'}, kind: 'once'};
    const {id} = await ask('POST', 'opportunities', {...work, initiative: 'pand'});
    const own = await ask('POST', 'opportunities', {...work, place: exact.place, location: point});
    await ask('POST', 'publications', {slug: 'stappen', title: {nl: 'Stappen'}, summary: {nl: 'Portretten.'}});
    expect(findTraces(await everyCell(app)).length).toBeGreaterThan(8);
    // What was answered while nobody knew is not taken back from who has it.
    app.logged.length = 0;

    await change('initiatives/pand', {place});
    await approve({initiative: sent, content: {place}, email: 'a@example.nl'});
    const {id: last} = await bringIn(file('grid', 'Nu.'), 'text/csv');
    await ask('PUT', 'initiatives/by-external-id/bron/1', {...atHome, name: 'Van elders'});
    await change(`opportunities/${own.id}`, {place});

    const kept = async () => [...(await everyCell(app)), ...(await everyAnswerOf(app))];
    expect(findTraces(await kept())).toEqual([]);
    const square = homeGridPoint(home);
    for (const path of ['initiatives/pand', 'initiatives/bestand', `opportunities/${id}`, `opportunities/${own.id}`]) {
      const {location, place: where} = await (await app.request(`/v1/communities/utrecht/${path}`)).json();
      expect([path, location.coordinates, where.precision]).toEqual([path, square, 'grid']);
    }

    // An import that is taken back can't bring back what nobody knows any more.
    for (const imported of [last, second]) await ask('POST', `imports/${imported}/undo`, null);
    expect(findTraces(await kept())).toEqual([]);
    const {place: where, location} = await (await app.request('/v1/communities/utrecht/initiatives/bestand')).json();
    expect([where.precision, location.coordinates]).toEqual(['grid', square]);
  },
);

async function everyAnswerOf(app: TestApp): Promise<string[]> {
  return (await everyAnswer(app, 'utrecht', '')).map(({address, text, headers}) => `${address} ${text} ${headers}`);
}
