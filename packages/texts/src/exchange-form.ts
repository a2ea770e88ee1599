import type {CreditSettings, ExchangeAcceptance} from '@buurtkit/contract';
import type {FormDescription, FormField, FormValues} from './form-description.ts';
import {creditAmounts, formatCreditsAndTime} from './time-credit-formats.ts';
import type {Wording} from './wording.ts';

/** What asks something of who does it: to propose, and what the two sides can do after that. */
export type ExchangeFormAct = 'propose' | 'acceptance' | 'decline' | 'withdrawal' | 'done' | 'confirmation' | 'dispute';

export type ExchangeFormSubject = {
  act: ExchangeFormAct;
  /** What it is about. */
  title: string;
  /** Whether the reader helps, or is helped. */
  side: 'helper' | 'helped';
  /** What it takes, as far as known: one of the choices, whatever the others are. */
  minutes: number;
  credits: CreditSettings;
  /** It is about an offer, which can help others too. */
  isOffer: boolean;
};

type Words = {
  title: Record<ExchangeFormAct, (title: string) => string>;
  intro: Partial<Record<ExchangeFormAct, string>>;
  estimate: string;
  estimateHint: string;
  took: string;
  message: string;
  messageHint: string;
  contact: string;
  contactHint: string;
  closes: string;
  closesHint: string;
  reason: string;
  reasonHint: string;
  errors: {minutes: string; reason: string};
  submit: Record<Exclude<ExchangeFormAct, 'propose' | 'acceptance'>, string> &
    Record<'propose' | 'acceptance', Record<'helper' | 'helped', string>>;
  proposed: {title: string; paragraphs: string[]};
};

const words: Record<Wording['language'], (isFormal: boolean) => Words> = {
  nl: (isFormal) => {
    const [your, object] = isFormal ? ['uw', 'u'] : ['je', 'je'];
    return {
      title: {
        propose: (title) => `${isFormal ? 'Uw' : 'Je'} voorstel bij “${title}”`,
        acceptance: () => 'Maak de afspraak',
        decline: () => 'Laat weten dat het niet lukt',
        withdrawal: () => 'Laat weten dat het niet doorgaat',
        done: () => 'Hoe lang duurde het',
        confirmation: () => 'Hoe lang duurde het',
        dispute: () => 'Vraag de coördinator',
      },
      intro: {
        propose: `De ander krijgt een mail en kiest zelf. Pas na een ja ziet de ander hoe ${object} te bereiken ${isFormal ? 'bent' : 'bent'}.`,
        acceptance: 'Daarna zien jullie hoe jullie elkaar bereiken.',
        decline: 'Dat mag altijd. Een reden is niet nodig.',
        withdrawal: 'Wat apart stond, is dan weer vrij.',
        done: 'De ander bevestigt het daarna.',
        confirmation: 'Zeggen jullie hetzelfde, dan is het meteen rond.',
        dispute: 'De coördinator leest dit en neemt contact op met jullie beiden.',
      },
      estimate: 'Hoeveel',
      estimateHint: 'Ongeveer. Achteraf zeggen jullie samen hoe lang het was.',
      took: `Hoe lang duurde het volgens ${isFormal ? 'u' : 'jou'}`,
      message: 'Bericht',
      messageHint: isFormal ? 'Bijvoorbeeld wanneer u kunt.' : 'Bijvoorbeeld wanneer je kunt.',
      contact: `Hoe bereikt de ander ${isFormal ? 'u' : 'jou'}`,
      contactHint: `Bijvoorbeeld ${your} telefoonnummer.`,
      closes: 'Haal het aanbod nu van de lijst',
      closesHint: 'Anders kunnen ook anderen het nog vragen.',
      reason: 'Wat is er gebeurd',
      reasonHint: 'De ander kan dit ook lezen.',
      errors: {minutes: 'Kies hoeveel', reason: 'Vertel kort wat er is gebeurd'},
      submit: {
        propose: {helper: `Bied ${your} hulp aan`, helped: 'Vraag deze hulp'},
        acceptance: {helper: 'Ja, ik help', helped: 'Ja, graag'},
        decline: 'Nee, dit keer niet',
        withdrawal: 'Het gaat niet door',
        done: 'Het is gedaan',
        confirmation: 'Ja, het is gedaan',
        dispute: 'Stuur naar de coördinator',
      },
      proposed: {
        title: isFormal ? 'Uw voorstel is verstuurd' : 'Je voorstel is verstuurd',
        paragraphs: [
          isFormal
            ? 'De ander heeft twee weken om te antwoorden. U krijgt een mail zodra er antwoord is.'
            : 'De ander heeft twee weken om te antwoorden. Je krijgt een mail zodra er antwoord is.',
        ],
      },
    };
  },
  en: () => ({
    title: {
      propose: (title) => `Your proposal for “${title}”`,
      acceptance: () => 'Make the appointment',
      decline: () => 'Say that it doesn’t work out',
      withdrawal: () => 'Say that it is off',
      done: () => 'How long it took',
      confirmation: () => 'How long it took',
      dispute: () => 'Ask the coordinator',
    },
    intro: {
      propose: 'The other gets a mail and decides. Only after a yes do they see how to reach you.',
      acceptance: 'After that you both see how to reach each other.',
      decline: 'That is always fine. No reason is needed.',
      withdrawal: 'What was kept apart is free again.',
      done: 'The other confirms it after that.',
      confirmation: 'If you both say the same, it is settled at once.',
      dispute: 'The coordinator reads this and gets in touch with both of you.',
    },
    estimate: 'How much',
    estimateHint: 'Roughly. Afterwards you both say how long it was.',
    took: 'How long you think it took',
    message: 'Message',
    messageHint: 'For example when you can.',
    contact: 'How the other reaches you',
    contactHint: 'For example your phone number.',
    closes: 'Take the offer off the list now',
    closesHint: 'Otherwise others can still ask for it.',
    reason: 'What happened',
    reasonHint: 'The other can read this too.',
    errors: {minutes: 'Choose how much', reason: 'Tell briefly what happened'},
    submit: {
      propose: {helper: 'Offer your help', helped: 'Ask for this help'},
      acceptance: {helper: 'Yes, I will help', helped: 'Yes, please'},
      decline: 'No, not this time',
      withdrawal: 'It is off',
      done: 'It is done',
      confirmation: 'Yes, it is done',
      dispute: 'Send to the coordinator',
    },
    proposed: {
      title: 'Your proposal has been sent',
      paragraphs: ['The other has two weeks to answer. You get a mail as soon as there is an answer.'],
    },
  }),
};

