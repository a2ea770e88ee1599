import type {MessageSet} from './wording.ts';

/** What publications, their editions, books and the feed say. */
export type PublicationMessages = {
  publications: string;
  allPublications: string;
  publicationsOf: (community: string) => string;
  none: string;
  noneYet: string;
  edition: (number: number) => string;
  publishedOn: (date: string) => string;
  allEditions: string;
  isOlder: string;
  toLatest: string;
  contents: string;
  /** About an edition, where a book begins. */
  about: string;
  fromTheEditor: string;
  whatIsNew: string;
  newStory: string;
  newChapter: (title: string) => string;
  changedStory: string;
  nothingNew: string;
  readAsBook: string;
  follow: string;
  onlineAt: string;
  newsOf: (community: string) => string;
  newInitiative: (name: string) => string;
  newChapterOf: (name: string, chapter: string) => string;
  newEdition: (publication: string, number: number) => string;
};

export const publicationMessages: MessageSet<PublicationMessages> = {
  nl: () => ({
    publications: 'Uitgaven',
    allPublications: 'Alle uitgaven',
    publicationsOf: (community) => `Uitgaven, ${community}`,
    none: 'Hier zijn nog geen uitgaven.',
    noneYet: 'Het eerste nummer moet nog verschijnen.',
    edition: (number) => `Nummer ${number}`,
    publishedOn: (date) => `Verschenen op ${date}`,
    allEditions: 'Alle nummers',
    isOlder: 'Dit is een eerder nummer.',
    toLatest: 'Lees het nieuwste nummer',
    contents: 'Inhoud',
    about: 'Over dit nummer',
    fromTheEditor: 'Van de redactie',
    whatIsNew: 'Wat is nieuw',
    newStory: 'nieuw verhaal',
    newChapter: (title) => `nieuw hoofdstuk: ${title}`,
    changedStory: 'tekst bijgewerkt',
    nothingNew: 'Niets nieuws sinds het vorige nummer.',
    readAsBook: 'Lees als e-book (EPUB)',
    follow: 'Volg het nieuws (Atom)',
    onlineAt: 'Te lezen op',
    newsOf: (community) => `Nieuws, ${community}`,
    newInitiative: (name) => `Nieuw initiatief: ${name}`,
    newChapterOf: (name, chapter) => `${name}: ${chapter}`,
    newEdition: (publication, number) => `${publication}, nummer ${number}`,
  }),
  en: () => ({
    publications: 'Publications',
    allPublications: 'All publications',
    publicationsOf: (community) => `Publications, ${community}`,
    none: 'There are no publications here yet.',
    noneYet: 'The first edition has yet to appear.',
    edition: (number) => `Edition ${number}`,
    publishedOn: (date) => `Published on ${date}`,
    allEditions: 'All editions',
    isOlder: 'This is an earlier edition.',
    toLatest: 'Read the latest edition',
    contents: 'Contents',
    about: 'About this edition',
    fromTheEditor: 'From the editor',
    whatIsNew: 'What is new',
    newStory: 'new story',
    newChapter: (title) => `new chapter: ${title}`,
    changedStory: 'text updated',
    nothingNew: 'Nothing new since the edition before.',
    readAsBook: 'Read as an e-book (EPUB)',
    follow: 'Follow the news (Atom)',
    onlineAt: 'To be read at',
    newsOf: (community) => `News, ${community}`,
    newInitiative: (name) => `New initiative: ${name}`,
    newChapterOf: (name, chapter) => `${name}: ${chapter}`,
    newEdition: (publication, number) => `${publication}, edition ${number}`,
  }),
};
