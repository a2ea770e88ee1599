import type {Event} from '@buurtkit/contract';
import {sql} from 'kysely';
import {afterAll, expect, test} from 'vitest';
import type {Community} from '../communities/community.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {changeInitiative} from '../initiatives/change-initiative.ts';
import {importFile} from '../testing/data-in-and-out.ts';
import {aCommunity, aScope, createTestApp} from '../testing/test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());

type Page = {data: Event[]; next: string; hasMore: boolean};

async function pageAfter(community: string, after: string | null, limit = 100): Promise<Page> {
  const query = after === null ? '' : `&after=${encodeURIComponent(after)}`;
  return (await (await app.request(`/v1/communities/${community}/events?limit=${limit}${query}`)).json()) as Page;
}

/** Everything from a position on, read in small pages as a poller does. */
async function readAll(community: string, from: string | null = null, limit = 7): Promise<Event[]> {
  const seen: Event[] = [];
  for (let after = from, hasMore = true; hasMore;) {
    const page = await pageAfter(community, after, limit);
    seen.push(...page.data);
    ({next: after, hasMore} = page);
  }
  return seen;
}

const anInitiative = (name: string) => ({name, kind: 'other' as const, summary: {nl: 'Samen.'}});
const sequences = (events: Event[]) => events.map(({sequence}) => Number(sequence));
const upTo = (count: number) => Array.from({length: count}, (_, index) => index + 1);

async function add(community: Community, name: string, now = new Date()): Promise<void> {
  await createInitiative({...aScope(app, community), now}, anInitiative(name));
}

test('a crowd that writes at once gets numbers without gaps, in one order that never changes', async () => {
  const community = await aCommunity(app, {slug: 'druk'});
  await Promise.all(upTo(60).map((number) => add(community, `Tuin ${number}`)));

  const events = await readAll('druk');

  expect(sequences(events)).toEqual(upTo(60));
  expect(new Set(events.map(({id}) => id)).size).toBe(60);
  expect(await readAll('druk', null, 60)).toEqual(events);
});

test('a write that failed leaves no gap', async () => {
  const community = await aCommunity(app, {slug: 'mislukt'});
  await add(community, 'Eén');
  await expect(changeInitiative(aScope(app, community), 'bestaat-niet', {stage: 'paused'}, '*')).rejects.toMatchObject({
    code: 'initiative.not-found',
  });
  await expect(createInitiative(aScope(app, community), {...anInitiative('Twee'), slug: 'een'})).rejects.toMatchObject({
    code: 'slug.taken',
  });
  await add(community, 'Drie');

  expect(sequences(await readAll('mislukt'))).toEqual([1, 2]);
});

test('who reads while others write and import, misses nothing and sees nothing twice', async () => {
  const community = await aCommunity(app, {slug: 'bezig'});
  const rows = upTo(300).map((number) => `r-${number},Winkel ${number},shop,Samen.`);
  const file = ['slug,name,kind,summary_nl', ...rows, ''].join('\r\n');
  let isWriting = true;
  const seen: Event[] = [];
  const reader = (async () => {
    let after: string | null = null;
    for (;;) {
      const isLast = !isWriting;
      const page = await pageAfter('bezig', after, 13);
      seen.push(...page.data);
      after = page.next;
      if (isLast && !page.hasMore) return;
    }
  })();

  await Promise.all([importFile(aScope(app, community), file), ...upTo(40).map((number) => add(community, `Tuin ${number}`))]);
  isWriting = false;
  await reader;

  expect(sequences(seen)).toEqual(upTo(340));
  expect(new Set(seen.map(({data}) => data.id)).size).toBe(340);
});

test('processes whose clocks differ lose nothing of a region', async () => {
  const [early, late] = [await aCommunity(app, {slug: 'vroeg'}), await aCommunity(app, {slug: 'laat'})];
  await aCommunity(app, {slug: 'klokken', kind: 'region', members: ['vroeg', 'laat']});
  const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 12, minutes));
  const seen: Event[] = [];
  let after: string | null = null;

  for (const [community, minute] of [
    [late, 50],
    [early, 0],
    [late, 10],
    [early, 59],
    [late, 0],
    [early, 1],
  ] as const) {
    await add(community, `Tuin om ${minute}`, at(minute));
    const page = await pageAfter('klokken', after, 1);
    seen.push(...page.data);
    after = page.next;
  }
  seen.push(...(await readAll('klokken', after, 1)));

  for (const slug of ['vroeg', 'laat']) expect(sequences(seen.filter(({data}) => data.community === slug))).toEqual([1, 2, 3]);
  expect(seen).toHaveLength(6);
  expect((await readAll('klokken', null, 2)).map(({id}) => id).sort()).toEqual(seen.map(({id}) => id).sort());
});

test('a member that joins a region later is read from its beginning', async () => {
  const old = await aCommunity(app, {slug: 'oud-lid'});
  const fresh = await aCommunity(app, {slug: 'nieuw-lid'});
  const region = await aCommunity(app, {slug: 'groeiend', kind: 'region', members: ['oud-lid']});
  await add(old, 'Oud');
  await add(fresh, 'Al eerder daar');
  const {next} = await pageAfter('groeiend', null);

  await sql`insert into community_members (community_id, member_id) values (${region.id}, ${fresh.id})`.execute(app.database.owner);

  expect((await pageAfter('groeiend', next)).data.map(({data}) => data.community)).toEqual(['nieuw-lid']);
});

test('nothing new is an empty page with the same position', async () => {
  const community = await aCommunity(app, {slug: 'rustig'});
  await add(community, 'Enige');
  const {next} = await pageAfter('rustig', null);

  const again = await pageAfter('rustig', next);

  expect(again).toEqual({data: [], next, hasMore: false});
});
