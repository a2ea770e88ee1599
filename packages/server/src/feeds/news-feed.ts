import type {Language, LanguageMap} from '@buurtkit/contract';
import {pageMessages, publicationMessages} from '@buurtkit/texts';
import {Feed, type Item} from 'feed';
import {serverVersion} from '../config.ts';
import {withoutControls} from '../publications/printable-text.ts';
import type {Scope} from '../scope.ts';
import {listNews, type NewsRow} from './news-store.ts';

const entriesTold = 50;
const longestText = 600;

/** The news of a community or region as Atom (RFC 4287): each entry keeps its id for ever, whatever its address becomes. */
export async function newsFeed(scope: Scope): Promise<string> {
  const {community, language, publicUrl} = scope;
  const rows = await listNews(scope, entriesTold);
  const feed = new Feed({
    id: `urn:uuid:${community.id}`,
    title: withoutControls(publicationMessages[language](community.addressForm).newsOf(community.name)),
    link: `${publicUrl}/${community.slug}/initiatieven`,
    feedLinks: {atom: `${publicUrl}/v1/communities/${community.slug}/feed.atom`},
    // What has never had news was never updated: the feed itself still has to say when.
    updated: rows[0]?.at ?? new Date(0),
    author: {name: withoutControls(community.name)},
    generator: `${pageMessages[language](community.addressForm).home} ${serverVersion}`,
    language,
    copyright: '',
  });
  for (const row of rows) feed.addItem(entryOf(row, scope));
  return feed.atom1();
}

function textOf(text: LanguageMap, language: Language): string {
  return withoutControls(text[language] ?? text.nl);
}

function entryOf(row: NewsRow, scope: Scope): Item {
  const item = plainEntry(row, scope);
  // The library writes titles and texts of entries as HTML.
  return {...item, title: asHtml(item.title), description: asHtml(item.description)};
}

function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function plainEntry(row: NewsRow, {language, publicUrl, community}: Scope): Item & {description: string} {
  const words = publicationMessages[language](community.addressForm);
  const entry = {id: `urn:uuid:${row.id}`, date: row.at, published: row.at};
  if (row.kind === 'edition')
    return {
      ...entry,
      title: words.newEdition(textOf(row.title, language), row.number),
      link: `${publicUrl}/${row.community}/uitgaven/${row.slug}/${row.number}`,
      description: textOf(row.note ?? row.summary, language),
    };
  const link = `${publicUrl}/${row.community}/initiatieven/${row.slug}`;
  const name = withoutControls(row.name);
  if (row.kind === 'initiative') return {...entry, title: words.newInitiative(name), link, description: textOf(row.summary, language)};
  const text = textOf(row.text, language);
  return {
    ...entry,
    title: words.newChapterOf(name, textOf(row.title, language)),
    link,
    description: text.length > longestText ? `${text.slice(0, longestText)}…` : text,
  };
}
