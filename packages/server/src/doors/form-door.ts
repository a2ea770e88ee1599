import {formDoorMessages} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {RequestContext} from '../http/request-context.ts';
import type {Scope} from '../scope.ts';
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
