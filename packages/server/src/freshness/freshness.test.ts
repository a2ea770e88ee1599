import {createHash} from 'node:crypto';
import type {Initiative} from '@buurtkit/contract';
import {sql} from 'kysely';
import {expect, test} from 'vitest';
import type {Community} from '../communities/community.ts';
import {createInitiative} from '../initiatives/create-initiative.ts';
import {communityScope} from '../jobs/community-scope.ts';
import {mailSweeper} from '../mail/send-mails.ts';
import {addPerson} from '../people/store.ts';
import {inTransaction} from '../scope.ts';
import {aCommunity, testApp, type TestApp} from '../testing/test-app.ts';
import {confirmStillTrue} from './confirm-still-true.ts';
import {freshnessSweeper} from './freshness-sweeper.ts';

const day = 86_400_000;
const dayOf = (moment: Date | number) => new Date(moment).toISOString().slice(0, 10);
const plusDays = (date: string, days: number) => dayOf(Date.parse(date) + days * day);

/** The same date so many months on, or the last of that month. */
function plusMonths(date: string, months: number): string {
  const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastOfMonth)));
}

/** Who answers to which mail of three and after how many days; null is never. */
type Habit = {answersTo: 1 | 2 | 3; after: number} | null;
type Neighbour = {slug: string; begins: string; habit: Habit; people: number; peopleFrom?: string};

const neighbours: Neighbour[] = [
  {slug: 'trouw', begins: '2026-01-31', habit: {answersTo: 1, after: 2}, people: 1},
  {slug: 'traag', begins: '2026-02-14', habit: {answersTo: 2, after: 20}, people: 1},
  {slug: 'op-het-nippertje', begins: '2026-03-01', habit: {answersTo: 3, after: 20}, people: 2},
  {slug: 'zwijgt', begins: '2025-08-31', habit: null, people: 1},
  {slug: 'zwijgt-samen', begins: '2026-02-28', habit: null, people: 3},
  {slug: 'niemand', begins: '2026-01-10', habit: null, people: 0},
  {slug: 'dezelfde-dag', begins: '2026-05-05', habit: {answersTo: 1, after: 0}, people: 1},
];

const ownDaysOf = (id: string) => createHash('sha256').update(id).digest().readUInt16BE(0) % 14;

type Sent = {day: string; slug: string; time: number; people: number};

/** What docs/freshness.md gives, worked out with a calendar and nothing of the code that it checks. */
function expectedMails({slug, begins, habit, people}: Neighbour, id: string, until: string): {mails: Sent[]; marks: string[]} {
  const mails: Sent[] = [];
  const marks: string[] = [];
  for (let from = begins; people > 0;) {
    const first = plusDays(plusMonths(from, 6), ownDaysOf(id));
    if (first > until) break;
    const times = habit?.answersTo ?? 3;
    for (let time = 1; time <= times; time += 1) mails.push({day: plusDays(first, 21 * (time - 1)), slug, time, people});
    const last = plusDays(first, 21 * (times - 1));
    if (habit === null) marks.push(plusDays(last, 21));
    from = habit === null ? plusMonths(from, 6) : plusDays(last, habit.after);
  }
  return {mails: mails.filter((mail) => mail.day <= until), marks: marks.filter((mark) => mark <= until)};
}

async function anInitiative(app: TestApp, community: Community, {slug, begins, people}: Pick<Neighbour, 'slug' | 'begins' | 'people'>) {
  const scope = await communityScope(app.services, community.id, new Date(`${begins}T11:00:00Z`));
  const {id} = await createInitiative(scope, {slug, name: slug, kind: 'other', summary: {nl: 'Samen.'}});
  for (let number = 1; number <= people; number += 1)
    await inTransaction(scope, (trx) => addPerson(trx, id, {email: `${slug}-${number}@example.nl`, name: null, language: 'nl'}));
  return id;
}

