import {VolunteerSignup} from '../volunteer-signup/volunteer-signup.ts';

// A CMS page can carry this script twice; the second copy must not throw.
if (!customElements.get('buurt-volunteer-signup')) {
  customElements.define('buurt-volunteer-signup', VolunteerSignup);
}

declare global {
  interface HTMLElementTagNameMap {
    'buurt-volunteer-signup': VolunteerSignup;
  }
}
