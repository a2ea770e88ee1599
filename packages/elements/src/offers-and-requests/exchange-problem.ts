import type {ExchangeStoryMessages} from '@buurtkit/texts';

/** Why something can't be done with an exchange now, in words that say what one can do; null for what has no words of its own. */
export function exchangeProblem(code: string, words: ExchangeStoryMessages): string | null {
  const known: Partial<Record<string, string>> = {
    'exchange.not-in-state': words.changedMeanwhile,
    'exchange.not-your-turn': words.changedMeanwhile,
    'exchange.already-proposed': words.already,
    'exchange.own-listing': words.ownListing,
    'listing.closed': words.closed,
    'listing.not-found': words.closed,
    'transfer.limit-reached': words.otherCannotGive,
    'account.frozen': words.standsStill,
    'account.closed': words.standsStill,
  };
  return known[code] ?? null;
}
