import * as z from 'zod/mini';
import {addressSchema, idSchema, slugSchema} from './identifiers.ts';
import {photoSchema} from './photos.ts';
import {languageMap, type LanguageMap} from './language-map.ts';
import {momentSchema, partialDateSchema} from './moments.ts';
import {cursorSchema, limitSchema} from './paging.ts';
import {blocksSchema} from './rich-text.ts';
import {coalitionRoles, valuesOf} from './vocabularies.ts';

const textExample: LanguageMap = {nl: 'Portretten van bewoners die iets beginnen.', en: 'Portraits of residents who start something.'};

export const editionNumberSchema = z.string().check(z.regex(/^[1-9]\d{0,5}$/), z.meta({description: 'Het nummer van de uitgave.'}));

const editionReferenceSchema = z
  .object({number: z.int().check(z.positive()), publishedAt: momentSchema, note: z.nullable(languageMap(2000)), url: z.string()})
  .register(z.globalRegistry, {
    id: 'EditionReference',
    description: 'An edition as its publication names it.',
    examples: [{number: 1, publishedAt: '2026-11-22T09:00:00Z', note: null, url: 'https://www.example.nl/buurtkracht/uitgaven/stappen/1'}],
  });

const publicationExample = {
  id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e',
  slug: 'stappen',
  community: 'buurtkracht',
  title: {nl: 'Stappen in buurt- en dorpskracht', en: 'Steps in the power of neighbourhoods and villages'},
  summary: textExample,
  initiatives: null,
  latest: {number: 1, publishedAt: '2026-11-22T09:00:00Z', note: null, url: 'https://www.example.nl/buurtkracht/uitgaven/stappen/1'},
  updatedAt: '2026-11-22T09:00:00Z',
  url: 'https://www.example.nl/buurtkracht/uitgaven/stappen',
};

export const publicationListItemSchema = z
  .object({
    id: idSchema,
    slug: slugSchema,
    community: slugSchema,
    title: languageMap(200),
    summary: languageMap(2000),
    initiatives: z
      .nullable(z.array(addressSchema))
      .check(z.meta({description: 'Whose stories it collects, in this order; null: of all that tell one, by name.'})),
    latest: z.nullable(editionReferenceSchema),
    updatedAt: momentSchema,
    url: z.string(),
  })
  .register(z.globalRegistry, {
    id: 'PublicationListItem',
    description: 'A collection of stories of initiatives that appears in numbered editions.',
    examples: [publicationExample],
  });
export type PublicationListItem = z.infer<typeof publicationListItemSchema>;

export const publicationSchema = z
  .extend(publicationListItemSchema, {editions: z.array(editionReferenceSchema)})
  .register(z.globalRegistry, {
    id: 'Publication',
    description: 'A publication with all its editions, the last one first.',
    examples: [{...publicationExample, editions: [publicationExample.latest]}],
  });
export type Publication = z.infer<typeof publicationSchema>;

export const publicationPageSchema = z
  .object({
    data: z.array(publicationListItemSchema),
    total: z.int().check(z.gte(0)),
    next: z.nullable(z.string()),
    facets: z.record(z.string(), z.never()),
  })
  .register(z.globalRegistry, {
    id: 'PublicationPage',
    description: 'A page of publications, by title.',
    examples: [{data: [publicationExample], total: 1, next: null, facets: {}}],
  });

export const publicationQuerySchema = z.strictObject({cursor: z.optional(cursorSchema), limit: z.optional(limitSchema)});
export type PublicationQuery = z.infer<typeof publicationQuerySchema>;

const selectionSchema = z.nullable(z.array(addressSchema).check(z.minLength(1), z.maxLength(500)));

export const newPublicationSchema = z
  .strictObject({
    slug: z.optional(slugSchema),
    title: languageMap(200),
    summary: languageMap(2000),
    initiatives: z.optional(selectionSchema),
  })
  .register(z.globalRegistry, {
    id: 'NewPublication',
    description:
      'A new publication, of these initiatives or (null, or left out) of all that tell a story. In a region `{community}~{slug}` names one of several.',
    examples: [{title: publicationExample.title, summary: textExample, initiatives: ['de-tille-witteveen']}],
  });
export type NewPublication = z.infer<typeof newPublicationSchema>;

export const newEditionSchema = z
  .strictObject({
    note: z.optional(languageMap(2000)),
    initiatives: z.optional(selectionSchema),
    isForced: z.optional(z.boolean()),
  })
  .register(z.globalRegistry, {
    id: 'NewEdition',
    description:
      'The next edition: a word of the editor, and other initiatives from now on. `isForced` makes one when nothing is new, too.',
    examples: [{note: {nl: 'Met een nieuw hoofdstuk uit Witteveen.'}}],
  });
export type NewEdition = z.infer<typeof newEditionSchema>;

const editionChapterSchema = z
  .object({id: idSchema, title: languageMap(200), blocks: blocksSchema, date: z.nullable(partialDateSchema)})
  .register(z.globalRegistry, {id: 'EditionChapter', description: 'A chapter as it was when the edition appeared.'});

const editionStorySchema = z
  .object({
    id: idSchema,
    /** Where the story is within a page or book: unique in its edition. */
    anchor: z.string(),
    community: slugSchema,
    slug: slugSchema,
    name: z.string(),
    summary: languageMap(1000),
    city: z.nullable(z.string()),
    coalition: z.array(z.object({name: z.string(), role: z.enum(valuesOf(coalitionRoles))})),
    photos: z.array(photoSchema),
    chapters: z.array(editionChapterSchema),
    url: z.string(),
  })
  .register(z.globalRegistry, {id: 'EditionStory', description: 'The story of an initiative as it was when the edition appeared.'});
export type EditionStory = z.infer<typeof editionStorySchema>;

const editionNewsSchema = z
  .object({
    stories: z.array(z.string()),
    chapters: z.array(z.object({story: z.string(), chapter: idSchema})),
    changed: z.array(z.string()),
  })
  .register(z.globalRegistry, {
    id: 'EditionNews',
    description:
      'What the edition before did not have: stories, chapters of stories that it had, and stories with another text. Stories by their anchor.',
    examples: [{stories: ['de-tille-witteveen'], chapters: [], changed: []}],
  });
export type EditionNews = z.infer<typeof editionNewsSchema>;

export const editionSchema = z
  .object({
    id: idSchema,
    publication: slugSchema,
    community: slugSchema,
    number: z.int().check(z.positive()),
    title: languageMap(200),
    summary: languageMap(2000),
    note: z.nullable(languageMap(2000)),
    publishedAt: momentSchema,
    news: editionNewsSchema,
    stories: z.array(editionStorySchema),
    url: z.string(),
  })
  .register(z.globalRegistry, {
    id: 'Edition',
    description: 'A fixed state of a whole publication: its stories never change any more.',
    examples: [
      {
        id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e',
        publication: 'stappen',
        community: 'buurtkracht',
        number: 1,
        title: publicationExample.title,
        summary: textExample,
        note: null,
        publishedAt: '2026-11-22T09:00:00Z',
        news: {stories: [], chapters: [], changed: []},
        stories: [],
        url: 'https://www.example.nl/buurtkracht/uitgaven/stappen/1',
      },
    ],
  });
export type Edition = z.infer<typeof editionSchema>;

export const editionQuerySchema = z.strictObject({
  format: z.optional(
    z.enum(['json', 'epub']).check(z.meta({description: 'In welke vorm: `json`, of `epub` om als boek te lezen. Wint van Accept.'})),
  ),
});
