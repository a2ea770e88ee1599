import type {Language} from './wording.ts';

/** Days of the week, by the API's values. */
export const weekdayLabels: Readonly<Record<'mo' | 'tu' | 'we' | 'th' | 'fr' | 'sa' | 'su', Readonly<Record<Language, string>>>> = {
  mo: {nl: 'Maandag', en: 'Monday'},
  tu: {nl: 'Dinsdag', en: 'Tuesday'},
  we: {nl: 'Woensdag', en: 'Wednesday'},
  th: {nl: 'Donderdag', en: 'Thursday'},
  fr: {nl: 'Vrijdag', en: 'Friday'},
  sa: {nl: 'Zaterdag', en: 'Saturday'},
  su: {nl: 'Zondag', en: 'Sunday'},
};
