import {
  createPublication,
  getEdition,
  getPublication,
  listPublications,
  publishEdition,
  readFeed,
  type Chapter,
  type Edition,
  type EditionNews,
  type EditionStory,
  type Publication,
  type PublicationListItem,
} from '@buurtkit/contract';
import {MockProblem} from '../mock-problem.ts';
import {communityOf, readSlugs, recordChange, type MockState} from '../mock-state.ts';
import {operation} from '../operation.ts';
import {pageOf} from '../pages.ts';
import {numberedId} from '../samples/numbered-id.ts';
import {freeSlug} from './addresses.ts';

// An archive with nothing in it: real books are made by the server.
const emptyBook = `PK\u0005\u0006${'\0'.repeat(18)}`;

const urlOf = (community: string, slug: string) => `http://localhost:8787/${community}/uitgaven/${slug}`;

function listItem(publication: Publication): PublicationListItem {
  const {editions: _editions, ...item} = publication;
  return item;
}

function readable(state: MockState, community: string): Publication[] {
  const slugs = [community, ...readSlugs(communityOf(state, community))];
  return state.publications
    .filter((publication) => slugs.includes(publication.community))
    .sort((one, other) => one.title.nl.localeCompare(other.title.nl, 'nl'));
}

/** The community's own of this name comes before one of a member's. */
function publicationAt(state: MockState, community: string, address: string): Publication {
  const [slug, home] = address.split('~').reverse();
  const found = readable(state, community).filter((one) => one.slug === slug && (!home || one.community === home));
  const publication = found.find((one) => one.community === community) ?? found[0];
  if (!publication) throw new MockProblem('publication.not-found');
  if (found.length > 1 && publication.community !== community)
    throw new MockProblem('slug.ambiguous', {addresses: found.map((one) => `${one.community}~${one.slug}`)});
  return publication;
}

function requireInitiatives(state: MockState, community: string, addresses: readonly string[]): void {
  const slugs = readSlugs(communityOf(state, community));
  const faults = addresses.flatMap((address, index) => {
    const [slug, home] = address.split('~').reverse();
    const isThere = state.initiatives.some(
      (one) => one.slug === slug && slugs.includes(one.community) && (!home || one.community === home),
    );
    return isThere ? [] : [{pointer: `#/initiatives/${index}`, code: 'not-allowed' as const}];
  });
  if (faults.length > 0) throw new MockProblem('request.invalid', {faults});
}

function chapterOf(chapter: Chapter): EditionStory['chapters'][number] {
  const {text: _text, ...kept} = chapter;
  return kept;
}

function storiesOf(state: MockState, community: string, addresses: readonly string[] | null): EditionStory[] {
  const slugs = readSlugs(communityOf(state, community));
  const chosen = state.initiatives.filter(
    (one) =>
      slugs.includes(one.community) &&
      (addresses === null
        ? one.story.length > 0
        : addresses.some((address) => [one.slug, `${one.community}~${one.slug}`].includes(address))),
  );
  return structuredClone(
    chosen.map(({id, slug, community: home, name, summary, place, coalition, photos, story, url}) => ({
      id,
      anchor: chosen.filter((other) => other.slug === slug).length === 1 ? slug : `${home}--${slug}`,
      community: home,
      slug,
      name,
      summary,
      city: place?.city ?? null,
      coalition: coalition.map(({partner, role}) => ({name: partner.name, role})),
      photos,
      chapters: story.map(chapterOf),
      url,
    })),
  );
}

function newsOf(stories: readonly EditionStory[], before: Edition | undefined): EditionNews {
  const old = new Map(before?.stories.map((story) => [story.id, story]));
  const kept = stories.filter(({id}) => old.has(id));
  return {
    stories: stories.filter(({id}) => !old.has(id)).map(({anchor}) => anchor),
    chapters: kept.flatMap(({id, anchor, chapters}) =>
      chapters
        .filter((chapter) => !old.get(id)!.chapters.some((one) => one.id === chapter.id))
        .map((chapter) => ({story: anchor, chapter: chapter.id})),
    ),
    changed: kept
      .filter(({id, name, summary}) => JSON.stringify([name, summary]) !== JSON.stringify([old.get(id)!.name, old.get(id)!.summary]))
      .map(({anchor}) => anchor),
  };
}

export const publicationOperations = [
  operation(listPublications, ({state, params, query, url}) => {
    const {headers, ...page} = pageOf(readable(state, params.community).map(listItem), query, url);
    return {status: 200, content: {...page, facets: {}}, headers};
  }),

  operation(getPublication, ({state, params}) => ({status: 200, content: publicationAt(state, params.community, params.slug)})),

  operation(createPublication, ({state, params: {community}, body}) => {
    const initiatives = body.initiatives ?? null;
    requireInitiatives(state, community, initiatives ?? []);
    const slug = freeSlug(state.publications, community, {slug: body.slug, name: body.title.nl}, 'uitgave');
    const publication: Publication = {
      id: numberedId('publication', (state.numbers.made += 1)),
      slug,
      community,
      title: body.title,
      summary: body.summary,
      initiatives,
      latest: null,
      updatedAt: new Date().toISOString(),
      url: urlOf(community, slug),
      editions: [],
    };
    state.publications.push(publication);
    recordChange(state, 'publication', 'created', publication);
    return {status: 201, content: publication, headers: {Location: `/v1/communities/${community}/publications/${slug}`}};
  }),

  operation(getEdition, ({state, params, format}) => {
    const publication = publicationAt(state, params.community, params.slug);
    const edition = state.editions.find(
      (one) => one.community === publication.community && one.publication === publication.slug && one.number === Number(params.number),
    );
    if (!edition) throw new MockProblem('edition.not-found');
    return {status: 200, content: format === 'epub' ? emptyBook : edition};
  }),

  operation(publishEdition, ({state, params: {community, slug}, body}) => {
    const publication = state.publications.find((one) => one.community === community && one.slug === slug);
    if (!publication) throw new MockProblem('publication.not-found');
    const initiatives = body.initiatives === undefined ? publication.initiatives : body.initiatives;
    requireInitiatives(state, community, initiatives ?? []);
    const before = state.editions.findLast((one) => one.community === community && one.publication === slug);
    const stories = storiesOf(state, community, initiatives);
    const news = newsOf(stories, before);
    if (Object.values(news).every((list) => list.length === 0) && !body.isForced) throw new MockProblem('edition.nothing-new');

    const number = (before?.number ?? 0) + 1;
    const {title, summary, url} = publication;
    const reference = {number, publishedAt: new Date().toISOString(), note: body.note ?? null, url: `${url}/${number}`};
    const id = numberedId('edition', (state.numbers.made += 1));
    const edition: Edition = {id, publication: slug, community, title, summary, news, stories, ...reference};
    state.editions.push(edition);
    Object.assign(publication, {initiatives, latest: reference, updatedAt: reference.publishedAt});
    publication.editions.unshift(reference);
    recordChange(state, 'publication', 'updated', publication);
    return {
      status: 201,
      content: edition,
      headers: {Location: `/v1/communities/${community}/publications/${slug}/editions/${number}`},
    };
  }),

  operation(readFeed, ({state, params}) => {
    const {id, slug, updatedAt} = communityOf(state, params.community);
    const content = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:uuid:${id}</id><title>${slug}</title><updated>${updatedAt}</updated><author><name>${slug}</name></author></feed>
`;
    return {status: 200, content};
  }),
];
