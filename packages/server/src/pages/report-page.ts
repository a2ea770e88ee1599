import {faultsOf, newReportSchema, type NewReport} from '@buurtkit/contract';
import {reportForm, reportMessages, type FormValues} from '@buurtkit/texts';
import {html} from 'hono/html';
import type {RequestContext} from '../http/request-context.ts';
import {unstorableInBody} from '../http/unstorable-text.ts';
import {reportFault} from '../reports/report-fault.ts';
import {communityPage, type OpenPage} from './community-page.ts';
import {page} from './layout.ts';
import type {PlainForm} from './plain-form.ts';

/** What isn't right: an initiative or an organisation. */
type Resource = keyof typeof folders;
type Subject = {resource: Resource; id: string; slug: string; name: string; community: string};
type OpenReport = OpenPage & {current: Subject};

const folders = {initiative: 'initiatieven', partner: 'sociale-kaart'} as const satisfies Partial<Record<NewReport['resource'], string>>;

export function reportAddress({resource, community, slug}: Omit<Subject, 'id' | 'name'>): string {
  return `/${community}/${folders[resource]}/${slug}/klopt-niet`;
}

/** "Klopt dit niet?", for anybody. */
export function reportFormOf({scope, current}: OpenReport): PlainForm {
  const wording = {language: scope.language, addressForm: scope.community.addressForm};
  return {
    form: reportForm(wording, current),
    name: `report ${current.id}`,
    faults: (values) => {
      const report = reportOf(current, values);
      const parsed = newReportSchema.safeParse(report);
      return [...(parsed.success ? [] : faultsOf(parsed.error, report, 'body')), ...unstorableInBody(report)];
    },
    act: async (trxScope, values) => void (await reportFault(trxScope, newReportSchema.parse(reportOf(current, values)))),
    sentAddress: `${reportAddress(current)}/verstuurd`,
  };
}

function reportOf({resource, slug}: Subject, values: FormValues) {
  const email = (values['email'] ?? '').trim();
  return {resource, slug, text: values['text'] ?? '', ...(email !== '' && {email})};
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
