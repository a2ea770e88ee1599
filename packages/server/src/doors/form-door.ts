import {formDoorMessages} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {RequestContext} from '../http/request-context.ts';
import {once, requestHash} from '../http/idempotency.ts';
import {inTransaction, type Scope, type TrxScope} from '../scope.ts';
import {clientAddress, networkOf} from './client-address.ts';
import {ageOfForm, formToken} from './form-token.ts';
import {consumeAnonymousWrite} from './rate-limits.ts';

const shortest = 4000;
/** A form counts for four: without a proof of work a quarter of the rate is left. */
const weight = 4;
const trap = 'homepage';

export type FormVerdict = 'passed' | 'too-soon' | 'stale' | 'trapped';

/** What every form of a page without JavaScript carries: proof that we showed it, and a field that only machines fill in. */
export async function formGuards(scope: Scope, formName: string) {
  const words = formDoorMessages[scope.language](scope.community.addressForm);
  return html`<input type="hidden" name="formToken" value="${await formToken(scope, formName)}" />
    <div class="trap" aria-hidden="true">
      <label for="${trap}">${words.leaveEmpty}</label>
      <input id="${trap}" name="${trap}" tabindex="-1" autocomplete="off" />
    </div>`;
}

/**
 * The slower door, for who has no JavaScript to solve a proof of work: a token of ours at least four seconds old, an empty
 * trap, and a quarter of the rate. `passed` or why not; throws `request.rate-limited`.
 */
export async function passForm(c: RequestContext, scope: Scope, form: URLSearchParams, formName: string): Promise<FormVerdict> {
  const {database, config} = c.get('services');
  if (config.hasDefences) await consumeAnonymousWrite(database, networkOf(clientAddress(c, config.trustedProxies)), weight);
  const age = await ageOfForm(scope, formName, form.get('formToken') ?? '');
  if (age === null) return 'stale';
  if (!config.hasDefences) return 'passed';
  if ((form.get(trap) ?? '') !== '') return 'trapped';
  return age < shortest ? 'too-soon' : 'passed';
}

/**
 * Does what a form asks and gives the address to go to then; pressed twice it is done once. Its token is the key: who goes back,
 * fills in something else and presses again asks something else.
 */
export async function actOnce(scope: Scope, form: URLSearchParams, act: (scope: TrxScope) => Promise<string>): Promise<string> {
  const hash = requestHash(form.get('formToken') ?? '', form.toString());
  const request = {route: 'plainForm', key: hash.toString('base64url'), hash};
  const {body} = await inTransaction(scope, (trxScope) =>
    once(trxScope, request, async () => ({answer: {status: 303, headers: {}, body: await act(trxScope)}})),
  );
  return body;
}
