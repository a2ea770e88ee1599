import type {
  MessageReceipt,
  NewMessage,
  NewReport,
  NewSubmission,
  ReportReceipt,
  SimilarInitiatives,
  SimilarRequest,
  Submission,
} from './generated/types.ts';
import type {Http, RequestOptions, WriteOptions} from './http.ts';

/** What somebody without an account can write. */
export type Submissions = {
  /**
   * Sends in a new initiative, or a change of the one that `initiative` names. It waits until its sender has pressed a link in
   * a mail, and then for a moderator.
   *
   * @throws {ApiError} `request.invalid` with all `errors`; `initiative.not-found`; `request.rate-limited`.
   * @example
   * const content = {name: 'Buurttuin Oost', kind: 'other', summary: {nl: 'Samen tuinieren op het veldje.'}} as const;
   * const {id, state} = await client.submissions.create({content, email: 'bewoner@example.nl', locale: 'nl'});
   */
  create(submission: NewSubmission, options?: WriteOptions): Promise<Submission>;
  /**
   * Initiatives that may be the one somebody is about to send in: by their name, or within 250 metres. At most five.
   *
   * @example
   * const {data} = await client.submissions.similar({name: 'Buurtsuper'});
   */
  similar(request: SimilarRequest, options?: RequestOptions): Promise<SimilarInitiatives>;
  /**
   * Says that something on a page isn’t right. Its people and the community’s moderators hear of it.
   *
   * @throws {ApiError} `request.invalid`; `initiative.not-found`, and so on; `request.rate-limited`.
   * @example
   * await client.submissions.report({resource: 'initiative', slug: 'buurtsuper-holwierde', text: 'De openingstijden kloppen niet.'});
   */
  report(report: NewReport, options?: WriteOptions): Promise<ReportReceipt>;
  /**
   * Sends the people of an initiative a message; they answer its writer by mail.
   *
   * @throws {ApiError} `initiative.no-contact-form`; `initiative.not-found`; `request.rate-limited`.
   */
  message(slug: string, message: NewMessage, options?: WriteOptions): Promise<MessageReceipt>;
};

export function submissionsResource(http: Http, communityPath: string): Submissions {
  return {
    create: (submission, options) => http.post(`${communityPath}/submissions`, submission, options),
    similar: (request, options) => http.ask(`${communityPath}/similar-initiatives`, request, options),
    report: (report, options) => http.post(`${communityPath}/reports`, report, options),
    message: (slug, message, options) => http.post(`${communityPath}/initiatives/${encodeURIComponent(slug)}/messages`, message, options),
  };
}
