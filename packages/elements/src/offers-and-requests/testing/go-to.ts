import {waitUntil} from '@open-wc/testing';
import {find, isShown} from '../../testing/page.ts';
import type {OffersAndRequests} from '../offers-and-requests.ts';

/** Presses something, and waits for what it opens. */
export async function goTo(element: OffersAndRequests, pressed: string, opened: string): Promise<OffersAndRequests> {
  (await isShown(element, pressed)).click();
  await isShown(element, opened);
  return element;
}

async function pressTitle(element: OffersAndRequests, within: string, title: string): Promise<void> {
  const found = () =>
    [...element.renderRoot.querySelectorAll<HTMLElement>(`${within} [part="title"]`)].find(({textContent}) => textContent.trim() === title);
  await waitUntil(found, `${title} is not in the list`, {timeout: 5000, interval: 20});
  found()!.click();
}

/** Opens an offer or request from the list. */
export async function openListing(element: OffersAndRequests, title: string): Promise<OffersAndRequests> {
  await pressTitle(element, '.overview', title);
  await isShown(element, '.detail-facts');
  return element;
}

/** Opens the reader's own exchange about something. */
export async function openExchange(element: OffersAndRequests, title: string): Promise<OffersAndRequests> {
  if (!find(element, '.own')) await goTo(element, '[data-address="mine"]', '.own [part="item"]');
  await pressTitle(element, '.own', title);
  await isShown(element, '.story');
  return element;
}
