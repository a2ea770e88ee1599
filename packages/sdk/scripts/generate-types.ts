/**
 * Writes the types and vocabularies of the SDK from the contract, so that no published `.d.ts` mentions the contract or its
 * schema library. With `--check` it writes nothing, and exits 1 when a file is stale.
 */
import {readFile, writeFile} from 'node:fs/promises';
import {compile, type JSONSchema} from 'json-schema-to-typescript';
import * as z from 'zod/mini';
import * as contract from '@buurtkit/contract';

const banner = '// Generated from @buurtkit/contract by `npm run generate`. Edit that, not this.';

const vocabularies = {
  initiativeKinds: {type: 'InitiativeKind', what: 'Kinds of initiative'},
  initiativeStages: {type: 'InitiativeStage', what: 'How far an initiative is'},
  initiativeContexts: {type: 'InitiativeContext', what: 'Kinds of surroundings'},
  scales: {type: 'Scale', what: 'How far an initiative reaches'},
  precisions: {type: 'Precision', what: 'How exactly a place is known'},
  partnerKinds: {type: 'PartnerKind', what: 'Kinds of organisation'},
  coalitionRoles: {type: 'CoalitionRole', what: 'Roles of an organisation behind an initiative'},
  serviceFunctions: {type: 'ServiceFunction', what: 'What a service does for residents'},
  serviceStatuses: {type: 'ServiceStatus', what: 'Whether a service is there'},
  opportunityKinds: {type: 'OpportunityKind', what: 'Kinds of voluntary work'},
  minorsPolicies: {type: 'MinorsPolicy', what: 'Whether minors can take part'},
  vogRequirements: {type: 'VogRequirement', what: 'Whether a certificate of conduct (VOG) is needed'},
  signupApprovals: {type: 'SignupApproval', what: 'Whether a sign-up is looked at first'},
  partsOfDay: {type: 'PartOfDay', what: 'Parts of the day'},
  shiftStates: {type: 'ShiftState', what: 'Whether one can sign up for a shift, and why not'},
  signupStates: {type: 'SignupState', what: 'How a sign-up stands'},
  signupSteps: {type: 'SignupStep', what: 'What comes next after signing up'},
  ageBands: {type: 'AgeBand', what: 'How old somebody is, roughly'},
  hoursStates: {type: 'HoursState', what: 'How submitted hours stand'},
  accountKinds: {type: 'AccountKind', what: 'Whose an account of time credits is'},
  entryKinds: {type: 'EntryKind', what: 'Why minutes moved'},
  holdStates: {type: 'MinutesHoldState', what: 'How minutes stand that are kept apart'},
  paymentRequestStates: {type: 'PaymentRequestState', what: 'How a request for minutes stands'},
  listingKinds: {type: 'ListingKind', what: 'Whether somebody asks for help or offers it'},
  listingCategories: {type: 'ListingCategory', what: 'Kinds of help'},
  listingStates: {type: 'ListingState', what: 'Whether an offer or request is on the list'},
  exchangeStates: {type: 'ExchangeState', what: 'How help between two members stands'},
  accessibilityAnswers: {type: 'AccessibilityAnswer', what: 'Answers about what a visitor can count on'},
  accessibilityFeatures: {type: 'AccessibilityFeature', what: 'What a visitor may want to count on'},
  knownSkills: {type: 'KnownSkill', what: 'Skills that have a label; skills are open, so there are others'},
  knownThemes: {type: 'KnownTheme', what: 'Themes that have a label; themes are open, so there are others'},
} as const;

