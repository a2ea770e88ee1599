import type {Community, Opportunity, SignupReceipt} from '@buurtkit/contract';
import {formatDay, formatPeriod, formatTime} from './formats.ts';
import type {Language, MessageSet, Wording} from './wording.ts';

/** What is said around signing up, beside the questions themselves. */
export type SignupMessages = {
  tooBusy: string;
  full: string;
  closed: string;
  past: string;
  cancelled: string;
  overlap: string;
  gone: string;
  otherMoments: string;
};

export const signupMessages: MessageSet<SignupMessages> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    return {
      tooBusy: isFormal
        ? 'Het is nu erg druk. Wat u invulde staat er nog. Wacht een minuut en druk nog een keer.'
        : 'Het is nu erg druk. Wat je invulde staat er nog. Wacht een minuut en druk nog een keer.',
      full: 'Dit moment is net vol geraakt, ook de wachtlijst. Kies een ander moment.',
      closed: 'Aanmelden kan hier niet meer. Kies een ander moment.',
      past: 'Dit moment is al begonnen. Kies een ander moment.',
      cancelled: 'Dit gaat niet door. Kies een ander moment.',
      overlap: isFormal
        ? 'U hebt u voor dezelfde tijd al ergens anders aangemeld. Kies een ander moment.'
        : 'Je hebt je voor dezelfde tijd al ergens anders aangemeld. Kies een ander moment.',
      gone: 'Dit vrijwilligerswerk is er niet meer.',
      otherMoments: 'Bekijk de andere momenten',
    };
  },
  en: () => ({
    tooBusy: 'It is very busy now. What you filled in is still there. Wait a minute and press again.',
    full: 'This one has just filled up, the waiting list too. Choose another one.',
    closed: 'Sign-up is closed here. Choose another one.',
    past: 'This one has already begun. Choose another one.',
    cancelled: 'This does not go ahead. Choose another one.',
    overlap: 'You have already signed up elsewhere at the same time. Choose another one.',
    gone: 'This work is no longer there.',
    otherMoments: 'See the other dates',
  }),
};

/** Why a sign-up was refused, in words for who filled in the form; null for what only a developer could mend. */
export function signupProblem(code: string, words: SignupMessages): string | null {
  const known: Record<string, string> = {
    'signup.full': words.full,
    'signup.closed': words.closed,
    'signup.past': words.past,
    'signup.cancelled': words.cancelled,
    'signup.overlap': words.overlap,
    'shift.not-found': words.gone,
    'opportunity.not-found': words.gone,
    'request.rate-limited': words.tooBusy,
  };
  return Object.hasOwn(known, code) ? known[code]! : null;
}

type Told = {
  title: string;
  /** What happens next and by when. */
  paragraphs: readonly string[];
  /** Whom to call or mail. */
  contact: {label: string; name: string | null; phone: string | null; email: string | null};
};

type About = {contact: Opportunity['contact']; communityContact: Community['contact']; timeZone: string};

type Steps = Record<SignupReceipt['nextStep'], (until: string | null, position: number | null) => {title: string; paragraphs: string[]}>;

