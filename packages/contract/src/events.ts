import * as z from 'zod/mini';
import {idSchema, slugSchema} from './identifiers.ts';
import {momentSchema} from './moments.ts';
import {limitSchema} from './paging.ts';

/** What changes can be about, and the segment of its address. */
export const eventResources = {
  initiative: 'initiatives',
  partner: 'partners',
  service: 'services',
  place: 'places',
  publication: 'publications',
  opportunity: 'opportunities',
  shift: 'shifts',
  hours: 'hours',
} as const;
export type EventResource = keyof typeof eventResources;

export const eventTypes = (Object.keys(eventResources) as EventResource[]).flatMap((resource) => [
  `nl.buurtkit.${resource}.created` as const,
  `nl.buurtkit.${resource}.updated` as const,
  `nl.buurtkit.${resource}.deleted` as const,
]);
export type EventType = (typeof eventTypes)[number];

export const eventSchema = z
  .object({
    specversion: z.literal('1.0'),
    id: z.string(),
    source: z.string(),
    type: z.enum(eventTypes),
    subject: z.string(),
    time: momentSchema,
    datacontenttype: z.literal('application/json'),
    sequence: z.string(),
    data: z.object({id: idSchema, slug: slugSchema, community: slugSchema}),
  })
  .register(z.globalRegistry, {
    id: 'Event',
    description:
      'A change (CloudEvents 1.0). `sequence` counts per community, without gaps, in the order of commits. A deleted thing leaves its tombstone: only its id and slug.',
    examples: [
      {
        specversion: '1.0',
        id: 'eemsdelta/7',
        source: '/v1/communities/eemsdelta',
        type: 'nl.buurtkit.initiative.updated',
        subject: 'initiatives/buurtsuper-holwierde',
        time: '2026-11-22T09:00:00Z',
        datacontenttype: 'application/json',
        sequence: '7',
        data: {id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e', slug: 'buurtsuper-holwierde', community: 'eemsdelta'},
      },
    ],
  });
export type Event = z.infer<typeof eventSchema>;

export const eventPageSchema = z.object({data: z.array(eventSchema), next: z.string(), hasMore: z.boolean()}).register(z.globalRegistry, {
  id: 'EventPage',
  description: 'Changes after a position. `next` is always there: keep it and ask with `after` again, also when there is nothing now.',
  examples: [{data: [], next: 'eyJlZW1zZGVsdGEiOjd9', hasMore: false}],
});

export const eventQuerySchema = z.strictObject({
  after: z.optional(
    z.string().check(z.minLength(1), z.maxLength(8000), z.meta({description: 'De plek uit `next`; zonder begint het bij het begin.'})),
  ),
  limit: z.optional(limitSchema),
});
export type EventQuery = z.infer<typeof eventQuerySchema>;