async function sweepTwice({services}: TestApp, now: Date): Promise<void> {
  await Promise.all([freshnessSweeper.sweep(services, now), freshnessSweeper.sweep(services, now)]);
}

test(
  'in twenty-four months exactly those mails leave that the rules give, each once, however many servers ask',
  {timeout: 300_000},
  async () => {
    const app = await testApp();
    const community = await aCommunity(app, {slug: 'zierikzee'});
    const ids = new Map<string, string>();
    for (const neighbour of neighbours) ids.set(neighbour.slug, await anInitiative(app, community, neighbour));
    const [start, until] = ['2026-02-01', '2028-02-01'];
    const slugOf = new Map([...ids].map(([slug, id]) => [id, slug]));
    const sent: Sent[] = [];
    const marks: {day: string; slug: string}[] = [];
    const answers = new Map<string, string[]>();
    const seen = new Set<string>();

    for (let date = start; date <= until; date = plusDays(date, 1)) {
      const now = new Date(`${date}T16:30:00Z`);
      await sweepTwice(app, now);
      const mails = await app.database.owner.selectFrom('mails').select('once').execute();
      const byMail = Map.groupBy(
        mails.filter(({once}) => !seen.has(once)),
        ({once}) => once.split(' ').slice(1, 4).join(' '),
      );
      for (const [name, copies] of byMail) {
        const [id = '', , time] = name.split(' ');
        const slug = slugOf.get(id) ?? '';
        sent.push({day: date, slug, time: Number(time), people: copies.length});
        const {habit} = neighbours.find((one) => one.slug === slug)!;
        if (habit?.answersTo === Number(time))
          answers.set(plusDays(date, habit.after), [...(answers.get(plusDays(date, habit.after)) ?? []), id]);
      }
      for (const {once} of mails) seen.add(once);
      const old = await app.database.owner.selectFrom('events').select(['subject_slug', 'type']).where('occurred_at', '=', now).execute();
      marks.push(...old.map(({subject_slug: slug}) => ({day: date, slug})));
      const answered = await communityScope(app.services, community.id, new Date(now.getTime() + 60_000));
      for (const id of answers.get(date) ?? []) await inTransaction(answered, (trx) => confirmStillTrue(trx, id));
    }

    const expected = neighbours.map((neighbour) => ({neighbour, ...expectedMails(neighbour, ids.get(neighbour.slug) ?? '', until)}));
    const inOrder = (mails: Sent[]) => mails.toSorted((one, other) => `${one.day} ${one.slug}`.localeCompare(`${other.day} ${other.slug}`));
    expect(inOrder(sent)).toEqual(inOrder(expected.flatMap(({mails}) => mails)));
    expect(sent.length).toBeGreaterThan(30);
    expect(marks.toSorted((one, other) => `${one.day} ${one.slug}`.localeCompare(`${other.day} ${other.slug}`))).toEqual(
      expected
        .flatMap(({neighbour: {slug}, marks: days}) => days.map((each) => ({day: each, slug})))
        .toSorted((one, other) => `${one.day} ${one.slug}`.localeCompare(`${other.day} ${other.slug}`)),
    );
    const {rows} = await sql<{slug: string; is_recently_checked: boolean}>`select slug, is_recently_checked from initiatives`.execute(
      app.database.owner,
    );
    expect(
      rows
        .filter((row) => !row.is_recently_checked)
        .map(({slug}) => slug)
        .sort(),
    ).toEqual(['zwijgt', 'zwijgt-samen']);
    expect(rows).toHaveLength(neighbours.length);
  },
);

