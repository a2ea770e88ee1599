import type axe from 'axe-core';
// Not a module: it puts itself on the window.
import 'axe-core/axe.js';

const {axe: checker} = globalThis as unknown as {axe: typeof axe};

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Whether axe finds nothing in the component as it is now. */
export async function expectAccessible(element: Element): Promise<void> {
  const {violations} = await checker.run(element, {
    runOnly: rules,
    // About whole pages: the component stands in one.
    rules: {region: {enabled: false}, 'page-has-heading-one': {enabled: false}, 'heading-order': {enabled: false}},
    resultTypes: ['violations'],
  });
  const told = violations.map(({id, help, nodes}) => `${id}: ${help}\n${nodes.map(({html}) => `  ${html}`).join('\n')}`);
  if (told.length) throw new Error(told.join('\n'));
}
