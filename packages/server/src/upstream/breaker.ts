type BreakerOptions = {
  /** How many failures in a row it takes. */
  failures: number;
  /** How long nobody is asked after that, in milliseconds; then one may try. */
  pause: number;
  now?: () => number;
};

export type Breaker = {
  /** Whether somebody may ask now. Whoever got a yes says afterwards how it went. */
  mayAsk(): boolean;
  succeeded(): void;
  failed(): void;
};

/** Stops asking a service that keeps failing, so that nobody waits for it; after a pause one request tries again. */
export function createBreaker({failures, pause, now = () => performance.now()}: BreakerOptions): Breaker {
  let inARow = 0;
  let closedUntil = 0;
  return {
    mayAsk: () => {
      if (inARow < failures) return true;
      if (now() < closedUntil) return false;
      // Until the one that tries has its answer, the others need not.
      closedUntil = now() + pause;
      return true;
    },
    succeeded: () => {
      inARow = 0;
    },
    failed: () => {
      inARow += 1;
      if (inARow >= failures) closedUntil = now() + pause;
    },
  };
}
