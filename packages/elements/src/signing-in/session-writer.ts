import {createSessionWriter, type ClientOptions, type SessionWriter} from '@buurtkit/sdk';
import {digests} from '../form/digests.ts';

/** What signs somebody in and out. @param key - Of who is signed in now. */
export async function sessionWriter(settings: ClientOptions, key: string | undefined): Promise<SessionWriter> {
  return createSessionWriter({...settings, ...(await digests()), key});
}