/** Schemas that are no component of the OpenAPI document, since they are spread over parameters there. */
const queries = {
  InitiativeQuery: {
    schema: z.omit(contract.initiativeQuerySchema, {format: true}),
    description: 'What to look for, how many, and in which order.',
  },
  InitiativeFilters: {
    schema: contract.initiativeFiltersSchema,
    description: 'What to look for: all filters must match, within a list one of its values.',
  },
  ClusterQuery: {schema: contract.clusterQuerySchema, description: 'What is in view, how far the map is zoomed in, and what to look for.'},
  PartnerQuery: {schema: contract.partnerQuerySchema, description: 'Which organisations to look for, how many, and in which order.'},
  PartnerFilters: {
    schema: contract.partnerFiltersSchema,
    description: 'Which organisations to look for: all filters must match, within a list one of its values.',
  },
  ServiceQuery: {schema: contract.serviceQuerySchema, description: 'Which services to look for, how many, and in which order.'},
  SharedPlaceQuery: {schema: contract.sharedPlaceQuerySchema, description: 'Which places to look for, and how many.'},
  PublicationQuery: {schema: contract.publicationQuerySchema, description: 'Where the page begins, and how many.'},
  HistoryQuery: {schema: contract.historyQuerySchema, description: 'From where in the row of changes, and how many.'},
  OpportunityQuery: {schema: contract.opportunityQuerySchema, description: 'Which work to look for, how many, and in which order.'},
  OpportunityFilters: {
    schema: contract.opportunityFiltersSchema,
    description: 'Which work to look for: all filters must match, within a list one of its values.',
  },
  ShiftQuery: {schema: contract.shiftQuerySchema, description: 'Which shifts to look for, and how many.'},
  SignupQuery: {schema: contract.signupQuerySchema, description: 'Which sign-ups to look for, and how many.'},
  HoursQuery: {schema: contract.hoursQuerySchema, description: 'Which hours to look for, and how many.'},
  MemberQuery: {schema: contract.memberQuerySchema, description: 'Where the page begins, and how many.'},
  EntryQuery: {schema: contract.entryQuerySchema, description: 'What moved, when, and how many.'},
  ListingQuery: {schema: contract.listingQuerySchema, description: 'Which offers and requests to look for, and how many.'},
  ListingFilters: {
    schema: contract.listingFiltersSchema,
    description: 'Which offers and requests to look for: all filters must match, within a list one of its values.',
  },
  ExchangeQuery: {schema: contract.exchangeQuerySchema, description: 'How they stand, about what, and how many.'},
  PaymentRequestQuery: {schema: contract.paymentRequestQuerySchema, description: 'Whose requests, how they stand, and how many.'},
  ModerationQuery: {schema: contract.moderationQuerySchema, description: 'How items stand, and how many.'},
  EventQuery: {schema: contract.eventQuerySchema, description: 'From where in the row of changes, and how many.'},
};

/** The OpenAPI document describes parameters in Dutch; the rest of the SDK reads in English. */
const parameters: Record<string, string> = {
  q: 'Words to look for, 1–100 characters.',
  kind: 'Kinds: of initiatives, or of organisations.',
  stage: 'How far they are.',
  function: 'What services do for residents.',
  status: 'Whether the service is there.',
  partner: 'Slugs of organisations.',
  available: 'Whether there is room for others.',
  skill: 'What somebody is good at, in kebab-case.',
  language: 'Languages spoken there.',
  weekday: 'Days on which there is a shift.',
  partOfDay: 'Parts of the day in which a shift begins; on the same day as `weekday`.',
  vog: 'Whether a certificate of conduct (VOG) is needed.',
  children: 'Only where children may come along.',
  wheelchair: 'Only where one can come in a wheelchair.',
  credits: 'Only what earns time credits.',
  free: 'Only where there is a place.',
  initiative: 'Slugs of initiatives.',
  opportunity: 'Of one opportunity, by its id.',
  from: 'Shifts that end from then on; left out: those that are not over.',
  until: 'Shifts that begin before then.',
  'EntryQuery.from': 'From this day on, where the community is.',
  'EntryQuery.until': 'Up to and with this day, where the community is.',
  'ListingQuery.kind': 'Requests or offers.',
  'ListingFilters.kind': 'Requests or offers.',
  category: 'Kinds of help.',
  mine: 'Only the caller’s own.',
  listing: 'About this offer or request, by its id.',
  direction: 'Only what came, or only what went.',
  account: 'Of this account; left out: the own one.',
  state: 'How they stand.',
  theme: 'Themes, in kebab-case.',
  context: 'Kinds of surroundings.',
  area: 'Areas: CBS codes or a community’s own. A district or neighbourhood belongs to its municipality too.',
  community: 'Slugs of communities, within a region.',
  bbox: 'Inside this box: west, south, east, north.',
  zoom: 'How far the map is zoomed in: 0–20.',
  near: 'Around this point: longitude, latitude.',
  radius: 'How far from `near`, in metres: 1–200000, 5000 when left out.',
  open: 'Open at this moment: `now`, or a time (RFC 3339) within the coming 60 days.',
  sort: 'By name (in Dutch order), by date (the last changed first; of work, the first shift), or the nearest first (with `near`, and then the default).',
  facets: 'What to count per value.',
  fields: 'Which fields the answers have; `id` is always there.',
  cursor: 'Where the page begins: `next` of the page before.',
  limit: 'How many on a page: 1–100, 20 when left out.',
  format: 'The form of the file.',
  after: 'A position: `next` of an earlier answer; left out, it begins at the beginning.',
};

