import {createSessionWriter, type ClientOptions, type Sessions} from '@buurtkit/sdk';
import {digests} from '../form/digests.ts';

/** What signs somebody in and out. @param token - Of who is signed in now. */
export async function sessionWriter(settings: ClientOptions, token: string | undefined): Promise<Sessions> {
  const {sessions} = createSessionWriter({...settings, ...(await digests()), key: token});
  return sessions;
}
