import type {MessageSet} from './wording.ts';

/** What a calendar of opening hours says of days on which they are otherwise. */
export type OpeningCalendarMessages = {
  closed: (name: string) => string;
  otherHours: (name: string) => string;
};

export const openingCalendarMessages: MessageSet<OpeningCalendarMessages> = {
  nl: () => ({closed: (name) => `${name}: gesloten`, otherHours: (name) => `${name}: andere openingstijd`}),
  en: () => ({closed: (name) => `${name}: closed`, otherHours: (name) => `${name}: other opening hours`}),
};
