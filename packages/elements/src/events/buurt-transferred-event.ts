/** Minutes moved: other components can load again. Who, how many and to whom, stays with them: tag managers listen. */
export class BuurtTransferredEvent extends Event {
  constructor() {
    super('buurt-transferred', {bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'buurt-transferred': BuurtTransferredEvent;
  }
}
