import type {HistoryEntry} from '@buurtkit/contract';
import type {MessageSet} from './wording.ts';

type Actor = HistoryEntry['actor'];

/** What the history of an initiative says: what happened, and in what role somebody did it. */
export type HistoryMessages = {
  history: string;
  actors: Record<Actor, string>;
  /** By action; one that has no words here is a change. */
  actions: Record<string, string>;
  changed: string;
  /** By field; fields without words are not named. */
  fields: Record<string, string>;
  by: (action: string, actor: string) => string;
};

export const historyMessages: MessageSet<HistoryMessages> = {
  nl: () => ({
    history: 'Geschiedenis',
    actors: {
      resident: 'een bewoner',
      member: 'een deelnemer',
      organiser: 'het initiatief zelf',
      desk: 'de balie',
      coordinator: 'een coördinator',
      admin: 'een beheerder',
      command: 'de beheerder van de site',
      server: 'automatisch',
    },
    actions: {
      'initiative.created': 'toegevoegd',
      'initiative.updated': 'gewijzigd',
    },
    changed: 'gewijzigd',
    fields: {
      name: 'naam',
      kind: 'soort',
      stage: 'fase',
      themes: 'thema’s',
      since: 'sinds',
      summary: 'samenvatting',
      place: 'plek',
      location: 'plek op de kaart',
      areas: 'gebied',
      story: 'verhaal',
      openingHours: 'openingstijden',
      accessibility: 'toegankelijkheid',
      contact: 'contact',
      coalition: 'wie staat erachter',
      lookingFor: 'wie wordt er gezocht',
      photos: 'foto’s',
      checkedAt: 'klopt nog',
    },
    by: (action, actor) => `${action}, door ${actor}`,
  }),
  en: () => ({
    history: 'History',
    actors: {
      resident: 'a resident',
      member: 'a member',
      organiser: 'the initiative itself',
      desk: 'the desk',
      coordinator: 'a coordinator',
      admin: 'an administrator',
      command: 'the administrator of the site',
      server: 'the server',
    },
    actions: {
      'initiative.created': 'added',
      'initiative.updated': 'changed',
    },
    changed: 'changed',
    fields: {
      name: 'name',
      kind: 'kind',
      stage: 'stage',
      themes: 'themes',
      since: 'since',
      summary: 'summary',
      place: 'place',
      location: 'place on the map',
      areas: 'area',
      story: 'story',
      openingHours: 'opening hours',
      accessibility: 'accessibility',
      contact: 'contact',
      coalition: 'who stands behind it',
      lookingFor: 'who they are looking for',
      photos: 'photos',
      checkedAt: 'still right',
    },
    by: (action, actor) => `${action}, by ${actor}`,
  }),
};
