import {elementNames} from './build-facts.ts';

const PREFIX = 'data-buurt-';

/** `<div data-buurt="initiative-map" data-buurt-area="GM1676">`: what editors write where the CMS strips unknown tags. */
export const DIV_FORM = '[data-buurt]';

/** Puts the element that the div stands for inside it, with the div's content as its fallback. */
export function fillDiv(div: Element): void {
  const name = `buurt-${div.getAttribute('data-buurt') ?? ''}`;
  // For `reserve.css`: from here on the element keeps its own room. No attribute of the element: its prefix is another.
  div.setAttribute('data-buurtkit', 'filled');
  // A page that was copied or restored from its markup holds the element already.
  if (div.querySelector(name)) return;
  if (!elementNames.includes(name)) {
    console.warn(`Buurtkit has no <${name}>; it has ${elementNames.join(', ')}.`);
    return;
  }

  const element = document.createElement(name);
  for (const attribute of div.attributes) {
    if (attribute.name.startsWith(PREFIX)) element.setAttribute(attribute.name.slice(PREFIX.length), attribute.value);
  }
  element.append(...div.childNodes);
  div.append(element);
}
