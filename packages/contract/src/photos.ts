import * as z from 'zod/mini';
import {idSchema, slugSchema} from './identifiers.ts';
import {languageMap} from './language-map.ts';

/** So many photos an initiative can have: enough to recognise it by, and few enough for a list of initiatives. */
export const mostPhotos = 12;

const altTextSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const creditSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));

export const photoSchema = z
  .object({
    id: idSchema,
    url: z.string(),
    alt: languageMap(300),
    credit: z.string(),
    width: z.int(),
    height: z.int(),
    /** The same for a small screen: at most 640 pixels wide. */
    small: z.object({url: z.string(), width: z.int(), height: z.int()}),
  })
  .register(z.globalRegistry, {
    id: 'Photo',
    description:
      'A photo (JPEG, at most 1600 pixels wide) with its text alternative and whom to thank for it; `small` is at most 640 wide.',
    examples: [
      {
        id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d70',
        url: 'http://localhost:8787/v1/files/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.jpg',
        alt: {nl: 'De gevel van de buurtsuper, met kisten groente voor de deur.'},
        credit: 'Anna Voorbeeld',
        width: 1600,
        height: 1067,
        small: {
          url: 'http://localhost:8787/v1/files/60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752.jpg',
          width: 640,
          height: 427,
        },
      },
    ],
  });
export type Photo = z.infer<typeof photoSchema>;

/** What comes with the file, which is all of the body. */
export const newPhotoSchema = z.strictObject({
  initiative: slugSchema.check(z.meta({description: 'Van welk initiatief de foto is.'})),
  altNl: altTextSchema.check(z.meta({description: 'Wat erop te zien is, voor wie de foto niet ziet.'})),
  altEn: z.optional(altTextSchema.check(z.meta({description: 'Hetzelfde in het Engels.'}))),
  credit: creditSchema.check(z.meta({description: 'Wie de foto maakte.'})),
});
export type NewPhoto = z.infer<typeof newPhotoSchema>;

export const photoChangesSchema = z
  .strictObject({
    alt: z.optional(languageMap(300)),
    credit: z.optional(creditSchema),
    position: z.optional(z.int().check(z.gte(0), z.lt(mostPhotos))),
  })
  .register(z.globalRegistry, {
    id: 'PhotoChanges',
    description: 'What changes of a photo; `position` 0 is the first of its initiative.',
    examples: [{credit: 'Anna Voorbeeld', position: 0}],
  });
export type PhotoChanges = z.infer<typeof photoChangesSchema>;
