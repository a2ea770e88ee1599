import {Provider} from '../provider/provider.ts';

// A CMS page can carry this script twice; the second copy must not throw.
if (!customElements.get('buurt-provider')) {
  customElements.define('buurt-provider', Provider);
}

declare global {
  interface HTMLElementTagNameMap {
    'buurt-provider': Provider;
  }
}
