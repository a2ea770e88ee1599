import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {afterEach, beforeEach, expect, test} from 'vitest';

import {claimOwnership} from './ownership.ts';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'buurtkit-ownership-'));
});

afterEach(() => rm(home, {recursive: true}));

test.each([
  {found: 'nobody', ownerFile: null},
  {found: 'an owner that died', ownerFile: '{"id":"gone","pid":999999999,"processStart":"long ago","mode":"serve"}'},
  {found: 'a file that a power cut left empty', ownerFile: ''},
])('of a crowd that finds $found exactly one becomes the owner, time after time', async ({ownerFile}) => {
  for (let round = 0; round < 20; round += 1) {
    if (ownerFile !== null) await writeFile(join(home, 'owner.json'), ownerFile);

    const crowd = await Promise.all(Array.from({length: 30}, () => claimOwnership(home, 'serve')));

    const winners = crowd.filter((claim) => claim.isOurs);
    expect(winners).toHaveLength(1);
    expect(await readdir(home)).toEqual(['owner.json']);
    await winners[0]?.release();
    expect(await readdir(home)).toEqual([]);
  }
});

test('a successor that was killed halfway keeps nobody out', async () => {
  const died = {pid: 999999999, processStart: 'long ago', mode: 'serve'};
  await writeFile(join(home, 'owner.json'), JSON.stringify({...died, id: 'first'}));
  await writeFile(join(home, 'owner-after-first.json'), JSON.stringify({...died, id: 'second'}));

  const claim = await claimOwnership(home, 'command');

  expect(claim.isOurs).toBe(true);
  expect(await readdir(home)).toEqual(['owner.json']);
});
