import type {NewListing, Role} from '@buurtkit/contract';
import {sql} from 'kysely';
import {findAccountRow} from '../../ledger/accounts/account-row.ts';
import {aLedger, aMemberOf, type LedgerUnderTest, type MemberUnderTest} from '../../ledger/testing/a-ledger.ts';
import {inTransaction, type Scope} from '../../scope.ts';
import type {TestApp} from '../../testing/test-app.ts';
import {createListing} from '../listings/create-listing.ts';

export type Neighbour = MemberUnderTest & {scope: Scope};

export type Neighbourhood = LedgerUnderTest & {
  /** Asks and is asked. */
  anna: Neighbour;
  bram: Neighbour;
  /** Has nothing to do with it. */
  carla: Neighbour;
  coordinator: Neighbour;
};

export const start = new Date('2026-11-22T09:00:00Z');

/** A community of its own with two neighbours, a third, and a coordinator; neighbours may go below zero unless told otherwise. */
export async function aNeighbourhood(app: TestApp, settings: Parameters<typeof aLedger>[1] = {}): Promise<Neighbourhood> {
  const ledger = await aLedger(app, {now: start, ...settings});
  const neighbour = (name: string, role: Role = 'member') => aNeighbour(app, ledger, name, role);
  return {
    ...ledger,
    anna: await neighbour('Anna van Dijk'),
    bram: await neighbour('Bram de Wit'),
    carla: await neighbour('Carla Bos'),
    coordinator: await neighbour('Dirk Prins', 'coordinator'),
  };
}

export async function aNeighbour(app: TestApp, ledger: LedgerUnderTest, name: string, role: Role = 'member'): Promise<Neighbour> {
  const email = `${name.split(' ')[0]!.toLowerCase()}@example.nl`;
  const member = await aMemberOf(app, ledger, {name, role, email});
  const caller = {kind: 'member', id: member.memberId, role, target: null, sessionId: member.sessionId} as const;
  return {...member, scope: {...ledger.scope, caller}};
}

/** The same person, so many days later. */
export function after(days: number, {scope}: Pick<Neighbour, 'scope'>): Scope {
  return {...scope, now: new Date(scope.now.getTime() + days * 86_400_000)};
}

/** A request of 60 minutes, placed by this neighbour. */
export async function aRequestBy({scope}: Neighbour, more: Partial<NewListing> = {}): Promise<string> {
  const {id} = await createListing(scope, {kind: 'request', title: {nl: 'Heg knippen'}, category: 'garden', minutes: 60, ...more});
  return id;
}

export async function balanceOf({scope, accountId}: Pick<Neighbour, 'scope' | 'accountId'>): Promise<{balance: number; held: number}> {
  const row = await inTransaction(scope, (trxScope) => findAccountRow(trxScope, accountId));
  return {balance: Number(row?.balance), held: Number(row?.held)};
}

/** What the ledger's own check finds wrong, which is nothing. */
export async function ledgerFaults(app: TestApp, {scope}: LedgerUnderTest): Promise<unknown[]> {
  const {rows} = await sql`select * from verify_ledger(${scope.community.id})`.execute(app.database.owner);
  return rows;
}

/** What comes of something: `done`, or the code of why not. */
export function outcomeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'done',
    (error: {code?: string}) => {
      if (error.code === undefined) throw error;
      return error.code;
    },
  );
}
