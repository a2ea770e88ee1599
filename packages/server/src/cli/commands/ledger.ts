import {createReadStream} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createInterface} from 'node:readline';
import {entrySchema, type Entry} from '@buurtkit/contract';
import {Command} from 'commander';
import {CommandError} from '../../command-error.ts';
import {findCommunityById} from '../../communities/store.ts';
import type {Community} from '../../communities/community.ts';
import type {Database} from '../../db/database.ts';
import {isReceiptOf, isSoundReceipt} from '../../ledger/proof/check-receipt.ts';
import {readHead} from '../../ledger/proof/public-proof.ts';
import {verifyExport, type VerifiedLedger} from '../../ledger/proof/verify-export.ts';
import {verifyLedger} from '../../ledger/proof/verify-ledger.ts';
import type {CommandContext} from '../command-context.ts';
import {commandScope} from '../command-scope.ts';
import {requireCommunity} from '../require-community.ts';
import {requireFile} from '../require-file.ts';

type Options = {community?: string; receipt?: string};
type Named = VerifiedLedger & {name: string};

export function ledgerCommand({open, print}: CommandContext): Command {
  const verify = new Command('verify')
    .description('Tell everything in a ledger again: of this database, or of an export, without one.')
    .argument('[file]', 'what GET …/ledger/export answered')
    .option('--community <slug>', 'of this community only')
    .option('--receipt <file>', 'whether the entry of this receipt stands in the export as it says')
    .action(async (file: string | undefined, {community, receipt}: Options) => {
      if (file === undefined && receipt !== undefined)
        throw new CommandError('usage', 'A receipt is held against an export: name its file first.', {exitCode: 2});
      if (file !== undefined && community !== undefined)
        throw new CommandError('usage', 'An export is of one community already: leave --community out.', {exitCode: 2});
      const ledgers = file === undefined ? await verifyAll(open, community) : [{name: file, ...(await verifyFile(file, receipt))}];
      print({ledgers}, ledgers.map(inWords).join('\n'));
      if (ledgers.some(({faults}) => faults.length > 0)) process.exitCode = 1;
    });
  return new Command('ledger').description('Time credits: check that nothing was changed.').addCommand(verify);
}

async function verifyAll(open: CommandContext['open'], slug: string | undefined): Promise<Named[]> {
  const {database, close} = await open();
  const communities = slug === undefined ? await withLedger(database) : [await requireCommunity(database, slug)];
  const ledgers: Named[] = [];
  for (const community of communities) {
    const scope = commandScope(database, community);
    const {communityId, sequence, hash} = await readHead(scope);
    ledgers.push({name: community.slug, communityId, sequence, hash, faults: await verifyLedger(scope)});
  }
  await close();
  return ledgers;
}

async function withLedger(database: Database): Promise<Community[]> {
  const heads = await database.public.selectFrom('ledger_heads').select('community_id').execute();
  const communities = await Promise.all(heads.map(({community_id}) => findCommunityById(database, community_id)));
  return communities.filter((community) => community !== null).toSorted((one, other) => (one.slug < other.slug ? -1 : 1));
}

async function verifyFile(path: string, receiptPath: string | undefined): Promise<VerifiedLedger> {
  await requireFile(path);
  const linesOf = () => createInterface({input: createReadStream(path), crlfDelay: Infinity});
  if (receiptPath === undefined) return verifyExport(linesOf());
  const receipt = await readReceipt(receiptPath);
  let isThere = false;
  const verified = await verifyExport(linesOf(), (entry) => {
    isThere ||= isReceiptOf(receipt, entry);
  });
  const isRight = isThere && isSoundReceipt(receipt);
  return isRight ? verified : {...verified, faults: [...verified.faults, {sequence: receipt.sequence, fault: 'receipt'}]};
}

async function readReceipt(path: string): Promise<Entry> {
  await requireFile(path);
  try {
    return entrySchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new CommandError('ledger.unreadable', `${path} is no receipt: it is what GET …/entries/{id} answers.`, {cause});
  }
}

function inWords({name, sequence, hash, faults}: Named): string {
  const entries = sequence === 1 ? '1 entry' : `${sequence} entries`;
  if (faults.length === 0) return `${name}: ${entries}, all as written; the last hash is ${hash}.`;
  const lines = faults.map(({sequence: at, fault}) => `  entry ${at}: ${fault}`);
  return [
    `${name}: ${entries}, ${faults.length === 1 ? '1 fault' : `${faults.length} faults`} (docs/ledger.md tells what each means).`,
    ...lines,
  ].join('\n');
}