test('half a year after 31 August is the last day of February, also for an initiative whose own day is the first', async () => {
  const app = await testApp();
  const community = await aCommunity(app, {slug: 'zierikzee'});
  const plan = {begins: '2025-08-31', people: 1};
  let id = await anInitiative(app, community, {...plan, slug: 'nummer-0'});
  for (let number = 1; ownDaysOf(id) > 0; number += 1) {
    await app.database.owner.deleteFrom('initiatives').where('id', '=', id).execute();
    id = await anInitiative(app, community, {...plan, slug: `nummer-${number}`});
  }
  const askedOn: string[] = [];
  for (let date = '2026-02-20'; askedOn.length === 0 && date < '2026-03-20'; date = plusDays(date, 1)) {
    await freshnessSweeper.sweep(app.services, new Date(`${date}T16:30:00Z`));
    if ((await app.database.owner.selectFrom('mails').select('once').execute()).length > 0) askedOn.push(date);
  }
  expect(askedOn).toEqual(['2026-02-28']);
});

test('one press on the page behind the mail says that it is right, and a GET says nothing', async () => {
  const app = await testApp();
  const community = await aCommunity(app, {slug: 'zierikzee'});
  await anInitiative(app, community, {slug: 'dorpshuis', begins: '2026-01-10', people: 1});
  const now = new Date('2026-08-03T10:00:00Z');
  app.setNow(now);
  await sql`update initiatives set is_recently_checked = false`.execute(app.database.owner);
  for (const date of ['2026-07-09', '2026-07-25']) await freshnessSweeper.sweep(app.services, new Date(`${date}T16:30:00Z`));
  await mailSweeper.sweep(app.services, now);
  const [mail] = app.mails;
  const [address = ''] = /http:\/\/localhost:8787\/l\/[\w-]{22}/.exec(mail?.text ?? '') ?? [];
  const read = async () => (await (await app.request('/v1/communities/zierikzee/initiatives/dorpshuis')).json()) as Initiative;

  const page = await (await app.request(address)).text();

  expect(await read()).toMatchObject({checkedAt: null, isRecentlyChecked: false});
  const token = /name="formToken"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="formToken"/.exec(page);
  const pressed = await app.request(address, {
    method: 'POST',
    headers: {'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://localhost:8787'},
    body: new URLSearchParams({formToken: token?.[1] ?? token?.[2] ?? ''}).toString(),
  });
  expect(pressed.status).toBe(200);
  expect(await read()).toMatchObject({checkedAt: now.toISOString(), isRecentlyChecked: true});
  const history = await (await app.request('/v1/communities/zierikzee/initiatives/dorpshuis/history')).json();
  expect(history).toMatchObject({data: [{action: 'initiative.updated', fields: ['checkedAt']}, {action: 'initiative.created'}]});
  expect((await app.request(address)).status).toBe(410);
});

test('a page that nobody checked lately says so', async () => {
  const app = await testApp();
  const community = await aCommunity(app, {slug: 'zierikzee'});
  await anInitiative(app, community, {slug: 'dorpshuis', begins: '2025-01-10', people: 1});
  const page = async () => (await app.request('/zierikzee/initiatieven/dorpshuis')).text();
  expect(await page()).not.toContain('Niet recent gecontroleerd');

  for (let days = 0; days < 90; days += 1)
    await freshnessSweeper.sweep(app.services, new Date(Date.parse('2026-02-01T16:30:00Z') + days * day));

  expect(await page()).toContain('Niet recent gecontroleerd');
});

test('a thousand that were brought in at once are not asked at once, and nobody by night', async () => {
  const app = await testApp();
  const community = await aCommunity(app, {slug: 'zierikzee'});
  for (let number = 1; number <= 60; number += 1)
    await anInitiative(app, community, {slug: `tuin-${number}`, begins: '2024-01-10', people: 1});

  await freshnessSweeper.sweep(app.services, new Date('2026-02-01T01:00:00Z'));

  const due = await app.database.owner.selectFrom('freshness').select('due_at').execute();
  const hours = due.map(({due_at: at}) => (at.getUTCHours() + 1) % 24);
  expect([Math.min(...hours) >= 9, Math.max(...hours) < 17]).toEqual([true, true]);
  expect(new Set(due.map(({due_at: at}) => dayOf(at))).size).toBeGreaterThan(10);
  expect(await app.database.owner.selectFrom('mails').select('id').execute()).toEqual([]);
});
