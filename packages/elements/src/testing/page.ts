import {fixture, html, waitUntil} from '@open-wc/testing';
import type {LitElement, TemplateResult} from 'lit';
import '../define/buurt-initiative-map.ts';
import type {InitiativeMap} from '../initiative-map/initiative-map.ts';
import {api} from './answers.ts';

export {html};

/** A component on a page, once it shows its initiatives. */
export async function readyMap(
  template: TemplateResult = html`<buurt-initiative-map view="list" api=${api} community="buurtkracht"></buurt-initiative-map>`,
): Promise<InitiativeMap> {
  const element = await mapOnPage(template);
  await nextEvent(element, 'buurt-ready');
  return element;
}

/** A component on a page, before anything has come. */
export async function mapOnPage(template: TemplateResult): Promise<InitiativeMap> {
  const element = await fixture<HTMLElement>(template);
  const map = element.localName === 'buurt-initiative-map' ? element : element.querySelector('buurt-initiative-map');
  return map as InitiativeMap;
}

/** A component on a page, once it shows this. */
export async function shownOnPage<Element extends LitElement>(template: TemplateResult, selector: string): Promise<Element> {
  const element = await fixture<Element>(template);
  await isShown(element, selector);
  return element;
}

/** Waits until the focus is on what has this text: it moves once all that was asked for is drawn. */
export async function hasFocusOn(element: LitElement, text: string): Promise<void> {
  const focused = () => element.shadowRoot?.activeElement?.textContent?.trim();
  await waitUntil(() => focused() === text, `the focus is not on ${text}`, {timeout: 5000});
}

/** Waits until something can be seen, and gives it. */
export async function isShown(element: LitElement, selector: string): Promise<HTMLElement> {
  await waitUntil(() => find(element, selector), `${selector} is not shown`, {timeout: 5000, interval: 20});
  return find(element, selector)!;
}

export async function isGone(element: LitElement, selector: string): Promise<void> {
  await waitUntil(() => !find(element, selector), `${selector} is still shown`, {timeout: 5000, interval: 20});
}

export function find(element: LitElement, selector: string): HTMLElement | null {
  return element.renderRoot.querySelector<HTMLElement>(selector);
}

/** The names in the list, as shown. */
export function names(element: LitElement): string[] {
  return [...element.renderRoot.querySelectorAll('[part="title"]')].map(({textContent}) => textContent.trim());
}

export async function showsCount(element: LitElement, text: string): Promise<void> {
  await waitUntil(() => find(element, '[part="status"]')?.textContent.trim() === text, `the count is not ${text}`, {
    timeout: 5000,
    interval: 20,
  });
}

/** What a screen reader was told last. */
export function heard(element: LitElement): string {
  return (find(element, '[role="status"]')?.textContent ?? '').trim();
}

/** Opens a filter and chooses a value. */
export async function choose(element: LitElement, filter: string, value: string): Promise<void> {
  if (find(element, `[data-filter="${filter}"]`)?.ariaExpanded === 'false') find(element, `[data-filter="${filter}"]`)?.click();
  const isChoice = (input: HTMLInputElement) => input.value === value;
  const found = () => [...element.renderRoot.querySelectorAll<HTMLInputElement>('.choice input')].find(isChoice);
  await waitUntil(found, `${value} can't be chosen`, {timeout: 5000, interval: 20});
  found()!.click();
}

export async function search(element: LitElement, words: string): Promise<void> {
  const field = (await isShown(element, '[part="search"]')) as HTMLInputElement;
  field.value = words;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
}

/** The component's state in the address bar. */
export function inAddress(key = 'buurt'): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(new URLSearchParams(window.location.search).get(key) ?? ''));
}

export const emptyAddress = window.location.href;

/** Gives the page its address back and takes away what a test left. */
export function leavePage(): void {
  window.history.replaceState(null, '', emptyAddress);
}

/** The next event of this kind, with its fields. */
export function nextEvent<Type extends keyof HTMLElementEventMap>(target: HTMLElement, type: Type): Promise<HTMLElementEventMap[Type]> {
  return new Promise((resolve) => target.addEventListener(type, resolve, {once: true}));
}
