import type {Partner} from '@buurtkit/contract';
import {listCoalitionOf} from '../coalitions/told-coalition.ts';
import {readPublished} from '../db/read-published.ts';
import {readAddress, theOnly} from '../lists/address.ts';
import type {Scope} from '../scope.ts';
import {representService} from '../services/service-row.ts';
import {listServiceRowsOf} from '../services/store.ts';
import {representPartner} from './partner-row.ts';
import {findPartnerRows, listMembers, listNetworks} from './store.ts';

/** One organisation with its services and whom it stands behind; `{community}~{slug}` where a region holds the slug twice. */
export async function getPartner(scope: Scope, address: string): Promise<{partner: Partner; revision: string}> {
  return readPublished(scope, async (db) => {
    const row = theOnly(await findPartnerRows(db, scope, readAddress(address)), 'partner.not-found');
    const parts = {
      coalition: await listCoalitionOf(db, row),
      services: (await listServiceRowsOf(db, row, scope.now)).map(representService),
      members: await listMembers(db, row),
      networks: await listNetworks(db, row),
    };
    return {partner: representPartner(row, parts, scope.publicUrl), revision: row.revision};
  });
}
