import type {FormDescription, FormField} from './form-description.ts';
import type {Wording} from './wording.ts';

type Words = {
  newTitle: string;
  changeTitle: (name: string) => string;
  newIntro: string[];
  changeIntro: string[];
  steps: {what: string; where: string; join: string; you: string};
  labels: Record<FieldName, string>;
  hints: Partial<Record<FieldName, string>>;
  errors: Partial<Record<FieldName, string>>;
  submit: string;
  sentTitle: string;
  sent: string[];
};

const fieldNames = [
  'name',
  'kind',
  'stage',
  'summary',
  'city',
  'address',
  'isHome',
  'website',
  'contactEmail',
  'contactPhone',
  'hasContactForm',
  'lookingFor',
  'story',
  'yourName',
  'yourEmail',
] as const;
/** The fields of the form, by the keys of their values. */
export type SubmissionFieldName = (typeof fieldNames)[number];
type FieldName = SubmissionFieldName;

const words: Record<Wording['language'], (addressForm: Wording['addressForm']) => Words> = {
  nl: (addressForm) => {
    const isFormal = addressForm === 'u';
    return {
      newTitle: 'Meld een initiatief',
      changeTitle: (name) => `Wijzig ${name}`,
      newIntro: [
        isFormal ? 'Organiseert u iets met bewoners? Zet het op de kaart.' : 'Organiseer je iets met bewoners? Zet het op de kaart.',
        isFormal ? 'U hebt geen account nodig.' : 'Je hebt geen account nodig.',
      ],
      changeIntro: [
        'Klopt er iets niet meer? Verander het hieronder.',
        'Wat er nu staat, blijft staan tot wij de wijziging hebben bekeken.',
      ],
      steps: {
        what: 'Wat is het',
        where: 'Waar is het',
        join: 'Hoe doen mensen mee',
        you: isFormal ? 'Over uzelf' : 'Over jezelf',
      },
      labels: {
        name: 'Naam van het initiatief',
        kind: 'Soort',
        stage: 'Hoe ver is het',
        summary: 'Wat doen jullie',
        city: 'Plaats',
        address: 'Adres of postcode',
        isHome: 'Dit is bij iemand thuis',
        website: 'Website',
        contactEmail: 'E-mailadres dat iedereen mag zien',
        contactPhone: 'Telefoonnummer dat iedereen mag zien',
        hasContactForm: 'Mensen mogen een bericht sturen via een formulier',
        lookingFor: 'Wie zoeken jullie nog',
        story: 'Het verhaal',
        yourName: isFormal ? 'Uw naam' : 'Je naam',
        yourEmail: isFormal ? 'Uw e-mailadres' : 'Je e-mailadres',
      },
      hints: {
        summary: 'In een paar zinnen, in eigen woorden.',
        city: 'Bijvoorbeeld Holwierde.',
        address: 'Dan staat het op de goede plek op de kaart.',
        isHome: 'Dan tonen wij nooit het adres, alleen ongeveer waar het is.',
        website: 'Begin met https://',
        hasContactForm: 'Zij zien geen e-mailadres.',
        lookingFor: 'Bijvoorbeeld: wij zoeken iemand die van koken houdt.',
        story: 'Hoe begon het, en hoe gaat het nu?',
        yourEmail: 'Hierheen sturen wij een link om te bevestigen. Niemand anders ziet het.',
      },
      errors: {
        name: 'Vul in hoe het initiatief heet',
        kind: 'Kies wat voor soort initiatief het is',
        summary: 'Vertel in een paar zinnen wat jullie doen',
        city: 'Vul in in welke plaats het is',
        address: 'Dit adres vinden wij niet, kijk het na of laat het leeg',
        website: 'Vul een webadres in dat begint met https://',
        contactEmail: 'Vul een e-mailadres in zoals naam@voorbeeld.nl',
        contactPhone: 'Vul een telefoonnummer in met alleen cijfers',
        yourEmail: 'Vul een e-mailadres in zoals naam@voorbeeld.nl',
      },
      submit: 'Stuur in',
      sentTitle: isFormal ? 'Kijk in uw mail' : 'Kijk in je mail',
      sent: [
        isFormal ? 'Wij hebben u een mail gestuurd met een link.' : 'Wij hebben je een mail gestuurd met een link.',
        isFormal
          ? 'Druk daar binnen zeven dagen op. Dan bekijken wij wat u hebt geschreven.'
          : 'Druk daar binnen zeven dagen op. Dan bekijken wij wat je hebt geschreven.',
        'Geen mail gekregen? Kijk ook bij de ongewenste mail.',
      ],
    };
  },
  en: () => ({
    newTitle: 'Add an initiative',
    changeTitle: (name) => `Change ${name}`,
    newIntro: ['Do you organise something with residents? Put it on the map.', 'You need no account.'],
    changeIntro: ['Is something no longer right? Change it below.', 'What stands there now stays until we have looked at the change.'],
    steps: {
      what: 'What it is',
      where: 'Where it is',
      join: 'How people join in',
      you: 'About you',
    },
    labels: {
      name: 'Name of the initiative',
      kind: 'Kind',
      stage: 'How far it is',
      summary: 'What you do',
      city: 'Town or village',
      address: 'Address or postcode',
      isHome: 'This is at somebody’s home',
      website: 'Website',
      contactEmail: 'E-mail address that everybody may see',
      contactPhone: 'Phone number that everybody may see',
      hasContactForm: 'People may send a message through a form',
      lookingFor: 'Whom you still look for',
      story: 'The story',
      yourName: 'Your name',
      yourEmail: 'Your e-mail address',
    },
    hints: {
      summary: 'In a few sentences, in your own words.',
      city: 'For example Holwierde.',
      address: 'Then it stands in the right spot on the map.',
      isHome: 'Then we never show the address, only roughly where it is.',
      website: 'Begin with https://',
      hasContactForm: 'They see no e-mail address.',
      lookingFor: 'For example: we look for somebody who likes to cook.',
      story: 'How did it begin, and how is it now?',
      yourEmail: 'We send a link there, to confirm. Nobody else sees it.',
    },
    errors: {
      name: 'Fill in what the initiative is called',
      kind: 'Choose what kind of initiative it is',
      summary: 'Tell in a few sentences what you do',
      city: 'Fill in in which town or village it is',
      address: 'We can’t find this address, check it or leave it empty',
      website: 'Fill in a web address that begins with https://',
      contactEmail: 'Fill in an e-mail address like name@example.com',
      contactPhone: 'Fill in a phone number with digits only',
      yourEmail: 'Fill in an e-mail address like name@example.com',
    },
    submit: 'Send it in',
    sentTitle: 'Look in your mail',
    sent: [
      'We have sent you a mail with a link.',
      'Press it within seven days. Then we look at what you wrote.',
      'No mail? Look among unwanted mail too.',
    ],
  }),
};

