import {createSubmissionWriter, type Client, type SubmissionWriter} from '@buurtkit/sdk';
import type {Configuration} from '../configuration/configuration.ts';
import {digests} from './digests.ts';

/**
 * What sends something in to a community. A page's own client is used as it is, if it can write.
 *
 * @throws {TypeError} when the page's own client can only read, and nothing says where else to go.
 */
export async function submissionWriter({client, settings}: Configuration, community: string): Promise<SubmissionWriter> {
  if (canWrite(client)) return client;
  if (!settings) throw new TypeError('The client of this page can only read: give the component one of `createClient`.');
  return createSubmissionWriter({...settings, ...(await digests()), community});
}

function canWrite(client: Configuration['client']): client is Client {
  return 'submissions' in client;
}
