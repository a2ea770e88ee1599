import type * as contract from '@buurtkit/contract';
import {expectTypeOf, test} from 'vitest';
import {
  createClient,
  type Account,
  type Client,
  type Community,
  type Entry,
  type EntryQuery,
  type Initiative,
  type InitiativeChanges,
  type InitiativeListItem,
  type InitiativeQuery,
  type NewInitiative,
  type NewTransfer,
  type Page,
  type PaymentRequest,
  type PaymentRequestQuery,
  type Problem,
  type ProblemCode,
  type Statement,
  type WrittenEntry,
} from './index.ts';

// These are checked by `npm run typecheck`.
declare const client: Client;
const ask = (question: () => unknown): void => void question.name;

test('the generated types are those of the contract', () => {
  expectTypeOf<Initiative>().toEqualTypeOf<contract.Initiative>();
  expectTypeOf<InitiativeListItem>().toEqualTypeOf<contract.InitiativeListItem>();
  expectTypeOf<NewInitiative>().toEqualTypeOf<contract.NewInitiative>();
  expectTypeOf<InitiativeChanges>().toEqualTypeOf<contract.InitiativeChanges>();
  expectTypeOf<Community>().toEqualTypeOf<contract.Community>();
  expectTypeOf<Account>().toEqualTypeOf<contract.Account>();
  expectTypeOf<Entry>().toEqualTypeOf<contract.Entry>();
  expectTypeOf<Statement>().toEqualTypeOf<contract.Statement>();
  expectTypeOf<NewTransfer>().toEqualTypeOf<contract.NewTransfer>();
  expectTypeOf<PaymentRequest>().toEqualTypeOf<contract.PaymentRequest>();
  expectTypeOf<EntryQuery>().toEqualTypeOf<contract.EntryQuery>();
  expectTypeOf<PaymentRequestQuery>().toEqualTypeOf<contract.PaymentRequestQuery>();
  expectTypeOf<ProblemCode>().toEqualTypeOf<contract.ProblemCode>();
  expectTypeOf<Omit<Problem, 'code'>>().toEqualTypeOf<Omit<contract.Problem, 'code'>>();
  expectTypeOf<contract.InitiativeQuery>().toExtend<InitiativeQuery & {format?: unknown}>();
});

test('a list is awaited as a page and walked through as items', () => {
  ask(async () => {
    expectTypeOf(await client.initiatives.list()).toEqualTypeOf<Page<InitiativeListItem>>();
    for await (const initiative of client.initiatives.list({kind: ['shop']})) expectTypeOf(initiative).toEqualTypeOf<InitiativeListItem>();
  });
});

test('with fields there are only those, and the id', () => {
  ask(async () => {
    const {data} = await client.initiatives.list({fields: ['name', 'place']});
    expectTypeOf(data).toEqualTypeOf<Pick<InitiativeListItem, 'id' | 'name' | 'place'>[]>();
  });
});

test('who gives hears whether it had been done already', () => {
  ask(async () => {
    const entry = await client.transfers.create({toAccountId: '', minutes: 30}, {intent: 'form'});
    expectTypeOf(entry).toEqualTypeOf<WrittenEntry>();
    expectTypeOf(entry.isReplay).toEqualTypeOf<boolean>();
    expectTypeOf(await client.accounts.statementFile('', '2026-11', 'pdf')).toEqualTypeOf<Blob>();
  });
});

test('what the API would refuse, the compiler refuses first', () => {
  ask(() => [
    // @ts-expect-error -- no such kind
    client.initiatives.list({kind: ['castle']}),
    // @ts-expect-error -- no such filter
    client.initiatives.list({colour: 'red'}),
    // @ts-expect-error -- the SDK asks for JSON only
    client.initiatives.list({format: 'csv'}),
    // @ts-expect-error -- a story isn't in a list
    client.initiatives.list({fields: ['story']}),
    // @ts-expect-error -- a name is needed
    client.initiatives.create({kind: 'shop', summary: {nl: 'Winkel.'}}),
    // @ts-expect-error -- a change says what was seen
    client.initiatives.change('de-winkel', {stage: 'paused'}),
    // @ts-expect-error -- what is given has an amount
    client.transfers.create({toAccountId: ''}),
    // @ts-expect-error -- only the files that there are
    client.accounts.statementFile('', '2026-11', 'xlsx'),
    // @ts-expect-error -- a client is for one community
    createClient({api: 'https://api.example.nl'}),
  ]);
});

test('a code that a later server gives can be compared with', () => {
  expectTypeOf<Problem['code']>().toEqualTypeOf<ProblemCode | (string & {})>();
});
