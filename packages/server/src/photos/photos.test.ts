import {mostPhotos, type Photo} from '@buurtkit/contract';
import sharp from 'sharp';
import {afterAll, describe, expect, test} from 'vitest';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {aCommunity, aKey, aScope, createTestApp, publicUrl, write} from '../testing/test-app.ts';
import {addPhoto} from './add-photo.ts';

const app = await createTestApp();
afterAll(() => app.close());

const zierikzee = await aCommunity(app, {slug: 'zierikzee'});
const groningen = await aCommunity(app, {slug: 'groningen'});
const keys = {
  organiser: await aKey(app, zierikzee, 'organiser', 'initiative:tuin'),
  other: await aKey(app, zierikzee, 'organiser', 'initiative:winkel'),
  elsewhere: await aKey(app, groningen, 'admin'),
};
for (const community of [zierikzee, groningen])
  for (const slug of ['tuin', 'winkel'])
    await createInitiative(aScope(app, community), {slug, name: slug, kind: 'other', summary: {nl: 'Samen.'}});

type Sent = {
  bytes?: Uint8Array;
  type?: string;
  query?: Record<string, string>;
  key?: string;
  headers?: Record<string, string>;
  in?: string;
};

const garden = {initiative: 'tuin', altNl: 'Bewoners tussen de bonen.', credit: 'Anna Voorbeeld'};

async function send({bytes, type = 'image/jpeg', query = garden, key = keys.organiser, headers = {}, in: home = 'zierikzee'}: Sent = {}) {
  const {body: _none, ...init} = write('POST', key, null, {'Content-Type': type, ...headers});
  const body = new Uint8Array(bytes ?? (await aPicture()));
  return app.request(`/v1/communities/${home}/photos?${new URLSearchParams(query)}`, {...init, body});
}

async function added(sent: Sent = {}): Promise<Photo> {
  const response = await send(sent);
  expect(response.status).toBe(201);
  return response.json();
}

/** A picture of its own each time, unless it is told which. */
let shade = 0;
function aPicture({width = 900, height = 600, colour = (shade += 1)} = {}): Promise<Buffer> {
  return sharp({create: {width, height, channels: 3, background: {r: (colour * 37) % 256, g: (colour * 91) % 256, b: 60}}})
    .jpeg()
    .toBuffer();
}

async function get(url: string, headers: Record<string, string> = {}): Promise<Response> {
  return app.request(url, {headers});
}

async function bytesOf(url: string): Promise<Buffer> {
  return Buffer.from(await (await get(url)).arrayBuffer());
}

async function photosOf(slug: string, community = 'zierikzee'): Promise<Photo[]> {
  return (await (await get(`/v1/communities/${community}/initiatives/${slug}`)).json()).photos;
}

async function takeAway({id}: Photo, key = keys.organiser, community = 'zierikzee'): Promise<Response> {
  const {body: _none, ...init} = write('DELETE', key, null);
  return app.request(`/v1/communities/${community}/photos/${id}`, init);
}

async function changed({id}: Photo, changes: object, key = keys.organiser): Promise<Response> {
  return app.request(`/v1/communities/zierikzee/photos/${id}`, write('PATCH', key, changes, {'If-Match': '*'}));
}

async function faultsOf(response: Response): Promise<unknown> {
  expect(response.status).toBe(400);
  return (await response.json()).errors.map(({pointer, parameter, code}: Record<string, string>) => `${pointer ?? parameter} ${code}`);
}