/** Asks what somebody has to say with what they do. */
export function exchangeForm({language, addressForm}: Wording, subject: ExchangeFormSubject): FormDescription {
  const {act, side, minutes, credits, isOffer} = subject;
  const text = words[language](addressForm === 'u');
  const amounts = [...new Set([...creditAmounts(credits.stepMinutes), minutes])].sort((one, other) => one - other);
  const isAfterwards = act === 'done' || act === 'confirmation';
  const amount: FormField = {
    name: 'minutes',
    pointer: '#/minutes',
    kind: 'choice',
    label: isAfterwards ? text.took : text.estimate,
    ...(!isAfterwards && {hint: text.estimateHint}),
    isRequired: true,
    options: amounts.map((value) => ({value: String(value), label: formatCreditsAndTime(value, credits, language)})),
    errors: {required: text.errors.minutes},
  };
  const message: FormField = {name: 'message', pointer: '#/message', kind: 'multiline', label: text.message, maxLength: 1000};
  const contact: FormField = {
    name: 'contact',
    pointer: '#/contact',
    kind: 'text',
    label: text.contact,
    hint: text.contactHint,
    maxLength: 200,
  };
  const closes: FormField = {name: 'closes', pointer: '#/closesListing', kind: 'checkbox', label: text.closes, hint: text.closesHint};
  const reason: FormField = {
    name: 'reason',
    pointer: '#/reason',
    kind: 'multiline',
    label: text.reason,
    hint: text.reasonHint,
    isRequired: true,
    maxLength: 1000,
    errors: {required: text.errors.reason},
  };
  const fields: Record<ExchangeFormAct, readonly FormField[]> = {
    propose: [amount, {...message, hint: text.messageHint}, contact],
    acceptance: [message, contact, ...(isOffer ? [closes] : [])],
    decline: [message],
    withdrawal: [message],
    done: [amount],
    confirmation: [amount],
    dispute: [reason],
  };
  const title = text.title[act](subject.title);
  const intro = text.intro[act];
  return {
    title,
    intro: intro === undefined ? [] : [intro],
    steps: [{title, fields: fields[act]}],
    submit: act === 'propose' || act === 'acceptance' ? text.submit[act][side] : text.submit[act],
    sent: text.proposed,
  };
}

/** What was filled in, as the API takes it: what was left open is left out. */
export function exchangeWordsOf(values: FormValues): Pick<ExchangeAcceptance, 'message' | 'contact'> {
  const [message, contact] = [values['message']?.trim(), values['contact']?.trim()];
  return {...(message && {message}), ...(contact && {contact})};
}
