import type {AgeBand, Opportunity} from '@buurtkit/contract';
import type {VolunteeringDetailMessages} from './volunteering-detail-messages.ts';

type Rules = Pick<Opportunity, 'minAge' | 'minors'>;

const oldest: Record<AgeBand, number> = {'under-12': 11, '12-15': 15, '16-17': 17, '18+': Infinity};

/** The ages that may do this work; under 12 one only comes along. */
export function agesFor({minAge, minors}: Rules): AgeBand[] {
  const bands: AgeBand[] = ['12-15', '16-17', '18+'];
  return bands.filter((band) => oldest[band] >= minAge && (band === '18+' || minors !== 'none'));
}

/** From which age one may do this work, and what holds for who is young: a line each. */
export function agesTold(
  {minAge, minors}: Rules,
  said: Pick<VolunteeringDetailMessages, 'fromAge' | 'withGuardian' | 'supervised'>,
): string[] {
  const youngest = Math.max(minAge, minors === 'none' ? 18 : 12);
  return [
    said.fromAge(youngest),
    ...(youngest < 16 ? [said.withGuardian] : []),
    ...(youngest < 18 && minors === 'supervised' ? [said.supervised] : []),
  ];
}
