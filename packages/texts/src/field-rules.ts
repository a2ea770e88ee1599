import type {Fault, FaultCode} from '@buurtkit/contract';
import type {FieldKind, FormDescription, FormField, FormValues} from './form-description.ts';

/** Formats and lengths as the API has them for every field of their kind; whatever else it finds wrong, it says itself. */
const formats: Partial<Record<FieldKind, {pattern: RegExp; shortest: number; longest: number}>> = {
  email: {
    pattern: /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/,
    shortest: 1,
    longest: 254,
  },
  phone: {pattern: /^[+0-9][0-9 ()./-]*$/, shortest: 3, longest: 40},
  url: {pattern: /^https?:\/\/[^\s/?#.]+(?:\.[^\s/?#.]+)+/, shortest: 1, longest: 500},
};

/** Whether a field is asked, with what was filled in elsewhere. */
export function isAsked({onlyWhen}: FormField, values: FormValues): boolean {
  return !onlyWhen || values[onlyWhen.field] === onlyWhen.value;
}

/** What is wrong with the value of a field, as far as can be known without asking the API; null when nothing is. */
export function faultOfField(field: FormField, values: FormValues): FaultCode | null {
  if (!isAsked(field, values)) return null;
  const value = (values[field.name] ?? '').trim();
  if (value === '') return field.isRequired ? 'required' : null;
  const format = formats[field.kind];
  if (value.length > Math.min(field.maxLength ?? Infinity, format?.longest ?? Infinity)) return 'too-long';
  if (format && value.length < format.shortest) return 'too-short';
  if (format && !format.pattern.test(value)) return 'format';
  const {options, digits} = field;
  if (digits && !new RegExp(`^\\d{${digits}}$`).test(value.replace(/\s/g, ''))) return 'format';
  if (options && !('vocabulary' in options) && !options.some((option) => option.value === value)) return 'unknown';
  return null;
}

/** All that is wrong with a form, at once. */
export function faultsOfForm({steps}: FormDescription, values: FormValues): Fault[] {
  return steps
    .flatMap(({fields}) => fields)
    .flatMap((field) => {
      const code = faultOfField(field, values);
      return code === null ? [] : [{pointer: field.pointer, code}];
    });
}
