import {newEditionSchema, newPublicationSchema} from '@buurtkit/contract';
import * as z from 'zod';
import {createPublication} from '../publications/create-publication.ts';
import {publishEdition} from '../publications/publish-edition.ts';
import {findPublicationRows} from '../publications/publication-store.ts';
import type {Scope} from '../scope.ts';

const publicationsSchema = z.array(
  z.object({
    community: z.string(),
    slug: z.string(),
    title: newPublicationSchema.shape.title,
    summary: newPublicationSchema.shape.summary,
    editions: z.array(
      z.object({publishedAt: z.nullable(z.iso.datetime()), initiatives: z.array(z.string()), note: newEditionSchema.shape.note}),
    ),
  }),
);
export type PublicationData = z.infer<typeof publicationsSchema>;

export function readPublicationData(data: unknown): PublicationData {
  return publicationsSchema.parse(data);
}

/** The publications of a community with their editions; those that are there already stay as they are. */
export async function seedPublications(scope: Scope, data: PublicationData): Promise<void> {
  for (const {community, slug, title, summary, editions} of data) {
    if (community !== scope.community.slug) continue;
    const address = {slug, community};
    if ((await findPublicationRows(scope, address)).length === 0) await createPublication(scope, {slug, title, summary});
    const [row] = await findPublicationRows(scope, address);
    for (const {publishedAt, ...edition} of editions.slice(row?.last_number ?? 0)) {
      const now = publishedAt === null || new Date(publishedAt) > scope.now ? scope.now : new Date(publishedAt);
      await publishEdition({...scope, now}, slug, {...edition, isForced: true});
    }
  }
}
