import {elementNames} from './build-facts.ts';
import {DIV_FORM, fillDiv} from './div-form.ts';
import type {LoadError} from './load-error.ts';
import {loadElement} from './load-element.ts';

/** The same fields as the elements' own `buurt-error`, whose class isn't there yet. */
class EmbedErrorEvent extends Event {
  readonly status = null;

  constructor(readonly code: string) {
    super('buurt-error', {bubbles: true, composed: true});
  }
}

const PROVIDER = 'buurt-provider';
// A provider has no box of its own: it comes along with the first element inside it.
const VISIBLE = elementNames.filter((name) => name !== PROVIDER).join();
const NEAR = '400px';

const told = new Set<string>();

const approaching = new IntersectionObserver(
  (entries) => {
    for (const {isIntersecting, target} of entries) {
      if (!isIntersecting) continue;
      approaching.unobserve(target);
      void bring(target);
    }
  },
  {rootMargin: NEAR},
);

/** Finds the elements that are on the page and those that come later, and brings each when the reader gets near. */
export function watchPage(): void {
  new MutationObserver((changes) => {
    for (const {addedNodes} of changes) {
      for (const node of addedNodes) {
        if (node instanceof Element) findElements(node);
      }
    }
  }).observe(document, {childList: true, subtree: true});
  findElements(document.documentElement);
}

function findElements(root: Element): void {
  for (const div of withDescendants(root, DIV_FORM)) fillDiv(div);
  for (const element of withDescendants(root, VISIBLE)) approaching.observe(element);
}

function withDescendants(root: Element, selector: string): Element[] {
  return [...(root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)];
}

/** A provider that fails doesn't keep the element inside it away. */
async function bring(element: Element): Promise<void> {
  const provider = element.closest(PROVIDER);
  if (provider) await loadOrTell(provider);
  await loadOrTell(element);
}

/** When it fails the fallback stays; the page hears why, and the console once. */
async function loadOrTell(element: Element): Promise<void> {
  try {
    await loadElement(element.localName);
  } catch (error) {
    const {code, message} = error as LoadError;
    if (!told.has(message)) console.error(`Buurtkit: ${message}`);
    told.add(message);
    (element as HTMLElement).style.setProperty('--buurt-reserve', 'auto');
    element.dispatchEvent(new EmbedErrorEvent(code));
  }
}
