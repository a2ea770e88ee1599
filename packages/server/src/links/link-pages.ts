import {stillTrueLink} from '../freshness/still-true-link.ts';
import {confirmLink} from '../submissions/confirm-link.ts';
import type {LinkPage} from './link-page.ts';

/** Every purpose that a link can have: one line each. */
export const linkPages: readonly LinkPage[] = [confirmLink, stillTrueLink];
