import type {Fault} from '@buurtkit/contract';
import {fieldErrors, formDoorMessages, type FormDescription, type FormValues} from '@buurtkit/texts';
import {formGuards, passForm} from '../doors/form-door.ts';
import {readForm} from '../http/read-form.ts';
import type {RequestContext} from '../http/request-context.ts';
import {ProblemError} from '../problem-error.ts';
import type {OpenPage} from './community-page.ts';
import {formView} from './form-view.ts';
import {page} from './layout.ts';

/** One form of one page: what it asks, what is wrong with what was filled in, and what it does. */
export type PlainForm = {
  form: FormDescription;
  /** What the form is about, so that its token is good for nothing else. */
  name: string;
  faults: (values: FormValues) => readonly Fault[];
  act: (values: FormValues) => Promise<void>;
  /** Where somebody goes when it is done. */
  sentAddress: string;
};

type Shown = {values: FormValues; faults: readonly Fault[]; notice?: string};

export function showPlainForm(c: RequestContext, open: OpenPage, plain: PlainForm): Promise<Response> {
  return shown(c, open, plain, {values: {}, faults: []});
}

/** Does what was asked once, or shows the form again with all that is wrong and all that was typed. */
export async function takePlainForm(c: RequestContext, open: OpenPage, plain: PlainForm): Promise<Response> {
  const {scope} = open;
  const form = await readForm(c);
  const values = Object.fromEntries(form);
  const verdict = await passForm(c, scope, form, plain.name);
  if (verdict === 'trapped') return c.redirect(plain.sentAddress, 303);
  const door = formDoorMessages[scope.language](scope.community.addressForm);
  if (verdict !== 'passed') return shown(c, open, plain, {values, faults: [], notice: verdict === 'stale' ? door.stale : door.tooSoon});

  const faults = plain.faults(values);
  if (faults.length > 0) return shown(c, open, plain, {values, faults});
  try {
    await plain.act(values);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.faults === undefined) throw error;
    return shown(c, open, plain, {values, faults: error.faults});
  }
  return c.redirect(plain.sentAddress, 303);
}

async function shown(c: RequestContext, open: OpenPage, {form, name}: PlainForm, {values, faults, notice}: Shown): Promise<Response> {
  const {scope, community, words} = open;
  const wording = {language: scope.language, addressForm: scope.community.addressForm};
  return page(c, {
    status: faults.length > 0 || notice ? 400 : 200,
    isPrivate: true,
    title: form.title,
    language: scope.language,
    words,
    community,
    content: formView(form, {
      wording,
      values,
      errors: fieldErrors(form, faults, wording),
      guards: formGuards(scope, name),
      ...(notice && {notice}),
    }),
  });
}
