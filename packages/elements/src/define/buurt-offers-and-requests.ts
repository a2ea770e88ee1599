import {OffersAndRequests} from '../offers-and-requests/offers-and-requests.ts';

// A CMS page can carry this script twice; the second copy must not throw.
if (!customElements.get('buurt-offers-and-requests')) {
  customElements.define('buurt-offers-and-requests', OffersAndRequests);
}

declare global {
  interface HTMLElementTagNameMap {
    'buurt-offers-and-requests': OffersAndRequests;
  }
}
