import {TimeCreditBalance} from '../time-credit-balance/time-credit-balance.ts';

// A CMS page can carry this script twice; the second copy must not throw.
if (!customElements.get('buurt-time-credit-balance')) {
  customElements.define('buurt-time-credit-balance', TimeCreditBalance);
}

declare global {
  interface HTMLElementTagNameMap {
    'buurt-time-credit-balance': TimeCreditBalance;
  }
}
