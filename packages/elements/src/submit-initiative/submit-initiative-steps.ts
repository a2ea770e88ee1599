import {createClient, type Client, type NewSubmission} from '@buurtkit/sdk';
import {expect, waitUntil} from '@open-wc/testing';
import {api} from '../testing/answers.ts';
import {find} from '../testing/page.ts';
import type {SubmitInitiative} from './submit-initiative.ts';

type Sent = {submission: NewSubmission; key: string};

export const aClient = (community = 'eemsdelta'): Client => createClient({api, community, retries: 0, proof: 'none'});

/** A client that remembers what was sent, and that can lose an answer on the way. */
export function sentWith(): {client: Client; sent: Sent[]; failNext: (error: Error) => void} {
  const client = aClient();
  const {create} = client.submissions;
  const sent: Sent[] = [];
  let failure: Error | null = null;
  client.submissions.create = async (submission, options) => {
    sent.push({submission, key: options?.idempotencyKey ?? ''});
    const answer = await create(submission, options);
    if (!failure) return answer;
    const error = failure;
    failure = null;
    throw error;
  };
  return {client, sent, failNext: (error) => (failure = error)};
}

export function change(element: SubmitInitiative, name: string, value: string): void {
  const control = find(element, `#submit-${name}`) as HTMLInputElement;
  control.value = value;
  control.dispatchEvent(new InputEvent('input', {bubbles: true}));
  if (control.localName === 'select') control.dispatchEvent(new Event('change', {bubbles: true}));
}

export function press(element: SubmitInitiative): void {
  find(element, '[part="submit"]')?.click();
}

export const stepTitle = (element: SubmitInitiative): string => find(element, '.step-title')?.textContent ?? '';
export const errorOf = (element: SubmitInitiative, name: string): string | null =>
  find(element, `#submit-${name}-error`)?.textContent.trim() ?? null;

/** Fills in a step and goes on to the next. */
export async function fillIn(element: SubmitInitiative, values: Record<string, string>): Promise<void> {
  const before = stepTitle(element);
  for (const [name, value] of Object.entries(values)) change(element, name, value);
  press(element);
  await waitUntil(() => stepTitle(element) !== before, 'the next step is not shown');
  expect(find(element, '[part="error-summary"]')).to.equal(null);
}

/** Fills in all that a new initiative needs, up to the button that sends it. */
export async function goToEnd(element: SubmitInitiative, {name = 'Zwemclub de Otter', address = ''} = {}): Promise<void> {
  await fillIn(element, {name, kind: 'other', summary: 'Wij zwemmen elke week.'});
  await fillIn(element, {city: 'Appingedam', ...(address && {address})});
  await fillIn(element, {});
  change(element, 'yourName', 'Bo');
  change(element, 'yourEmail', 'bo@example.nl');
}
