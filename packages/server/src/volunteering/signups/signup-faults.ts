import type {AgeBand, Fault, NewSignup} from '@buurtkit/contract';
import type {TrxScope} from '../../scope.ts';
import type {Target} from './store.ts';

/** The youngest and the oldest of each band. */
const ages: Record<AgeBand, readonly [number, number]> = {'under-12': [0, 11], '12-15': [12, 15], '16-17': [16, 17], '18+': [18, 150]};

/** All that is wrong with a sign-up for this work, at once. */
export async function signupFaults(scope: TrxScope, asked: NewSignup, target: Target): Promise<Fault[]> {
  return [
    ...ageFaults(asked, target),
    ...answerFaults(asked, target),
    ...(asked.email === undefined && scope.caller.kind === 'anonymous' ? [{pointer: '#/email', code: 'required' as const}] : []),
    ...((asked.children ?? 0) > 0 && !target.opportunity.is_for_children ? [{pointer: '#/children', code: 'not-allowed' as const}] : []),
    ...(target.shift === null && (await hasShifts(scope, target.opportunity.id))
      ? [{pointer: '#/shiftId', code: 'required' as const}]
      : []),
  ];
}

/** Under 12 only as a child that comes along; who is too young for this work needs a policy that lets minors in. */
function ageFaults({ageBand, guardianEmail, email}: NewSignup, {opportunity}: Target): Fault[] {
  const [, oldest] = ages[ageBand];
  if (ageBand === 'under-12' || oldest < opportunity.min_age) return [{pointer: '#/ageBand', code: 'not-allowed'}];
  if (ageBand !== '18+' && opportunity.minors === 'none') return [{pointer: '#/ageBand', code: 'not-allowed'}];
  if (ageBand !== '12-15') return [];
  if (guardianEmail === undefined) return [{pointer: '#/guardianEmail', code: 'required'}];
  return guardianEmail.toLowerCase() === email?.toLowerCase() ? [{pointer: '#/guardianEmail', code: 'not-allowed'}] : [];
}

function answerFaults({answers = {}}: NewSignup, {opportunity: {questions}}: Target): Fault[] {
  const known = new Set(questions.map(({key}) => key));
  return [
    ...Object.keys(answers)
      .filter((key) => !known.has(key))
      .map((key): Fault => ({pointer: `#/answers/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, code: 'unknown'})),
    ...questions
      .filter(({key, isRequired}) => isRequired && !answers[key])
      .map(({key}): Fault => ({pointer: `#/answers/${key}`, code: 'required'})),
  ];
}

/** Work that has coming shifts is done in one of them. */
async function hasShifts(scope: TrxScope, opportunityId: string): Promise<boolean> {
  const shift = await scope.trx
    .selectFrom('shifts')
    .select('id')
    .where('community_id', '=', scope.community.id)
    .where('opportunity_id', '=', opportunityId)
    .where('starts_at', '>', scope.now)
    .where('cancelled_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return shift !== undefined;
}
