import * as z from 'zod/mini';

export type Inline = {type: 'text'; text: string} | {type: 'link'; url: string; text: string};
export type Block =
  | {type: 'paragraph'; content: Inline[]}
  | {type: 'quote'; content: Inline[]}
  | {type: 'list'; isOrdered: boolean; items: Inline[][]};

const inlineSchema = z
  .discriminatedUnion('type', [
    z.object({type: z.literal('text'), text: z.string()}),
    z.object({type: z.literal('link'), url: z.string(), text: z.string()}),
  ])
  .register(z.globalRegistry, {id: 'Inline', description: 'A run of text, or a link (https, http, mailto or tel).'});

/** The Markdown of a text, parsed on the server: paragraphs, lists, links and quotes. Never HTML. */
export const blockSchema = z
  .discriminatedUnion('type', [
    z.object({type: z.literal('paragraph'), content: z.array(inlineSchema)}),
    z.object({type: z.literal('quote'), content: z.array(inlineSchema)}),
    z.object({type: z.literal('list'), isOrdered: z.boolean(), items: z.array(z.array(inlineSchema))}),
  ])
  .register(z.globalRegistry, {
    id: 'Block',
    description: 'A piece of a text that people wrote: parsed from Markdown by the server, so that no client has to handle HTML.',
    examples: [{type: 'paragraph', content: [{type: 'text', text: 'Iedereen is welkom.'}]}],
  });

export const blocksSchema = z.object({nl: z.array(blockSchema), en: z.optional(z.array(blockSchema))});