/** The form by which a resident adds an initiative, or changes the one that is named. */
export function submissionForm({language, addressForm}: Wording, changed: {name: string} | null = null): FormDescription {
  const {labels, hints, errors, steps, ...said} = words[language](addressForm);
  const field = (name: FieldName, pointer: string, more: Pick<FormField, 'kind'> & Partial<FormField>): FormField => {
    const [hint, error] = [hints[name], errors[name]];
    return {
      name,
      pointer,
      label: labels[name],
      ...(hint && {hint}),
      ...(error && {errors: {required: error, 'too-short': error, format: error, 'not-allowed': error}}),
      ...more,
    };
  };
  return {
    title: changed ? said.changeTitle(changed.name) : said.newTitle,
    intro: changed ? said.changeIntro : said.newIntro,
    steps: [
      {
        title: steps.what,
        fields: [
          field('name', '#/content/name', {kind: 'text', isRequired: true, maxLength: 120}),
          field('kind', '#/content/kind', {kind: 'choice', isRequired: true, options: {vocabulary: 'initiativeKinds'}}),
          field('stage', '#/content/stage', {kind: 'choice', options: {vocabulary: 'initiativeStages'}}),
          field('summary', '#/content/summary', {kind: 'multiline', isRequired: true, maxLength: 600}),
          ...(changed ? [] : [field('story', '#/content/story', {kind: 'multiline', maxLength: 20_000})]),
        ],
      },
      {
        title: steps.where,
        fields: [
          field('city', '#/content/place', {kind: 'text', maxLength: 120}),
          field('address', '#/content/location', {kind: 'text', maxLength: 100}),
          field('isHome', '#/content/place/precision', {kind: 'checkbox'}),
        ],
      },
      {
        title: steps.join,
        fields: [
          field('website', '#/content/contact/website', {kind: 'url', maxLength: 500}),
          field('contactEmail', '#/content/contact/email', {kind: 'email', maxLength: 254}),
          field('contactPhone', '#/content/contact/phone', {kind: 'phone', maxLength: 40}),
          field('hasContactForm', '#/content/hasContactForm', {kind: 'checkbox'}),
          field('lookingFor', '#/content/lookingFor', {kind: 'text', maxLength: 200}),
        ],
      },
      {
        title: steps.you,
        fields: [
          field('yourName', '#/name', {kind: 'text', maxLength: 120, autocomplete: 'name'}),
          field('yourEmail', '#/email', {kind: 'email', isRequired: true, maxLength: 254, autocomplete: 'email'}),
        ],
      },
    ],
    submit: said.submit,
    sent: {title: said.sentTitle, paragraphs: said.sent},
  };
}
