import type {MessageSet} from './wording.ts';

/** What is said of what everybody together gave. */
export type CommunityFundMessages = {
  /** Heading. */
  givenTogether: (year: string) => string;
  given: string;
  people: (count: number) => string;
  inFund: string;
  whatFundIs: string;
  /** While it would be about too few people to stay anonymous. */
  tooFew: string;
  tooFewHint: string;
};

export const communityFundMessages: MessageSet<CommunityFundMessages> = {
  nl: (addressForm) => ({
    givenTogether: (year) => `Samen gegeven in ${year}`,
    given: 'aan hulp gegeven',
    people: (count) => (count === 1 ? 'mens hielp mee' : 'mensen hielpen mee'),
    inFund: 'in de buurtpot',
    whatFundIs: 'De buurtpot is van iedereen. Hij helpt wie even niet genoeg heeft.',
    tooFew: 'Het begin is er.',
    tooFewHint:
      addressForm === 'u'
        ? 'Helpen er dit jaar vijf mensen? Dan ziet u hier hoeveel wij samen gaven.'
        : 'Helpen er dit jaar vijf mensen? Dan zie je hier hoeveel wij samen gaven.',
  }),
  en: () => ({
    givenTogether: (year) => `Given together in ${year}`,
    given: 'of help given',
    people: (count) => (count === 1 ? 'person helped' : 'people helped'),
    inFund: 'in the community fund',
    whatFundIs: 'The community fund is everybody’s. It helps who is short for a while.',
    tooFew: 'It has begun.',
    tooFewHint: 'Once five people have helped this year, you see here how much we gave together.',
  }),
};
