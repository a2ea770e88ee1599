import {isWrite, type Route} from '@buurtkit/contract';
import type {RequestContext} from '../http/request-context.ts';
import type {Caller, TrxScope} from '../scope.ts';
import {clientAddress, networkOf} from './client-address.ts';
import {claimProof, verifyProof} from './proof.ts';
import {consumeAnonymousWrite} from './rate-limits.ts';
import {keyedHash} from './server-secret.ts';

/** A write for anybody, from somebody who shows no key: the door is on. */
function hasDoor(c: RequestContext, entry: Route): boolean {
  return entry.roles === 'public' && isWrite(entry) && c.get('services').config.hasDefences;
}

const hasKey = (c: RequestContext) => /^Bearer /i.test(c.req.header('Authorization') ?? '');

/**
 * Holds back who writes more than anybody does, before anything is read or looked up. Who shows a key is let by until it is
 * known whose it is: pass the caller then.
 */
export async function passLimits(c: RequestContext, entry: Route, caller?: Caller): Promise<void> {
  if (!hasDoor(c, entry)) return;
  const isItsTurn = caller === undefined ? !hasKey(c) : hasKey(c) && isAnybody(caller);
  if (!isItsTurn) return;
  const {database, config} = c.get('services');
  await consumeAnonymousWrite(database, networkOf(clientAddress(c, config.trustedProxies)));
}

/**
 * Takes the proof of work of who has no key. Inside the write's transaction, so that a proof is used when something was
 * written and not before; who repeats a request that was answered needs none.
 */
export async function passProof(c: RequestContext, entry: Route, scope: TrxScope): Promise<void> {
  if (!hasDoor(c, entry) || scope.caller.kind !== 'anonymous') return;
  await claimProof(scope, await verifyProof(scope.database, c.req.header('Authorization')));
}

/** Nobody in particular, or a person of whom nothing is known but that they signed in, as anybody may in many a community. */
export function isAnybody(caller: Caller): boolean {
  return caller.kind === 'anonymous' || (caller.kind === 'member' && caller.role === 'member');
}

/** From which network a request comes: it tells whether two come from the same one, and not which. */
export async function networkHash(c: RequestContext): Promise<Buffer> {
  const {database, config} = c.get('services');
  return keyedHash(database, 'client-address', networkOf(clientAddress(c, config.trustedProxies)));
}
