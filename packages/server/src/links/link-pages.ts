import {stillTrueLink} from '../freshness/still-true-link.ts';
import {confirmLink} from '../submissions/confirm-link.ts';
import {confirmLink as confirmSignupLink} from '../volunteering/links/confirm-link.ts';
import {guardianLink} from '../volunteering/links/guardian-link.ts';
import {manageLink} from '../volunteering/links/manage-link.ts';
import {offerLink} from '../volunteering/links/offer-link.ts';
import type {LinkPage} from './link-page.ts';

/** Every purpose that a link can have: one line each. */
export const linkPages: readonly LinkPage[] = [confirmLink, stillTrueLink, confirmSignupLink, manageLink, offerLink, guardianLink];
