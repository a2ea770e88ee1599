import {InitiativePortrait} from '../initiative/initiative-portrait.ts';

// A CMS page can carry this script twice; the second copy must not throw.
if (!customElements.get('buurt-initiative')) {
  customElements.define('buurt-initiative', InitiativePortrait);
}

declare global {
  interface HTMLElementTagNameMap {
    'buurt-initiative': InitiativePortrait;
  }
}
