import {CommunityFundCounter} from '../community-fund/community-fund.ts';

// A CMS page can carry this script twice; the second copy must not throw.
if (!customElements.get('buurt-community-fund')) {
  customElements.define('buurt-community-fund', CommunityFundCounter);
}

declare global {
  interface HTMLElementTagNameMap {
    'buurt-community-fund': CommunityFundCounter;
  }
}
