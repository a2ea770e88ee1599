import type {Language} from '@buurtkit/texts';

/** As `closest`, but walking out of shadow roots: the page around a component may itself be made of components. */
export function closestAround(start: Element, selector: string): Element | null {
  let element: Element | null = start;
  while (element) {
    const found: Element | null = element.closest(selector);
    if (found) return found;
    const root: Node = element.getRootNode();
    element = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** The language of the page where the element stands; Dutch unless it is English. */
export function languageAround(element: Element): Language {
  const lang = closestAround(element, '[lang]')?.getAttribute('lang') ?? '';
  return /^en\b/i.test(lang) ? 'en' : 'nl';
}
