import {
  coalitionRoles,
  initiativeContexts,
  initiativeKinds,
  initiativeStages,
  knownThemes,
  partnerKinds,
  scales,
  serviceFunctions,
} from '@buurtkit/contract';
import {namedId} from './named-id.ts';

type Labels = Readonly<Record<string, {nl: string; en: string}>>;

/** Our vocabularies as HSDS has them, and `field`: what HSDS has no field for. */
const vocabularies = {
  resource: {
    name: 'What an organization is in Buurtkit',
    labels: {partner: {nl: 'Organisatie', en: 'Organisation'}, initiative: {nl: 'Initiatief', en: 'Initiative'}},
  },
  'initiative-kind': {name: 'Kinds of initiative', labels: initiativeKinds},
  'initiative-stage': {name: 'How far an initiative is', labels: initiativeStages},
  'initiative-context': {name: 'Kinds of surroundings', labels: initiativeContexts},
  scale: {name: 'How far an initiative reaches', labels: scales},
  'partner-kind': {name: 'Kinds of organisation', labels: partnerKinds},
  'coalition-role': {name: 'Roles of an organisation behind an initiative', labels: coalitionRoles},
  'service-function': {name: 'What a service does for residents', labels: serviceFunctions},
  theme: {name: 'Themes; open, so there are others', labels: knownThemes},
  field: {name: 'Fields that HSDS does not have', labels: {}},
} as const satisfies Record<string, {name: string; labels: Labels}>;

export type TaxonomyName = keyof typeof vocabularies;

export type Taxonomy = {id: string; name: string; description: string};
export type TaxonomyTerm = {
  id: string;
  code: string;
  name: string;
  description: string;
  taxonomy: string;
  language: string;
  taxonomy_id: string;
};

export function taxonomyTerm(taxonomy: TaxonomyName, code: string): TaxonomyTerm {
  const label = (vocabularies[taxonomy].labels as Labels)[code];
  return {
    id: namedId('taxonomy-term', taxonomy, code),
    code,
    name: label?.nl ?? code,
    description: label?.en ?? code,
    taxonomy,
    language: 'nl',
    taxonomy_id: namedId('taxonomy', taxonomy),
  };
}

export function taxonomies(): Taxonomy[] {
  return Object.entries(vocabularies).map(([name, {name: description}]) => ({id: namedId('taxonomy', name), name, description}));
}

/** The terms that are known beforehand, with the fields of these names. */
export function taxonomyTerms(fields: readonly string[]): TaxonomyTerm[] {
  return (Object.keys(vocabularies) as TaxonomyName[]).flatMap((name) =>
    (name === 'field' ? fields : Object.keys(vocabularies[name].labels)).map((code) => taxonomyTerm(name, code)),
  );
}