/** Forms that this client doesn't ask for; a list's items have their own type per call. */
const leftOut = ['Health', 'InitiativeSelection', 'InitiativeFeature', 'InitiativeFeatureCollection'];

const unions = {
  ...Object.fromEntries(
    Object.entries(vocabularies).map(([name, {type, what}]) => [
      type,
      {values: Object.keys(contract[name as keyof typeof vocabularies]), what: `${what}.`},
    ]),
  ),
  Language: {values: contract.languages, what: 'Languages of texts and answers.'},
  InitiativeFacetKey: {values: contract.initiativeFacetKeys, what: 'What can be counted per value.'},
  InitiativeField: {values: contract.initiativeFields, what: 'Fields that a list can be limited to.'},
  CommunityKind: {values: contract.communityKinds, what: 'A community of kind `region` reads across its members.'},
  PartnerFacetKey: {values: contract.partnerFacetKeys, what: 'What can be counted per value, of organisations.'},
  ServiceFacetKey: {values: contract.serviceFacetKeys, what: 'What can be counted per value, of services.'},
  Actor: {values: contract.auditActors, what: 'In what role somebody did something.'},
  OpportunityFacetKey: {values: contract.opportunityFacetKeys, what: 'What can be counted per value, of voluntary work.'},
  ListingFacetKey: {values: contract.listingFacetKeys, what: 'What can be counted per value, of offers and requests.'},
  ExchangeSide: {values: contract.exchangeSides, what: 'Who gives help, and who gets it and gives the minutes.'},
  ExchangeEvent: {values: contract.exchangeEvents, what: 'What people can do with an exchange.'},
  EventType: {values: contract.eventTypes, what: 'Kinds of change.'},
  ModerationKind: {values: contract.moderationKinds, what: 'What waits for a moderator.'},
  ModerationState: {values: contract.moderationStates, what: 'How an item stands that a moderator sees.'},
  ReportedResource: {values: contract.reportedResources, what: 'What a report can be about.'},
  SubmissionState: {values: contract.submissionStates, what: 'How something stands that was sent in.'},
  Weekday: {values: contract.weekdays, what: 'Days of the week, Monday first.'},
  FaultCode: {values: contract.faultCodes, what: 'What can be wrong with one value.'},
  ProblemCode: {values: Object.keys(contract.problems), what: 'Every problem that this version knows. A later server may know more.'},
} as const;
const unionNames = new Map(Object.entries(unions).map(([name, {values}]) => [JSON.stringify(values), name]));

const languageMap = {
  type: 'object',
  description: 'A text that people wrote, per language; Dutch is always there.',
  properties: {nl: {type: 'string'}, en: {anyOf: [{type: 'string'}, {tsType: 'undefined'}]}},
  required: ['nl'],
} satisfies JSONSchema;

function withParameterTexts(query: string, schema: JSONSchema): JSONSchema {
  const properties = Object.entries(schema.properties!).map(([name, property]) => {
    const description = parameters[`${query}.${name}`] ?? parameters[name];
    if (!description) throw new Error(`Describe the parameter “${name}” in English, in scripts/generate-types.ts.`);
    return [name, {...property, description}];
  });
  return {...schema, properties: Object.fromEntries(properties)};
}

function isLanguageMap(schema: JSONSchema): boolean {
  return Object.keys(schema.properties ?? {}).join() === 'nl,en' && schema.properties!['nl']!.type === 'string';
}

/** A JSON Schema as the type generator likes it: names instead of repeated unions, `T | undefined` for what may be left out. */
function prepared(schema: JSONSchema): JSONSchema {
  const {description} = schema;
  const withDescription = description === undefined ? {} : {description};
  if (isLanguageMap(schema)) return {...withDescription, $ref: '#/definitions/LanguageMap'};
  const union = schema.enum && unionNames.get(JSON.stringify(schema.enum));
  if (union) return {...withDescription, $ref: `#/definitions/${union}`};
  if (schema['prefixItems'])
    return {...withDescription, tsType: `[${(schema['prefixItems'] as JSONSchema[]).map((item) => item.type).join(', ')}]`};
  if (schema.anyOf || schema.oneOf) {
    const {oneOf, anyOf = oneOf, ...rest} = schema;
    return {...rest, anyOf: anyOf!.map(prepared)};
  }
  if (schema.$ref === '#/definitions/InitiativeSelection') return {$ref: '#/definitions/InitiativeListItem'};
  if (schema.type === 'array') return {...withDescription, type: 'array', items: prepared(schema.items as JSONSchema)};
  if (schema.properties) {
    const required = new Set(schema.required as string[] | undefined);
    const properties = Object.entries(schema.properties).map(([name, property]) => {
      const type = prepared(property);
      if (required.has(name)) return [name, type];
      const {description: propertyDescription, ...bare} = type;
      return [name, {...(propertyDescription && {description: propertyDescription}), anyOf: [bare, {tsType: 'undefined'}]}];
    });
    return {
      ...withDescription,
      type: 'object',
      properties: Object.fromEntries(properties),
      required: [...required],
      additionalProperties: false,
    };
  }
  if (typeof schema.additionalProperties === 'object')
    return {...withDescription, type: 'object', additionalProperties: prepared(schema.additionalProperties)};
  const {$ref, type, enum: values, const: value} = schema;
  return {
    ...withDescription,
    ...($ref && {$ref}),
    ...(type && {type: type === 'integer' ? 'number' : type}),
    ...(values && {enum: values}),
    ...(value !== undefined && {enum: [value]}),
  };
}