const steps: Record<Language, (isFormal: boolean) => Steps & {contact: string; overlap: (title: string, moment: string) => string}> = {
  nl: (isFormal) => {
    const [you, your] = isFormal ? ['u', 'uw'] : ['je', 'je'];
    return {
      'confirm-email': (until) => ({
        title: `Bijna klaar: kijk in ${your} mail`,
        paragraphs: [
          `Wij hebben ${you} een mail gestuurd. Druk daarin op de link.`,
          until === null ? `Daarna is ${your} aanmelding binnen.` : `Doe dat vóór ${until}. Tot dan houden wij ${your} plek vast.`,
          'Geen mail gekregen? Kijk ook bij de ongewenste mail.',
        ],
      }),
      'ask-guardian': (until) => ({
        title: `Wij vragen ${your} ouder of verzorger`,
        paragraphs: [
          isFormal ? 'Zodra er toestemming is, krijgt u een mail.' : 'Zodra er toestemming is, krijg je een mail.',
          ...(until === null ? [] : [`Wij houden ${your} plek vast tot ${until}.`]),
        ],
      }),
      'wait-for-answer': () => ({
        title: 'Bedankt, het is aangekomen',
        paragraphs: [
          'De organisator belt of mailt binnen drie werkdagen voor een kennismaking.',
          isFormal
            ? 'Hoort u na een week niets? Dan krijgt u een naam en een nummer.'
            : 'Hoor je na een week niets? Dan krijg je een naam en een nummer.',
        ],
      }),
      'wait-for-place': (_until, position) => ({
        title: isFormal ? 'U staat op de wachtlijst' : 'Je staat op de wachtlijst',
        paragraphs: [
          ...(position === null ? [] : [isFormal ? `U bent nummer ${position}.` : `Je bent nummer ${position}.`]),
          isFormal
            ? 'Komt er plek, dan krijgt u een mail. U hoeft nu niets te doen.'
            : 'Komt er plek, dan krijg je een mail. Je hoeft nu niets te doen.',
        ],
      }),
      come: () => ({
        title: isFormal ? 'De plek is voor u' : 'De plek is voor jou',
        paragraphs: [isFormal ? 'U krijgt een mail met alles erin.' : 'Je krijgt een mail met alles erin.'],
      }),
      contact: isFormal ? 'Hebt u een vraag? Bel of mail:' : 'Heb je een vraag? Bel of mail:',
      overlap: (title, moment) =>
        isFormal
          ? `Let op: op dat moment helpt u ook bij “${title}” (${moment}).`
          : `Let op: op dat moment help je ook bij “${title}” (${moment}).`,
    };
  },
  en: () => ({
    'confirm-email': (until) => ({
      title: 'Almost done: look in your mail',
      paragraphs: [
        'We have sent you a mail. Press the link in it.',
        until === null ? 'Then your sign-up is in.' : `Do so before ${until}. Until then we keep your place.`,
        'No mail? Look among unwanted mail too.',
      ],
    }),
    'ask-guardian': (until) => ({
      title: 'We ask your parent or guardian',
      paragraphs: ['As soon as there is consent, you get a mail.', ...(until === null ? [] : [`We keep your place until ${until}.`])],
    }),
    'wait-for-answer': () => ({
      title: 'Thank you, it has arrived',
      paragraphs: [
        'The organiser calls or mails within three working days, to get to know you.',
        'Nothing after a week? Then you get a name and a number.',
      ],
    }),
    'wait-for-place': (_until, position) => ({
      title: 'You are on the waiting list',
      paragraphs: [
        ...(position === null ? [] : [`You are number ${position}.`]),
        'When there is a place, you get a mail. You need do nothing now.',
      ],
    }),
    come: () => ({title: 'The place is yours', paragraphs: ['You get a mail with everything in it.']}),
    contact: 'Do you have a question? Call or mail:',
    overlap: (title, moment) => `Note: at that time you also help with “${title}” (${moment}).`,
  }),
};

/** What became of a sign-up: what happens next, by when, and whom to call. */
export function signupOutcome(
  {language, addressForm}: Wording,
  {nextStep, position, until, overlaps}: Pick<SignupReceipt, 'nextStep' | 'position' | 'until' | 'overlaps'>,
  {contact, communityContact, timeZone}: About,
): Told {
  const words = steps[language](addressForm === 'u');
  const moment = until && `${formatDay(until, language, timeZone)}, ${formatTime(until, language, timeZone)}`;
  const {title, paragraphs} = words[nextStep](moment, position);
  const own = contact.phone || contact.email ? {name: null, ...contact} : communityContact;
  return {
    title,
    paragraphs: [
      ...paragraphs,
      ...overlaps.map((other) =>
        words.overlap(other.title[language] ?? other.title.nl, formatPeriod(other.start, other.end, language, timeZone)),
      ),
    ],
    contact: {label: words.contact, name: own.name ?? null, phone: own.phone ?? null, email: own.email ?? null},
  };
}
