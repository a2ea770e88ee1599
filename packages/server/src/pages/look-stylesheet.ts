import {contrastingText, readableOn} from './colours.ts';
import {findCommunity, readCommunity} from '../communities/store.ts';
import {representCommunity} from '../communities/represent-community.ts';
import {ProblemError} from '../problem-error.ts';
import type {RequestContext} from '../http/request-context.ts';

const corners = {square: '0', soft: '.375rem', round: '1.375rem'};

/** The community's accent and corners, as a sheet of its own: the policy of our pages allows no styles inside them. */
export async function lookStylesheet(c: RequestContext): Promise<Response> {
  const {database, publicUrl} = c.get('services');
  const slug = (c.req.param('file') ?? '').replace(/\.css$/, '');
  const community = await findCommunity(database, slug);
  if (!community) throw new ProblemError('community.not-found');
  const {look} = representCommunity(await readCommunity(database.public, community.id), publicUrl);
  const accent = look.accentColor;
  const colours =
    accent === null
      ? ''
      : `--accent: ${accent}; --accent-contrast: ${contrastingText(accent)}; --accent-dark: ${readableOn('dark', accent)}; --accent-text: ${readableOn('light', accent)};`;
  return c.body(
    `:root { ${colours} --corner: ${corners[look.corner]}; }\nbutton, input, select, .badge { border-radius: var(--corner); }\ntextarea { border-radius: min(var(--corner), 0.75rem); }\n`,
    200,
    {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'no-cache',
    },
  );
}
