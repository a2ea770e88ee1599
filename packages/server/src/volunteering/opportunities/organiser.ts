import type {Role} from '@buurtkit/contract';
import {ProblemError} from '../../problem-error.ts';
import type {Scope, TrxScope} from '../../scope.ts';

type Owners = {initiative_id: string | null; partner_id: string | null};

const atTheDesk: readonly Role[] = ['organiser', 'desk', 'coordinator', 'admin'];

/** An organiser is there for the work of their own initiative or organisation, and for nothing else. */
export async function requireOrganiser(scope: TrxScope, owners: Owners): Promise<void> {
  if (!(await isOwnWork(scope, owners))) throw new ProblemError('auth.not-allowed');
}

/** Whether the caller signs people up for this work and knows who they are; everybody else comes as anybody does. */
export async function isStaffOf(scope: TrxScope, owners: Owners): Promise<boolean> {
  const {caller} = scope;
  if (!('role' in caller)) return caller.kind === 'command';
  return atTheDesk.includes(caller.role) && (await isOwnWork(scope, owners));
}

async function isOwnWork(scope: TrxScope, owners: Owners): Promise<boolean> {
  const own = await ownersOf(scope);
  return own === null || (own.id !== null && owners[own.column] === own.id);
}

/** Which work an organiser may see; null is all of it. */
export async function ownersOf(scope: TrxScope | Scope): Promise<{column: 'initiative_id' | 'partner_id'; id: string | null} | null> {
  const {caller} = scope;
  if (!('role' in caller) || caller.role !== 'organiser') return null;
  const [resource, slug] = (caller.target ?? '').split(':');
  const isInitiative = resource === 'initiative';
  return {column: isInitiative ? 'initiative_id' : 'partner_id', id: await findId(scope, isInitiative ? 'initiatives' : 'partners', slug)};
}

async function findId(scope: TrxScope | Scope, table: 'initiatives' | 'partners', slug = ''): Promise<string | null> {
  const db = 'trx' in scope ? scope.trx : scope.database.public;
  const row = await db
    .selectFrom(table)
    .select('id')
    .where('community_id', '=', scope.community.id)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.id ?? null;
}
