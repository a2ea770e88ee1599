import type {HistoryEntry} from '@buurtkit/contract';
import type {Caller, TrxScope} from '../scope.ts';

/** What was done (`initiative.updated`), to what, and which fields it touched. Ids only: no name, address or text. */
export type Act = {action: `${string}.${string}`; subjectId: string; fields?: readonly string[]};

/** Who does it where and when, in which transaction; a scope is one. */
export type Doing = Pick<TrxScope, 'trx' | 'caller' | 'now'> & {community: {id: string}};

/** Writes acts down for ever, in the transaction that does them. Whatever has an event is recorded with it. */
export async function recordActs(scope: Doing, acts: readonly Act[]): Promise<void> {
  if (acts.length === 0) return;
  await scope.trx
    .insertInto('audit')
    .values(
      acts.map(({action, subjectId, fields = []}) => ({
        community_id: scope.community.id,
        occurred_at: scope.now,
        actor: actorOf(scope.caller),
        actor_id: 'id' in scope.caller ? scope.caller.id : null,
        action,
        resource: action.slice(0, action.indexOf('.')),
        subject_id: subjectId,
        fields: [...fields],
      })),
    )
    .execute();
}

function actorOf(caller: Caller): HistoryEntry['actor'] {
  if ('role' in caller) return caller.role;
  return caller.kind === 'anonymous' ? 'resident' : caller.kind;
}
