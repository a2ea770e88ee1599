import type {MessageSet} from './wording.ts';

/** What is said of the community itself, below everything else. */
export type CommunityMessages = {
  questions: string;
  sampleHint: string;
};

export const communityMessages: MessageSet<CommunityMessages> = {
  nl: (addressForm) => ({
    questions: addressForm === 'u' ? 'Hebt u een vraag?' : 'Heb je een vraag?',
    sampleHint: 'Dit zijn voorbeelden. Ze laten zien hoe het eruit kan zien.',
  }),
  en: () => ({
    questions: 'Do you have a question?',
    sampleHint: 'These are samples. They show what it can look like.',
  }),
};