function definitions(): Record<string, JSONSchema> {
  for (const [id, {schema, description}] of Object.entries(queries)) z.globalRegistry.add(schema, {id, description});
  const {schemas} = z.toJSONSchema(z.globalRegistry, {uri: (id) => `#/definitions/${id}`});
  const named = Object.entries(schemas as Record<string, JSONSchema>)
    .filter(([name]) => !leftOut.includes(name))
    .map(([name, schema]): [string, JSONSchema] => [name, prepared(name in queries ? withParameterTexts(name, schema) : schema)]);
  const literals = Object.entries(unions).map(([name, {values, what}]): [string, JSONSchema] => [
    name,
    {description: what, enum: [...values]},
  ]);
  return Object.fromEntries(
    [...named, ['LanguageMap', languageMap] as const, ...literals].map(([name, schema]) => [name, {...schema, title: name}]),
  );
}

async function types(): Promise<string> {
  const all = definitions();
  const problemCode = all['Problem']!.properties!['code']!;
  problemCode.tsType = 'ProblemCode | (string & {})';
  problemCode.description = 'What went wrong, to branch on.';

  const sorted = Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)));
  const output = await compile({type: 'object', definitions: sorted}, 'Root', {
    additionalProperties: false,
    bannerComment: '',
    ignoreMinAndMaxItems: true,
    strictIndexSignatures: true,
    unreachableDefinitions: true,
    style: {singleQuote: true, bracketSpacing: false, printWidth: 140},
  });
  const declarations = output
    .replace(/^export interface Root \{\}\n/m, '')
    .replaceAll(/^ *\* This interface was referenced by .*\n *\* via the `definition` ".*"\.\n/gm, '')
    .replaceAll(/^( *)\/\*\*\n *\* (.*)\n(?: *\*\n)? *\*\/$/gm, '$1/** $2 */')
    .replaceAll(/^\}\n(?=\S)|;\n(?=\/\*\*)/gm, '$&\n')
    // A caller's constant list is as good as one that may change.
    .replaceAll(/^export interface \w+(?:Query|Filters) \{\n.*?^\}$/gms, (declaration) =>
      declaration.replaceAll(/: (\w+\[\]) \|/g, ': readonly $1 |'),
    );
  return `${banner}\n\n${declarations.trim()}\n`;
}

/** Each in a file of its own, so that a page loads only the vocabularies that it shows. */
function vocabularyFiles(): Record<string, string> {
  const files = Object.entries(vocabularies).map(([name, {type, what}]) => {
    const labels = Object.entries<{nl: string; en: string}>(contract[name as keyof typeof vocabularies]);
    const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
    const lines = labels.map(
      ([value, {nl, en}]) => `  ${/^\w+$/.test(value) ? value : quoted(value)}: {nl: ${quoted(nl)}, en: ${quoted(en)}},`,
    );
    const imports = `import type {Label} from '../label.ts';\nimport type {${type}} from './types.ts';`;
    const labelled = `/** ${what}, with their labels, in the order in which they are shown. */\nexport const ${name}: Readonly<Record<${type}, Label>> = {\n${lines.join('\n')}\n};\n`;
    const file = `${name.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}.ts`;
    return [file, `${banner}\n\n${imports}\n\n${labelled}`] as const;
  });
  return Object.fromEntries(files);
}

const outputs = {'types.ts': await types(), ...vocabularyFiles()};
for (const [name, text] of Object.entries(outputs)) {
  const file = new URL(`../src/generated/${name}`, import.meta.url);
  if (!process.argv.includes('--check')) await writeFile(file, text);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    process.stderr.write(`src/generated/${name} is stale: run “npm run generate” in packages/sdk and commit the result.\n`);
    process.exitCode = 1;
  }
}
