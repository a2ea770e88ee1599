import type {Fault, Initiative, Place, SubmissionContent} from '@buurtkit/contract';
import {homeGridPoint} from '../map/home-grid.ts';
import {ProblemError} from '../problem-error.ts';

/** All of it but what only a moderator reads. */
type PublishedContent = Required<Omit<SubmissionContent, 'address'>>;

/** What stands on an initiative's page, in the fields that a resident can write. */
export function contentOf(initiative: Initiative): PublishedContent {
  const {name, kind, stage, themes, scale, since, summary, place, location, areas, openingHours, accessibility, contact} = initiative;
  const {hasContactForm, lookingFor} = initiative;
  const story = initiative.story.map(({title, text, date}) => ({title, text, date}));
  return {
    name,
    kind,
    stage,
    themes,
    scale,
    since,
    summary,
    place,
    location,
    areas,
    openingHours,
    accessibility,
    contact,
    hasContactForm,
    lookingFor,
    story,
  };
}

/** The same fields as in the content, as they stand now. */
export function sameFields(content: SubmissionContent, now: PublishedContent): SubmissionContent {
  return Object.fromEntries(Object.keys(content).map((field) => [field, now[field as keyof PublishedContent]]));
}

/** The content as it may be kept: where a private home is is written down nowhere, not even while it waits. */
export function withoutHome(content: SubmissionContent, known: Place | null): SubmissionContent {
  const place = content.place === undefined ? known : content.place;
  if (place?.precision !== 'grid') return content;
  if (content.address !== undefined)
    throw new ProblemError('request.invalid', {faults: [{pointer: '#/content/address', code: 'not-allowed'}]});
  if (!content.location) return content;
  return {...content, location: {type: 'Point', coordinates: homeGridPoint(content.location.coordinates)}};
}

/** A field that another system keeps can only be changed there. */
export function requireOwnFields(content: SubmissionContent, {ownedFields}: Initiative): void {
  const faults = ownedFields
    .filter(({field}) => field in content)
    .map(({field}): Fault => ({pointer: `#/content/${field}`, code: 'not-allowed'}));
  if (faults.length > 0) throw new ProblemError('request.invalid', {faults});
}
