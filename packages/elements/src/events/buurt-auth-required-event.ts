/** Why somebody has to sign in: nobody did yet (or signed out), or a session ended by itself. */
export type AuthReason = 'signed-out' | 'session-ended';

/**
 * Somebody has to sign in first. A page that knows its visitors calls `preventDefault()`, which keeps our own form away, and
 * gives the component a token with `signIn(token)` when there is one.
 */
export class BuurtAuthRequiredEvent extends Event {
  readonly reason: AuthReason;

  constructor(detail: {reason: AuthReason}) {
    super('buurt-auth-required', {bubbles: true, composed: true, cancelable: true});
    this.reason = detail.reason;
  }
}

declare global {
  interface HTMLElementEventMap {
    'buurt-auth-required': BuurtAuthRequiredEvent;
  }
}
