import {ProblemError} from '../../problem-error.ts';
import type {Scope, TrxScope} from '../../scope.ts';

type Owners = {initiative_id: string | null; partner_id: string | null};

/** An organiser is there for the work of their own initiative or organisation, and for nothing else. */
export async function requireOrganiser(scope: TrxScope, owners: Owners): Promise<void> {
  const {caller} = scope;
  if (!('role' in caller) || caller.role !== 'organiser') return;
  const [resource, slug] = (caller.target ?? '').split(':');
  const isOwn =
    resource === 'initiative'
      ? owners.initiative_id !== null && owners.initiative_id === (await findId(scope, 'initiatives', slug))
      : owners.partner_id !== null && owners.partner_id === (await findId(scope, 'partners', slug));
  if (!isOwn) throw new ProblemError('auth.not-allowed');
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
