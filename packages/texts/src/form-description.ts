import type {Fault, FaultCode} from '@buurtkit/contract';
import {formMessages} from './form-messages.ts';
import type {Wording} from './wording.ts';

export type FieldKind = 'text' | 'email' | 'phone' | 'url' | 'multiline' | 'choice' | 'checkbox';

/** Choices written out, or those of a vocabulary of the contract: a renderer knows the labels of these itself. */
export type FieldOptions = readonly {value: string; label: string}[] | {vocabulary: 'initiativeKinds' | 'initiativeStages'};

/** One question of a form, and nothing of how it looks. */
export type FormField = {
  /** Of the control, and the key of its value. */
  name: string;
  /** Where the API says that its value is wrong, and everything below that: `#/content/name`. */
  pointer: string;
  kind: FieldKind;
  label: string;
  hint?: string;
  isRequired?: boolean;
  /** Asked, and required or not, only when another field has this value; a page that can't hide it says so in the hint. */
  onlyWhen?: {field: string; value: string};
  maxLength?: number;
  /** A number of so many digits; spaces between them don't count. */
  digits?: number;
  /** As HTML has it, so that a browser can fill it in (WCAG 1.3.5). */
  autocomplete?: 'name' | 'email' | 'tel' | 'url' | 'one-time-code';
  /** Of a choice. One that is not required can be left open. */
  options?: FieldOptions;
  /** What to say instead of the usual, per fault. */
  errors?: Partial<Record<FaultCode, string>>;
};

export type FormStep = {title: string; fields: readonly FormField[]};

/** A form as it is asked, from one description: an element and a page without JavaScript both render it. */
export type FormDescription = {
  title: string;
  intro: readonly string[];
  /** Three to five fields each. */
  steps: readonly FormStep[];
  submit: string;
  sent: {title: string; paragraphs: readonly string[]};
};

/** What was filled in, per field; a checkbox that is on has some text, one that is off none. */
export type FormValues = Readonly<Record<string, string>>;

export type FieldError = {field: FormField; text: string};

/** What the API finds wrong, in words beside the field that it is about; what is about none of them is left out. */
export function fieldErrors(form: FormDescription, faults: readonly Fault[], {language, addressForm}: Wording): FieldError[] {
  const words = formMessages[language](addressForm);
  const fields = form.steps.flatMap((step) => step.fields);
  return fields.flatMap((field) => {
    const fault = faults.find(({pointer}) => pointer === field.pointer || pointer?.startsWith(`${field.pointer}/`));
    return fault ? [{field, text: field.errors?.[fault.code] ?? words.errors[fault.code]}] : [];
  });
}
