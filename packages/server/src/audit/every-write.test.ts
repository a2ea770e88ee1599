import {isWrite, routes} from '@buurtkit/contract';
import {askExample, exampleOf} from '@buurtkit/msw/shape-suite';
import {sql} from 'kysely';
import {afterAll, expect, test} from 'vitest';
import {changeCommunity} from '../communities/change-community.ts';
import {undoImport} from '../imports/undo-import.ts';
import {createKey, revokeKey} from '../keys/manage-keys.ts';
import {anApiUnderTest} from '../testing/api-under-test.ts';
import {importFile} from '../testing/data-in-and-out.ts';
import {aCommunity, aScope, createTestApp} from '../testing/test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());

const {api, eemsdelta} = await anApiUnderTest(app);

/** Writes that leave nothing in the audit, each with its reason. */
const leavesNothing: Record<string, string> = {
  holdPlace: 'a hold is nobody’s, and gone after ten minutes unless somebody signs up',
  sendMessage: 'a message is passed on and not kept, so nothing of ours changes',
};

type AuditRow = {id: string; actor: string; action: string; fields: string[]};

async function auditRows(): Promise<AuditRow[]> {
  const {rows} = await sql<AuditRow>`select id, actor, action, fields from audit order by id`.execute(app.database.owner);
  return rows;
}

/** What the audit gained while something was done. */
async function recordedBy(work: () => Promise<unknown>): Promise<AuditRow[]> {
  const before = new Set((await auditRows()).map(({id}) => id));
  await work();
  return (await auditRows()).filter(({id}) => !before.has(id));
}

const writes = routes.filter(isWrite);

test.each(writes.map((route) => [route.operationId, route] as const))(
  '%s is written down, or it says why not',
  async (operationId, route) => {
    const example = await exampleOf(route, api);
    let status = 0;

    const recorded = await recordedBy(async () => {
      ({status} = await askExample(api, route, example));
    });

    expect(status).toBe(example.status);
    if (operationId in leavesNothing) expect(recorded).toEqual([]);
    else expect(recorded.length).toBeGreaterThan(0);
    for (const {action} of recorded) expect(action).toMatch(/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/);
  },
);

test('every reason given here is of a write that there is', () => {
  expect(Object.keys(leavesNothing).filter((operationId) => writes.every((route) => route.operationId !== operationId))).toEqual([]);
});

test('what is done on the command line is written down too', async () => {
  const scope = aScope(app, eemsdelta);
  const actionsOf = async (work: () => Promise<unknown>) => (await recordedBy(work)).map(({actor, action}) => `${actor} ${action}`);
  let key = '';
  let imported = '';

  expect(await actionsOf(() => aCommunity(app, {slug: 'nieuw'}))).toEqual(['command community.created']);
  expect(await actionsOf(() => changeCommunity(scope, {addressForm: 'u'}, null))).toEqual(['command community.updated']);
  const making = async () => {
    key = (await createKey(app.database.owner, {communityId: eemsdelta.id, role: 'desk', target: null})).id;
  };
  expect(await actionsOf(making)).toEqual(['command key.created']);
  expect(await actionsOf(() => revokeKey(app.database.owner, key, new Date()))).toEqual(['command key.revoked']);
  const importing = async () => {
    imported = (await importFile(scope, 'name,kind,summary_nl\nTuin,other,Samen.\n')).id;
  };
  expect((await actionsOf(importing)).sort()).toEqual(['command import.committed', 'command initiative.created']);
  expect((await actionsOf(() => undoImport(scope, imported))).sort()).toEqual(['command import.undone', 'command initiative.deleted']);
});
