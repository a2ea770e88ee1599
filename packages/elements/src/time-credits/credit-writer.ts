import {createCreditWriter, type ClientOptions, type CreditWriter} from '@buurtkit/sdk';
import {digests} from '../form/digests.ts';

/** What moves minutes and asks for them. */
export async function creditWriter(settings: ClientOptions): Promise<CreditWriter> {
  return createCreditWriter({...settings, ...(await digests())});
}
