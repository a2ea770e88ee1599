import {aTimeout, expect} from '@open-wc/testing';
import type {LitElement} from 'lit';

/** Whether a component fits a screen of 320 px with text of twice the size, and all that is pressed is large enough. */
export async function expectFits(element: LitElement): Promise<void> {
  element.style.inlineSize = '320px';
  document.documentElement.style.fontSize = '200%';
  await aTimeout(20);
  const edge = element.getBoundingClientRect().right + 1;
  const parts = [...element.renderRoot.querySelectorAll<HTMLElement>('.frame *')].filter((part) => !part.closest('.only-heard'));
  const tooWide = parts.filter((part) => part.getBoundingClientRect().right > edge);
  const tooSmall = parts.filter((part) => {
    const {width, height} = part.getBoundingClientRect();
    return part.matches('button, input, select, [role="option"]') && width > 0 && (width < 24 || height < 24);
  });
  document.documentElement.style.fontSize = '';
  expect([...tooWide, ...tooSmall].map((part) => part.outerHTML.slice(0, 80))).to.deep.equal([]);
}
