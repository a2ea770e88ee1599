import type {MessageSet} from './wording.ts';

/** What a list with filters says once something is chosen. */
export type ChoosingMessages = {
  chosenFilters: string;
  clearAll: string;
  /** Name of the button that takes one chosen filter away; begins with what is seen on it. */
  removeFilter: (label: string) => string;
};

export const choosingMessages: MessageSet<ChoosingMessages> = {
  nl: () => ({
    chosenFilters: 'Gekozen filters',
    clearAll: 'Wis alles',
    removeFilter: (label) => `${label}, filter weghalen`,
  }),
  en: () => ({
    chosenFilters: 'Chosen filters',
    clearAll: 'Clear all',
    removeFilter: (label) => `${label}, remove filter`,
  }),
};
