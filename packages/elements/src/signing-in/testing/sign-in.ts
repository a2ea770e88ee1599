import {sampleSignInCode} from '@buurtkit/msw';
import type {LitElement} from 'lit';
import {find, isShown} from '../../testing/page.ts';
import {fillIn, press} from '../../volunteer-signup/testing/fill-in.ts';

/** Asks a code for an address. */
export async function askCode(element: LitElement, email: string, {stays = false} = {}): Promise<void> {
  await isShown(element, '[name="email"]');
  fillIn(element, {email});
  if (stays) find(element, '[name="stay"]')!.click();
  press(element);
  await isShown(element, '[name="code"]');
}

/** Signs in with the form. */
export async function signIn(element: LitElement, email = 'anna@example.nl', settings: {stays?: boolean} = {}): Promise<void> {
  await askCode(element, email, settings);
  fillIn(element, {code: sampleSignInCode});
  press(element);
}
