import type {AgeBand, Fault, Language, NewSignup} from '@buurtkit/contract';
import {faultsOfForm} from './field-rules.ts';
import type {FormDescription, FormValues} from './form-description.ts';
import type {SignupFieldName, SignupSubject} from './signup-form.ts';

type Context = Pick<SignupSubject, 'opportunity' | 'shift'> & {language: Language; holdId?: string | null};

/** What was filled in, as the API takes it. What is asked of others only is left out. */
export function signupOf(values: FormValues, {opportunity, shift, language, holdId}: Context): NewSignup {
  const value = (name: SignupFieldName): string => (values[name] ?? '').trim();
  const filled = (name: SignupFieldName) => (value(name) === '' ? {} : {[name]: value(name)});
  const answers = opportunity.questions.flatMap(({key}) => {
    const answer = (values[`answer-${key}`] ?? '').trim();
    return answer === '' ? [] : [[key, answer] as const];
  });
  const children = Number(value('children'));
  return {
    ...(shift ? {shiftId: shift.id} : {opportunityId: opportunity.id}),
    ...(shift && shift.roles.length > 1 && filled('role')),
    ...(holdId && {holdId}),
    name: value('name'),
    ...filled('email'),
    ...filled('phone'),
    ageBand: value('ageBand') as AgeBand,
    ...(value('ageBand') === '12-15' && filled('guardianEmail')),
    ...(opportunity.isForChildren && children > 0 && {children}),
    ...(answers.length > 0 && {answers: Object.fromEntries(answers)}),
    locale: language,
  };
}

/** All that can be known to be wrong before it is sent: an element and a page without JavaScript say it alike. */
export function signupFaultsOf(form: FormDescription, values: FormValues): Fault[] {
  const faults = faultsOfForm(form, values);
  const [own, guardian] = ['email', 'guardianEmail'].map((name) => (values[name] ?? '').trim().toLowerCase());
  const isSame = values['ageBand'] === '12-15' && own !== '' && own === guardian;
  return isSame ? [...faults, {pointer: '#/guardianEmail', code: 'not-allowed'}] : faults;
}
