import type {LanguageMap, Opportunity, Shift} from '@buurtkit/contract';
import {describeChapter} from './describe-initiative.ts';
import {numberedId} from './numbered-id.ts';

type Told = Pick<Opportunity, 'community' | 'title' | 'summary' | 'kind'>;

/** What is particular to a shift; the rest is as for one with two free places and no waiting list. */
export type ShiftSketch = Pick<Shift, 'start' | 'end'> & Partial<Omit<Shift, 'start' | 'end' | 'id' | 'opportunityId' | 'community'>>;

/** What is particular to an opportunity; the rest is as for one of which nothing more is known. */
export type OpportunitySketch = Told &
  Partial<
    Omit<Opportunity, keyof Told | 'id' | 'location' | 'text' | 'blocks' | 'shifts' | 'nextShift' | 'shiftCount' | 'freePlaces' | 'url'>
  > & {
    /** Longitude and latitude. */
    coordinates?: [number, number] | null;
    text?: LanguageMap | null;
    shifts?: ShiftSketch[];
  };

const updatedAt = '2026-11-22T09:00:00Z';

/** A shift of an opportunity as the API gives it, with an id that is always the same for the same number. */
export function describeShift(number: number, {id, community}: Pick<Opportunity, 'id' | 'community'>, sketch: ShiftSketch): Shift {
  return {
    id: numberedId('shift', number),
    opportunityId: id,
    community,
    roles: [{key: 'hulp', label: {nl: 'Hulp', en: 'Helper'}, capacity: 2, free: 2}],
    waitlist: {enabled: false, max: 0, length: 0},
    signupOpens: null,
    signupCloses: null,
    cancelUntil: null,
    state: 'open',
    updatedAt,
    ...sketch,
  };
}

/** What a list tells of its shifts. */
export function toldShifts(shifts: readonly Shift[]): Pick<Opportunity, 'nextShift' | 'shiftCount' | 'freePlaces'> {
  const coming = shifts.filter(({state}) => state !== 'past' && state !== 'cancelled');
  const free = coming.filter(({state}) => state === 'open').flatMap(({roles}) => roles.map((role) => role.free));
  return {
    nextShift: coming.find(({state}) => state === 'open' || state === 'waitlist') ?? coming[0] ?? null,
    shiftCount: coming.length,
    freePlaces: coming.length === 0 ? null : free.reduce((sum, each) => sum + each, 0),
  };
}

/** An opportunity as the API gives it, with an id that is always the same for the same number. */
export function describeOpportunity(
  number: number,
  {coordinates, text = null, shifts: sketches = [], ...sketch}: OpportunitySketch,
): Opportunity {
  const id = numberedId('opportunity', number);
  const shifts = sketches.map((shift, index) => describeShift(number * 100 + index, {id, community: sketch.community}, shift));
  return {
    id,
    areas: [],
    themes: [],
    skills: [],
    languages: ['nl'],
    commitment: null,
    minAge: 18,
    minors: 'none',
    vog: 'none',
    expenses: null,
    training: null,
    earnsCredits: false,
    isForChildren: false,
    contact: {},
    approval: 'automatic',
    questions: [],
    visibleFrom: null,
    visibleUntil: null,
    initiative: null,
    partner: null,
    place: null,
    location: coordinates ? {type: 'Point', coordinates} : null,
    isSample: true,
    isClosed: false,
    updatedAt,
    ...sketch,
    url: `http://localhost:8787/${sketch.community}/vrijwilligerswerk/${id}`,
    text,
    blocks: text && describeChapter(id, {title: sketch.title, text}).blocks,
    ...toldShifts(shifts),
    shifts,
  };
}