describe('what a camera writes in a photo', () => {
  const home = {IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '51/1 39/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '3/1 55/1 0/1'}};
  const notes = {IFD0: {Copyright: 'Anna', ImageDescription: 'Merelhof 3', Orientation: '6'}, ...home};

  test('is gone from all that is kept: no place, no name, no description', async () => {
    const told = await sharp(await aPicture())
      .withExif(notes)
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- Merelhof 3 --></x:xmpmeta>')
      .jpeg()
      .toBuffer();
    const before = await sharp(told).metadata();
    expect([before.exif?.includes('Merelhof 3'), before.xmp?.includes('Merelhof 3')]).toEqual([true, true]);

    const {url, small} = await added({bytes: told});

    for (const address of [url, small.url]) {
      const bytes = await bytesOf(address);
      const {exif, xmp, iptc, icc, comments} = await sharp(bytes).metadata();
      expect([exif, xmp, iptc, icc, comments]).toEqual([undefined, undefined, undefined, undefined, undefined]);
      expect(bytes.includes('Merelhof')).toBe(false);
      expect(bytes.includes('Exif')).toBe(false);
    }
    const {rows} = await app.database.owner.executeQuery<{content: Buffer}>(
      app.database.owner.selectFrom('photo_files').select('content').compile(),
    );
    expect(rows.some(({content}) => content.includes('Merelhof') || content.equals(told))).toBe(false);
  });

  test('of how it was held is done, since nobody can read it any more', async () => {
    const lying = await sharp(await aPicture({width: 800, height: 400}))
      .withExif({IFD0: {Orientation: '6'}})
      .jpeg()
      .toBuffer();
    const turned = await sharp(lying).withMetadata({orientation: 6}).toBuffer();

    expect(await added({bytes: turned})).toMatchObject({width: 400, height: 800});
  });
});

test('a photo is made as large as a page needs, in two sizes, and never larger than it was', async () => {
  const large = await added({bytes: await aPicture({width: 4000, height: 3000})});
  const little = await added({bytes: await aPicture({width: 300, height: 200})});

  expect(large).toMatchObject({width: 1600, height: 1200, small: {width: 640, height: 480}});
  expect(little).toMatchObject({width: 300, height: 200, small: {url: little.url, width: 300, height: 200}});
  expect(await sharp(await bytesOf(large.small.url)).metadata()).toMatchObject({format: 'jpeg', width: 640, height: 480});
});

test.each(['png', 'webp', 'avif'] as const)('a %s becomes what every browser and e-book shows', async (format) => {
  const bytes = await sharp(await aPicture())
    .toFormat(format)
    .toBuffer();

  const {url} = await added({bytes, type: `image/${format}`});

  expect((await sharp(await bytesOf(url)).metadata()).format).toBe('jpeg');
  for (const photo of await photosOf('tuin')) await takeAway(photo);
});

describe('a file', () => {
  test('is there for anybody, on any page, for a year, and never another one', async () => {
    const {url} = await added();
    const response = await get(url);
    const headers = Object.fromEntries(response.headers);

    expect(url).toMatch(new RegExp(`^${publicUrl}/v1/files/[0-9a-f]{64}\\.jpg$`));
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'",
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
    const again = await get(url, {'If-None-Match': headers['etag'] ?? ''});
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
    const head = await app.request(url, {method: 'HEAD'});
    expect([head.status, head.headers.get('Content-Length')]).toEqual([200, headers['content-length']]);
  });

  test.each(['', 'a.jpg', `${'0'.repeat(64)}.jpg`, `${'0'.repeat(64)}.png`, `${'0'.repeat(64)}.jpg.exe`, '..%2F..%2Fetc%2Fpasswd'])(
    'that nobody put there, “%s”, is not found',
    async (name) => {
      expect((await get(`/v1/files/${name}`)).status).toBe(404);
    },
  );

  test('can be written by nobody at its own address', async () => {
    expect((await app.request(`/v1/files/${'0'.repeat(64)}.jpg`, {method: 'PUT'})).status).toBe(405);
  });

  test('stays as long as somebody shows it, also in another community', async () => {
    const bytes = await aPicture();
    const [one, two] = [await added({bytes}), await added({bytes})];
    const theirs = await added({bytes, key: keys.elsewhere, in: 'groningen'});
    expect(new Set([one.url, two.url, theirs.url]).size).toBe(1);
    const isThere = async () => (await get(one.url)).status === 200 && (await get(one.small.url)).status === 200;

    await takeAway(one);
    expect(await isThere()).toBe(true);
    await takeAway(two);
    expect(await isThere()).toBe(true);
    await takeAway(theirs, keys.elsewhere, 'groningen');
    expect([(await get(one.url)).status, (await get(one.small.url)).status]).toEqual([404, 404]);
  });

  test('goes with the last photo that shows it, also when many are taken away and added at once', async () => {
    const bytes = await aPicture();
    const scope = aScope(app, zierikzee);
    for (const photo of await photosOf('winkel')) await takeAway(photo, await aKey(app, zierikzee, 'admin'));
    const add = () => addPhoto(scope, {...garden, initiative: 'winkel'}, bytes);
    await Promise.all([add(), add(), add(), add()]);
    const admin = await aKey(app, zierikzee, 'admin');

    const going = (await photosOf('winkel')).map((photo) => takeAway(photo, admin));
    const done = await Promise.all([...going, add().then(() => ({status: 200}))]);

    expect(done.map(({status}) => status)).toEqual([200, 200, 200, 200, 200]);
    const [left] = await photosOf('winkel');
    expect((await get(left!.url)).status).toBe(200);
    await takeAway(left!, admin);
    expect((await get(left!.url)).status).toBe(404);
  });

  test('goes with its initiative too', async () => {
    const scope = aScope(app, zierikzee);
    await createInitiative(scope, {slug: 'even', name: 'Even', kind: 'other', summary: {nl: 'Kort.'}});
    await addPhoto(scope, {...garden, initiative: 'even'}, await aPicture());
    const [photo] = await photosOf('even');

    await app.database.owner.deleteFrom('initiatives').where('slug', '=', 'even').execute();

    expect((await get(photo!.url)).status).toBe(404);
  });
});

describe('refused is', () => {
  test('what has no text or maker, both named at once', async () => {
    expect(await faultsOf(await send({query: {initiative: 'tuin'}}))).toEqual(['altNl required', 'credit required']);
    expect(await faultsOf(await send({query: {...garden, altNl: ' ', credit: 'x'.repeat(121)}}))).toEqual([
      'altNl too-short',
      'credit too-long',
    ]);
  });

  test('another kind of file, whatever it calls itself', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>');
    const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

    expect((await send({bytes: svg, type: 'image/svg+xml'})).status).toBe(415);
    for (const bytes of [svg, gif, Buffer.from('%PDF-1.7'), Buffer.from('hallo'), Buffer.alloc(0)])
      expect(await faultsOf(await send({bytes}))).toEqual(['# format']);
  });

  test('half a file', async () => {
    const whole = await aPicture({width: 2000, height: 1500});

    expect(await faultsOf(await send({bytes: whole.subarray(0, whole.length / 2)}))).toEqual(['# format']);
  });

  test('a small file that unpacks to a hundred million pixels, before it is unpacked', async () => {
    const bomb = await sharp({create: {width: 10_000, height: 10_000, channels: 3, background: 'white'}, limitInputPixels: false})
      .png({compressionLevel: 9})
      .toBuffer();
    expect(bomb.byteLength).toBeLessThan(1024 * 1024);
    const before = performance.now();

    expect(await faultsOf(await send({bytes: bomb, type: 'image/png'}))).toEqual(['# range']);
    expect(performance.now() - before).toBeLessThan(1000);
  });

  test('more than 10 MiB', async () => {
    expect((await send({bytes: Buffer.alloc(10 * 1024 * 1024 + 1)})).status).toBe(413);
  });

  test('a photo of what is not there, and one more than a page can show', async () => {
    expect((await send({query: {...garden, initiative: 'nergens'}})).status).toBe(403);
    const admin = await aKey(app, zierikzee, 'admin');
    expect(await faultsOf(await send({query: {...garden, initiative: 'nergens'}, key: admin}))).toEqual(['initiative unknown']);

    while ((await photosOf('tuin')).length < mostPhotos) await added();
    expect(await faultsOf(await send())).toEqual(['initiative range']);
    for (const photo of await photosOf('tuin')) await takeAway(photo);
  });
});

