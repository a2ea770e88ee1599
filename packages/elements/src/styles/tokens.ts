import {unsafeCSS, type CSSResult} from 'lit';

/** What the page's design system says of a property, else our own default; the component's own tokens go first. */
export function token(name: string, otherwise: string, names: {nl?: string; utrecht?: string; ams?: string} = {}): CSSResult {
  const {nl = name, utrecht = name, ams = name} = names;
  return unsafeCSS(`var(--buurt-${name}, var(--nl-${nl}, var(--utrecht-${utrecht}, var(--ams-${ams}, ${otherwise}))))`);
}

const headingSizes = ['2em', '1.5em', '1.25em', '1.125em', '1em', '1em'];

/** The page's scale of headings. */
export const headingScale: CSSResult = unsafeCSS(
  headingSizes
    .map((size, index) => {
      const level = index + 1;
      const own = (property: string, otherwise: string) =>
        `var(--buurt-heading-${level}-${property}, var(--nl-heading-level-${level}-${property}, var(--utrecht-heading-${level}-${property}, var(--ams-heading-level-${level}-${property}, ${otherwise}))))`;
      return `.h${level} { font-size: ${own('font-size', size)}; line-height: ${own('line-height', '1.25')}; }`;
    })
    .join('\n'),
);
