import {handlers, sampleKeys} from '@buurtkit/msw';
import type {HttpHandler} from 'msw';
import type {TemplateResult} from 'lit';
import '../../define/buurt-time-credit-account.ts';
import {api} from '../../testing/answers.ts';
import {find, html, isShown, shownOnPage} from '../../testing/page.ts';
import {fillIn, press} from '../../volunteer-signup/testing/fill-in.ts';
import type {TimeCreditAccount} from '../time-credit-account.ts';

export {fillIn, press};

/** An API of its own, on which nothing has moved yet but the samples. */
export function handlersAt(): HttpHandler[] {
  return handlers({api});
}

/** An account on a page that knows who its visitor is. */
export function signedInAs(token: string, lang = 'nl'): TemplateResult {
  return html`<buurt-time-credit-account
    lang=${lang}
    api=${api}
    community="eemsdelta"
    .tokenProvider=${() => token}
  ></buurt-time-credit-account>`;
}

/** An account, once it shows what came and went. */
export function shown(template = signedInAs(sampleKeys.anna.key)): Promise<TimeCreditAccount> {
  return shownOnPage<TimeCreditAccount>(template, '.statement [part="list"]');
}

/** An account with one of the things open that one can do with it. */
export async function opened(name: 'give' | 'ask' | 'gift' | 'pay', token: string = sampleKeys.anna.key): Promise<TimeCreditAccount> {
  const element = await shown(signedInAs(token));
  act(element, name);
  await isShown(element, '.act .form-title');
  return element;
}

/** Presses one of the buttons by what it does. */
export function act(element: TimeCreditAccount, name: string): void {
  find(element, `[data-act="${name}"]`)?.click();
}

/** Narrows the statement. */
export function choose(element: TimeCreditAccount, filter: 'direction' | 'month', value: string): void {
  const field = find(element, `[data-filter="${filter}"]`) as HTMLSelectElement;
  field.value = value;
  field.dispatchEvent(new Event('change', {bubbles: true}));
}

/** Somebody who is about to give. */
export async function planned({number, ...values}: {number: string; minutes: string}): Promise<TimeCreditAccount> {
  const element = await opened('give');
  fillIn(element, {who: 'number'});
  await isShown(element, '[name="number"]');
  fillIn(element, {number, ...values});
  press(element);
  await isShown(element, '.check');
  return element;
}
