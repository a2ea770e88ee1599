import type {Fault} from '@buurtkit/contract';
import {fieldErrors, formDoorMessages, type FormDescription, type FormValues} from '@buurtkit/texts';
import {html} from 'hono/html';
import {actOnce, formGuards, passForm} from '../doors/form-door.ts';
import {readForm} from '../http/read-form.ts';
import type {RequestContext} from '../http/request-context.ts';
import {ProblemError} from '../problem-error.ts';
import type {Scope, TrxScope} from '../scope.ts';
import type {OpenPage} from './community-page.ts';
import {formView} from './form-view.ts';
import {page, type Html} from './layout.ts';

/** What a form asks; `name` is what it is about, so that its token is good for nothing else. */
export type AskedForm = {form: FormDescription; name: string};

/** One form of one page: what it asks, what is wrong with what was filled in, and what it does. */
export type PlainForm = AskedForm & {
  faults: (values: FormValues) => readonly Fault[];
  act: (scope: TrxScope, values: FormValues) => Promise<void>;
  /** Where somebody goes when it is done. */
  sentAddress: string;
};

/** A form as it is shown: with what was typed, and all that is wrong with it. */
export type ShownForm = {
  values: FormValues;
  faults: readonly Fault[];
  notice?: string;
  /** Above the whole form, and between its summary and its fields. */
  above?: Html;
  before?: Html;
  submit?: string;
};

export function showPlainForm(c: RequestContext, open: OpenPage, plain: PlainForm): Promise<Response> {
  return formPage(c, open, plain, {values: {}, faults: []});
}

/** Does what was asked once, or shows the form again with all that is wrong and all that was typed. */
export async function takePlainForm(c: RequestContext, open: OpenPage, plain: PlainForm): Promise<Response> {
  const {form, values, isTrapped, notice} = await readThroughDoor(c, open.scope, plain.name);
  if (isTrapped) return c.redirect(plain.sentAddress, 303);
  if (notice !== null) return formPage(c, open, plain, {values, faults: [], notice});

  const faults = plain.faults(values);
  if (faults.length > 0) return formPage(c, open, plain, {values, faults});
  try {
    await actOnce(open.scope, form, async (scope) => {
      await plain.act(scope, values);
      return plain.sentAddress;
    });
  } catch (error) {
    if (!(error instanceof ProblemError) || error.faults === undefined) throw error;
    return formPage(c, open, plain, {values, faults: error.faults});
  }
  return c.redirect(plain.sentAddress, 303);
}

export type SentForm = {form: URLSearchParams; values: FormValues; isTrapped: boolean; notice: string | null};

/** What was sent: a machine in the trap, a form that has to be shown again and why, or something to act on. */
export async function readThroughDoor(c: RequestContext, scope: Scope, name: string): Promise<SentForm> {
  const form = await readForm(c);
  const verdict = await passForm(c, scope, form, name);
  const {stale, tooSoon} = formDoorMessages[scope.language](scope.community.addressForm);
  const notice = verdict === 'stale' ? stale : verdict === 'too-soon' ? tooSoon : null;
  return {form, values: Object.fromEntries(form), isTrapped: verdict === 'trapped', notice};
}

export async function formPage(c: RequestContext, open: OpenPage, {form, name}: AskedForm, shown: ShownForm): Promise<Response> {
  const {scope, community, words} = open;
  const {values, faults, notice, above, before, submit} = shown;
  const wording = {language: scope.language, addressForm: scope.community.addressForm};
  const view = formView(form, {
    wording,
    values,
    errors: fieldErrors(form, faults, wording),
    guards: formGuards(scope, name),
    ...(notice && {notice}),
    ...(before && {before}),
    ...(submit && {submit}),
  });
  return page(c, {
    status: faults.length > 0 || notice ? 400 : 200,
    isPrivate: true,
    title: form.title,
    language: scope.language,
    words,
    community,
    content: above ? html`${above} ${view}` : view,
  });
}
