import type {SignupState} from '@buurtkit/sdk';

/** Somebody signed up. Who, stays between them and the server: tag managers listen. */
export class BuurtSignedUpEvent extends Event {
  /** For which work. */
  readonly opportunityId: string;
  /** What became of it: mostly `awaiting-email`, or `waitlisted`. */
  readonly state: SignupState;

  constructor(detail: {opportunityId: string; state: SignupState}) {
    super('buurt-signed-up', {bubbles: true, composed: true});
    this.opportunityId = detail.opportunityId;
    this.state = detail.state;
  }
}

declare global {
  interface HTMLElementEventMap {
    'buurt-signed-up': BuurtSignedUpEvent;
  }
}
