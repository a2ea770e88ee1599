import {TimeCreditAccount} from '../time-credit-account/time-credit-account.ts';

// A CMS page can carry this script twice; the second copy must not throw.
if (!customElements.get('buurt-time-credit-account')) {
  customElements.define('buurt-time-credit-account', TimeCreditAccount);
}

declare global {
  interface HTMLElementTagNameMap {
    'buurt-time-credit-account': TimeCreditAccount;
  }
}
