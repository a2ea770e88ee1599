import type {Area, CreditReader, CreditWriter, ExchangeWriter} from '@buurtkit/sdk';
import {
  exchangeStoryMessages,
  fundRequestMessages,
  type ExchangeMessages,
  type ExchangeStoryMessages,
  type FundRequestMessages,
  type StatusMessages,
  type StoryFormats,
  type Wording,
} from '@buurtkit/texts';
import type {ReactiveControllerHost} from 'lit';
import type {CreditWording} from '../time-credits/credit-wording.ts';

export type PartHost = ReactiveControllerHost & HTMLElement & {renderRoot: HTMLElement | DocumentFragment};

/** What the parts are shown with. */
export type PartModel = {
  writer: () => Promise<ExchangeWriter>;
  /** To see what is missing, and to ask the fund for it. */
  fund: () => Promise<{reader: CreditReader; writer: CreditWriter}>;
  wording: Wording;
  credits: CreditWording;
  areas: readonly Area[];
  words: ExchangeMessages & StatusMessages;
  ownWords: Partial<ExchangeStoryMessages & FundRequestMessages>;
  headingLevel: number;
};

export type PartDeeds = {
  /** Something is other than it was. */
  onChanged: (hasMoved: boolean) => void;
  /** True when it only says that the session is over. */
  hasEnded: (error: unknown) => boolean;
  onOpenListing: (id: string) => void;
  onOpenExchange: (id: string) => void;
};

export function storyWords({wording, ownWords}: Pick<PartModel, 'wording' | 'ownWords'>): ExchangeStoryMessages & FundRequestMessages {
  const {language, addressForm} = wording;
  return {...exchangeStoryMessages[language](addressForm), ...fundRequestMessages[language](addressForm), ...ownWords};
}

export function storyFormats({credits, words}: Pick<PartModel, 'credits' | 'words'>): StoryFormats {
  const {allowsBelowZero, hoursMint, partnersRedeem} = credits.credits;
  return {
    amount: (minutes) => credits.amountAndTime(minutes),
    date: (moment) => credits.date(moment),
    hasCredits: allowsBelowZero || hoursMint || partnersRedeem,
    somebody: words.somebody,
  };
}

/** Escape leaves what is open; whoever fills in a form didn't ask for that. */
export function keepOpen(event: KeyboardEvent): void {
  if (event.key === 'Escape' && (event.target as Element).closest('form')) event.stopPropagation();
}
