import {postingText, type Account, type Entry, type ProblemCode, type Statement, type StatementLine} from '@buurtkit/contract';
import {ask, checkAnswer, checkProblem, freshKey, type Answered, type ApiUnderTest, type ShapeCase} from './api-under-test.ts';
import {check, checkEqual} from './checks.ts';
import {routeNamed} from './route-example.ts';
import {anAccount, setLimits, someEntry, someRequest} from './time-credit-examples.ts';

type Sides = {person: string; initiative: string};

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What holds for time credits: what is given arrives, once, and everything that is told of it agrees. */
export function timeCreditCases(api: ApiUnderTest): ShapeCase[] {
  const community = `/communities/${api.community}`;
  const {person, initiative, coordinator} = api.keys;

  const read = async <Content>(operationId: string, path: string, key = person) =>
    checkAnswer(await ask(api, 'GET', community + path, {key}), routeNamed(operationId), 200) as Content;
  const minutesOf = async (id: string) => (await read<Account>('getAccount', `/accounts/${id}`, coordinator)).minutes;
  const sides = async (): Promise<Sides> => ({person: await anAccount(api, person), initiative: await anAccount(api, initiative)});
  const give = (body: object, idempotencyKey = freshKey()): Promise<Answered> =>
    ask(api, 'POST', `${community}/transfers`, {key: person, body, idempotencyKey});

  /** Runs something and checks that it left both accounts as they were. */
  async function nothingMoves({person: one, initiative: other}: Sides, run: () => Promise<unknown>): Promise<void> {
    const before = [await minutesOf(one), await minutesOf(other)];
    await run();
    checkEqual([await minutesOf(one), await minutesOf(other)], before, 'What stands on the accounts');
  }

  return [
    {
      name: 'time credits: what one gives another gets, once, however often it is sent',
      async run() {
        const {person: from, initiative: to} = await sides();
        const before = [await minutesOf(from), await minutesOf(to)] as const;
        const idempotencyKey = freshKey();

        const answers = [];
        for (let times = 0; times < 3; times += 1) answers.push(await give({toAccountId: to, minutes: 30}, idempotencyKey));

        for (const answer of answers)
          checkEqual((checkAnswer(answer, routeNamed('createTransfer'), 201) as Entry).id, idempotencyKey, 'The id of the entry');
        checkEqual([await minutesOf(from), await minutesOf(to)], [before[0] - 30, before[1] + 30], 'What stands on the accounts');
      },
    },
    {
      name: 'time credits: what can’t be given has a code of its own, and nothing moves',
      async run() {
        const accounts = await sides();
        const {person: self, initiative: toAccountId} = accounts;
        const refusals: [body: object, code: ProblemCode][] = [
          [{toAccountId: self, minutes: 30}, 'transfer.to-self'],
          [{toAccountId, minutes: 31}, 'transfer.not-in-step'],
          [{toAccountId: freshKey(), minutes: 30}, 'account.not-found'],
          [{toAccountId, minutes: 30, fromAccountId: toAccountId}, 'account.not-found'],
        ];
        await nothingMoves(accounts, async () => {
          for (const [body, code] of refusals) checkProblem(await give(body), code);
          checkProblem(await give({toAccountId: 'geen', minutes: 1.5, memo: ''}), 'request.invalid', {
            faults: [
              {pointer: '#/toAccountId', code: 'format'},
              {pointer: '#/minutes', code: 'format'},
              {pointer: '#/memo', code: 'too-short'},
            ],
          });
          checkProblem(await give({toAccountId, minutes: 0}), 'request.invalid', {faults: [{pointer: '#/minutes', code: 'range'}]});
        });
      },
    },
    {
      name: 'time credits: a limit and a frozen account are told beforehand as they are told when giving',
      async run() {
        const accounts = await sides();
        const {person: id, initiative: toAccountId} = accounts;
        const body = {toAccountId, minutes: 60};
        const freeze = (isFrozen: boolean) => ask(api, 'PUT', `${community}/accounts/${id}/freeze`, {body: {isFrozen, reason: 'Proef.'}});
        const refusesBoth = async (code: ProblemCode) => {
          const previewed = await ask(api, 'POST', `${community}/transfer-previews`, {key: person, idempotencyKey: null, body});
          const preview = checkAnswer(previewed, routeNamed('previewTransfer'), 200) as {isAllowed: boolean; code: string | null};
          checkEqual([preview.isAllowed, preview.code], [false, code], 'The preview');
          checkProblem(await give(body), code);
        };

        const stands = await minutesOf(id);
        await give({toAccountId, minutes: Math.max(30, Math.ceil((stands + 30) / 30) * 30)});
        await setLimits(api, id, {min: 0, max: null});
        await nothingMoves(accounts, () => refusesBoth('transfer.limit-reached'));
        await setLimits(api, id, {min: -525_600_000, max: null});
        checkAnswer(await freeze(true), routeNamed('freezeAccount'), 200);
        await nothingMoves(accounts, () => refusesBoth('account.frozen'));
        checkAnswer(await freeze(false), routeNamed('freezeAccount'), 200);
        checkAnswer(await give(body), routeNamed('createTransfer'), 201);
      },
    },
    {
      name: 'time credits: what moved comes page by page, each line once, and adds up to what stands there',
      async run() {
        const {person: id} = await sides();
        for (let times = 0; times < 3; times += 1) await someEntry(api);
        const seen: StatementLine[] = [];
        let cursor = '';
        do {
          const path = `/accounts/${id}/entries?limit=2${cursor}`;
          const page = await read<{data: StatementLine[]; next: string | null; total: number}>('listAccountEntries', path);
          seen.push(...page.data);
          check(seen.length <= page.total, 'Paging comes to an end');
          // What moves meanwhile stands before the first page, and moves no other.
          if (cursor === '') await someEntry(api);
          cursor = page.next === null ? '' : `&cursor=${page.next}`;
        } while (cursor !== '');

        checkEqual(new Set(seen.map(({entryId}) => entryId)).size, seen.length, 'How many were seen once');
        checkEqual(
          seen.reduce((sum, {minutes}) => sum + minutes, 0),
          seen[0]?.balanceMinutes,
          'The sum of what moved',
        );
        checkProblem(await ask(api, 'GET', `${community}/accounts/${id}/entries?cursor=zomaar`, {key: person}), 'request.invalid', {
          faults: [{parameter: 'cursor', code: 'format'}],
        });
      },
    },
    {
      name: 'time credits: a month ends with what the next begins with, and its lines lead from one to the other',
      async run() {
        const {person: id} = await sides();
        await someEntry(api);
        const now = new Date();
        const months = [0, 1].map((more) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + more)).toISOString().slice(0, 7));
        const statement = (month: string | undefined) => read<Statement>('getStatement', `/accounts/${id}/statements/${month}`);
        const [current, coming] = [await statement(months[0]), await statement(months[1])];

        const {openingMinutes, receivedMinutes, givenMinutes, closingMinutes, lines} = current;
        checkEqual(closingMinutes, openingMinutes + receivedMinutes - givenMinutes, 'The end of the month');
        checkEqual(lines.at(-1)?.balanceMinutes, closingMinutes, 'The last line');
        checkEqual(coming.openingMinutes, closingMinutes, 'The beginning of the next month');
      },
    },
    {
      name: 'time credits: a receipt’s hash is that of its text, which names what it shows; neither side sees the other’s secret',
      async run() {
        const accounts = await sides();
        const path = (await someEntry(api)).replace(community, '');
        for (const [key, own] of [
          [person, accounts.person],
          [initiative, accounts.initiative],
        ] as const) {
          const {id, postings, proof} = await read<Entry>('getEntry', path, key);
          checkEqual(await digestOf(proof.hashedText), proof.hash, 'The hash');
          check(
            proof.hashedText.includes(id) && proof.hashedText.includes(proof.previousHash),
            'The text names the entry and the one before',
          );
          const shown = postings.filter(({salt}) => salt !== null);
          checkEqual(
            shown.map(({accountId}) => accountId),
            [own],
            'Whose salt is shown',
          );
          const {accountId, minutes, salt} = shown[0]!;
          check(
            proof.hashedText.split('\n').includes(await digestOf(postingText({accountId, minutes, salt: salt!}))),
            'The text names what one gave or got',
          );
        }
        checkProblem(await ask(api, 'GET', community + path, {key: api.keys.partner}), 'entry.not-found');
      },
    },
    {
      name: 'time credits: a request is decided on once, and only by who is asked',
      async run() {
        const accounts = await sides();
        const path = await someRequest(api);
        await nothingMoves(accounts, async () =>
          checkProblem(await ask(api, 'POST', `${path}/acceptance`, {key: initiative}), 'account.not-found'),
        );
        checkAnswer(await ask(api, 'POST', `${path}/acceptance`, {key: person}), routeNamed('acceptPaymentRequest'), 201);
        await nothingMoves(accounts, async () => {
          checkProblem(await ask(api, 'POST', `${path}/acceptance`, {key: person}), 'payment-request.decided');
          checkProblem(await ask(api, 'POST', `${path}/withdrawal`, {key: initiative}), 'payment-request.decided');
        });
      },
    },
  ];
}
