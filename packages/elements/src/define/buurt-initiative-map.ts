import {InitiativeMap} from '../initiative-map/initiative-map.ts';

// A CMS page can carry this script twice; the second copy must not throw.
if (!customElements.get('buurt-initiative-map')) {
  customElements.define('buurt-initiative-map', InitiativeMap);
}

declare global {
  interface HTMLElementTagNameMap {
    'buurt-initiative-map': InitiativeMap;
  }
}