describe('only its own people and the community’s coordinators', () => {
  test('add, change and take away a photo of an initiative', async () => {
    const photo = await added();
    const statuses = async (key: string, home: string) => [
      (await send({key})).status,
      (await changed(photo, {credit: 'Dief'}, key)).status,
      (await takeAway(photo, key, home)).status,
    ];

    expect(await statuses(keys.other, 'zierikzee')).toEqual([403, 403, 403]);
    expect(await statuses(keys.elsewhere, 'groningen')).toEqual([403, 403, 404]);
    expect((await get(`/v1/communities/groningen/photos/${photo.id}`)).status).toBe(404);
    expect(await photosOf('tuin')).toContainEqual(photo);
  });
});

test('a photo that is sent twice with one key is there once, and the key goes with nothing else', async () => {
  const before = (await photosOf('tuin')).length;
  const bytes = await aPicture();
  const headers = {'Idempotency-Key': crypto.randomUUID()};

  const [first, second] = [await send({bytes, headers}), await send({bytes, headers})];

  expect([second.status, second.headers.get('Idempotency-Replayed')]).toEqual([201, 'true']);
  expect(await second.json()).toEqual(await first.json());
  expect(await photosOf('tuin')).toHaveLength(before + 1);
  expect((await send({bytes, headers, query: {...garden, credit: 'Bea'}})).status).toBe(409);
  expect((await send({headers})).status).toBe(409);
});

