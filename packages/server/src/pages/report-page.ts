import {faultsOf, newReportSchema, type Fault, type NewReport} from '@buurtkit/contract';
import {fieldErrors, formDoorMessages, reportForm, reportMessages, type FormValues} from '@buurtkit/texts';
import {html} from 'hono/html';
import {formGuards, passForm} from '../doors/form-door.ts';
import {readForm} from '../http/read-form.ts';
import type {RequestContext} from '../http/request-context.ts';
import {unstorableInBody} from '../http/unstorable-text.ts';
import {reportFault} from '../reports/report-fault.ts';
import {communityPage, type OpenPage} from './community-page.ts';
import {formView} from './form-view.ts';
import {page} from './layout.ts';

/** What isn't right: an initiative or an organisation. */
type Resource = keyof typeof folders;
type Subject = {resource: Resource; id: string; slug: string; name: string; community: string};
type OpenReport = OpenPage & {current: Subject};

const folders = {initiative: 'initiatieven', partner: 'sociale-kaart'} as const satisfies Partial<Record<NewReport['resource'], string>>;

export function reportAddress({resource, community, slug}: Omit<Subject, 'id' | 'name'>): string {
  return `/${community}/${folders[resource]}/${slug}/klopt-niet`;
}

const formNameOf = ({current}: OpenReport) => `report ${current.id}`;

/** "Klopt dit niet?", for anybody. */
export function showReportForm(c: RequestContext, open: OpenReport): Promise<Response> {
  return formPage(c, open, {values: {}, faults: []});
}

export async function takeReport(c: RequestContext, open: OpenReport): Promise<Response> {
  const {scope, current} = open;
  const form = await readForm(c);
  const values = Object.fromEntries(form);
  const verdict = await passForm(c, scope, form, formNameOf(open));
  if (verdict === 'trapped') return sent(c, open);
  const door = formDoorMessages[scope.language](scope.community.addressForm);
  if (verdict !== 'passed') return formPage(c, open, {values, faults: [], notice: verdict === 'stale' ? door.stale : door.tooSoon});

  const email = (values['email'] ?? '').trim();
  const report = {resource: current.resource, slug: current.slug, text: values['text'] ?? '', ...(email !== '' && {email})};
  const parsed = newReportSchema.safeParse(report);
  const faults = [...(parsed.success ? [] : faultsOf(parsed.error, report, 'body')), ...unstorableInBody(report)];
  if (!parsed.success || faults.length > 0) return formPage(c, open, {values, faults});
  await reportFault(scope, parsed.data);
  return sent(c, open);
}

type Shown = {values: FormValues; faults: readonly Fault[]; notice?: string};

async function formPage(c: RequestContext, open: OpenReport, {values, faults, notice}: Shown): Promise<Response> {
  const {scope, community, words, current} = open;
  const wording = {language: scope.language, addressForm: scope.community.addressForm};
  const form = reportForm(wording, current);
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
      guards: formGuards(scope, formNameOf(open)),
      ...(notice && {notice}),
    }),
  });
}

function sent(c: RequestContext, {current}: OpenReport): Response {
  return c.redirect(`${reportAddress(current)}/verstuurd`, 303);
}

export async function reportSentPage(c: RequestContext, resource: Resource): Promise<Response> {
  const {scope, community, words} = await communityPage(c);
  const said = reportMessages[scope.language](scope.community.addressForm);
  return page(c, {
    title: said.sentTitle,
    language: scope.language,
    words,
    community,
    content: html`<h1>${said.sentTitle}</h1>
      <p>${said.sentText}</p>
      <p>${said.sentNext}</p>
      <p>
        <a href="/${community.slug}/${folders[resource]}">${resource === 'partner' ? words.page.allPartners : words.page.allInitiatives}</a>
      </p>`,
  });
}
