import {SubmitInitiative} from '../submit-initiative/submit-initiative.ts';

// A CMS page can carry this script twice; the second copy must not throw.
if (!customElements.get('buurt-submit-initiative')) {
  customElements.define('buurt-submit-initiative', SubmitInitiative);
}

declare global {
  interface HTMLElementTagNameMap {
    'buurt-submit-initiative': SubmitInitiative;
  }
}