test('photos stand in every answer in their order, tell of every change, and are left out of files', async () => {
  const admin = await aKey(app, zierikzee, 'admin');
  const query = {...garden, initiative: 'winkel', altEn: 'Residents among the beans.'};
  const [one, two, three] = [await added({query, key: admin}), await added({query, key: admin}), await added({query, key: admin})];
  const events = async () =>
    (await (await get('/v1/communities/zierikzee/events?limit=100')).json()).data as {type: string; data: {slug: string}}[];
  const before = await events();

  await changed(three, {position: 0, alt: {nl: 'De toonbank.'}}, admin);
  await takeAway(one, admin);

  const shown = await photosOf('winkel');
  expect(shown).toEqual([{...three, alt: {nl: 'De toonbank.'}}, two]);
  expect(two.alt).toEqual({nl: 'Bewoners tussen de bonen.', en: 'Residents among the beans.'});
  const list = await (await get('/v1/communities/zierikzee/initiatives?q=winkel')).json();
  expect(list.data[0].photos).toEqual(shown);
  expect((await events()).slice(before.length).map(({type, data}) => `${type} ${data.slug}`)).toEqual([
    'nl.buurtkit.initiative.updated winkel',
    'nl.buurtkit.initiative.updated winkel',
  ]);
  const history = await (await get('/v1/communities/zierikzee/initiatives/winkel/history')).json();
  expect(history.data[0]).toMatchObject({actor: 'admin', action: 'initiative.updated', fields: ['photos']});
  for (const format of ['csv', 'geojson']) {
    const file = await get(`/v1/communities/zierikzee/exports?format=${format}`, {Authorization: `Bearer ${admin}`});
    expect(await file.text()).not.toContain('/v1/files/');
  }
});

test('who edits an initiative whose photos changed meanwhile is told so', async () => {
  const address = '/v1/communities/zierikzee/initiatives/tuin';
  const etag = (await get(address)).headers.get('ETag') ?? '';
  await added();

  const response = await app.request(address, write('PATCH', keys.organiser, {stage: 'paused'}, {'If-Match': etag}));

  expect(response.status).toBe(412);
});
