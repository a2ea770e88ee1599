import type {ClientOptions} from './client.ts';
import {createHttp} from './http.ts';
import {submissionsResource, type Submissions} from './submissions.ts';

/** What anybody may write about what stands on a page. */
export type SubmissionWriter = {submissions: Submissions};

/** Only what a page needs to send something in, to report a fault or to write to somebody: it weighs less than a whole client. */
export function createSubmissionWriter(options: ClientOptions): SubmissionWriter {
  return {submissions: submissionsResource(createHttp(options), `/communities/${encodeURIComponent(options.community)}`)};
}
