import {
  approveShiftHours,
  balancesText,
  exportLedger,
  getEntry,
  getFund,
  getLedgerHead,
  hashBeforeTheFirst,
  ledgerFormat,
  listCheckpoints,
  reverseEntry,
} from '@buurtkit/contract';
import {whoAsks, balanceOf, fundOf, type Asking} from '../ledger/accounts.ts';
import {digestOf, entryNamed, post, proofsOf, receiptOf, standingOf} from '../ledger/entries.ts';
import {MockProblem} from '../mock-problem.ts';
import {communityOf, type MockState} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {emptyPdf} from './pdf.ts';
import {shiftNamed} from './shifts.ts';
import {written} from './transfers.ts';

type In = {state: MockState; params: {community: string}};

/** Fewer than so many people are nobody's business. */
const enough = 5;

/** What members gave in the year of the last entry. */
function fundFigures({ledger}: Asking) {
  const year = (ledger.entries.at(-1)?.occurredAt ?? new Date().toISOString()).slice(0, 4);
  const members = new Set(ledger.accounts.filter(({kind}) => kind === 'member').map(({id}) => id));
  const turnedBack = new Set(ledger.entries.map(({reverses}) => reverses));
  const given = ledger.entries
    .filter(({id, kind, occurredAt}) => occurredAt.startsWith(year) && kind !== 'reversal' && !turnedBack.has(id))
    .flatMap(({kind, postings}) => postings.filter(({accountId, minutes}) => members.has(accountId) && (minutes < 0 || kind === 'hours')));
  const people = new Set(given.map(({accountId}) => accountId)).size;
  if (people < enough) return {year: Number(year), people: null, givenMinutes: null, fundMinutes: null};
  const givenMinutes = given.reduce((sum, {minutes}) => sum + Math.abs(minutes), 0);
  return {year: Number(year), people, givenMinutes, fundMinutes: balanceOf(ledger, fundOf(ledger).id)};
}

function headOf({state, params}: In, {ledger}: Asking) {
  const {id: communityId} = communityOf(state, params.community);
  const hash = [...proofsOf(ledger, communityId).values()].at(-1)?.hash ?? hashBeforeTheFirst;
  return {communityId, format: ledgerFormat, sequence: ledger.entries.length, hash};
}

export const ledgerOperations = [
  operation(getEntry, (call) => {
    const who = whoAsks(call);
    const {id: communityId} = communityOf(call.state, call.params.community);
    const receipt = receiptOf(who, entryNamed(who.ledger, call.params.id), communityId);
    return {status: 200, content: call.format === 'pdf' ? emptyPdf(`Bon ${receipt.sequence}`) : receipt};
  }),

  operation(reverseEntry, (call) => {
    const who = whoAsks(call);
    const {id: reverses, postings} = entryNamed(who.ledger, call.params.id);
    if (who.ledger.entries.some((entry) => entry.reverses === reverses)) throw new MockProblem('entry.already-reversed');
    const back = postings.map(({accountId, minutes}) => ({accountId, minutes: -minutes}));
    const told = {id: call.idempotencyKey, kind: 'reversal' as const, postings: back, reverses, memo: call.body.reason};
    return written(call, who, post(who, told));
  }),

  operation(approveShiftHours, ({state, params: {community, id}}) => {
    shiftNamed(state, community, id);
    const ofShift = new Set((state.signups.get(community) ?? []).filter(({shiftId}) => shiftId === id).map((signup) => signup.id));
    const data = (state.hours.get(community) ?? []).filter(({signupId}) => ofShift.has(signupId));
    for (const hours of data) if (hours.state === 'submitted') hours.state = 'approved';
    return {status: 200, content: {data, total: data.length, next: null, facets: {}}};
  }),

  operation(getFund, (call) => ({status: 200, content: fundFigures(whoAsks(call))})),

  operation(getLedgerHead, (call) => ({status: 200, content: headOf(call, whoAsks(call))})),

  operation(listCheckpoints, (call) => {
    const who = whoAsks(call);
    const {sequence, hash} = headOf(call, who);
    const last = who.ledger.entries.at(-1);
    const balancesHash = digestOf(balancesText(standingOf(who.ledger)));
    return {status: 200, content: {data: last ? [{day: last.occurredAt.slice(0, 10), sequence, hash, balancesHash}] : []}};
  }),

  operation(exportLedger, (call) => {
    const who = whoAsks(call);
    const lines = [headOf(call, who), ...who.ledger.entries];
    return {status: 200, content: lines.map((line) => `${JSON.stringify(line)}\n`).join('')};
  }),
];
