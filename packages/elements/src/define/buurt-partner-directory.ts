import {PartnerDirectory} from '../partner-directory/partner-directory.ts';

// A CMS page can carry this script twice; the second copy must not throw.
if (!customElements.get('buurt-partner-directory')) {
  customElements.define('buurt-partner-directory', PartnerDirectory);
}

declare global {
  interface HTMLElementTagNameMap {
    'buurt-partner-directory': PartnerDirectory;
  }
}
