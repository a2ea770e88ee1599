import type {InitiativeListItem} from '@buurtkit/contract';

type Cell = string | number | null | undefined;

const columns: Record<string, (initiative: InitiativeListItem) => Cell> = {
  id: ({id}) => id,
  slug: ({slug}) => slug,
  name: ({name}) => name,
  kind: ({kind}) => kind,
  stage: ({stage}) => stage,
  themes: ({themes}) => themes.join('|'),
  context: ({context}) => context,
  since: ({since}) => since,
  city: ({place}) => place?.city,
  areaCode: ({place}) => place?.areaCode,
  areaYear: ({place}) => place?.areaYear,
  lon: ({location}) => location?.coordinates[0],
  lat: ({location}) => location?.coordinates[1],
  precision: ({place}) => place?.precision,
  summary_nl: ({summary}) => summary.nl,
  summary_en: ({summary}) => summary.en,
  website: ({contact}) => contact.website,
  email: ({contact}) => contact.email,
  phone: ({contact}) => contact.phone,
  opening: ({opening}) => opening?.note?.nl,
  externalSource: ({externalIds}) => externalIds[0]?.source,
  externalId: ({externalIds}) => externalIds[0]?.id,
};

function cell(value: Cell): string {
  if (typeof value !== 'string') return String(value ?? '');
  const guarded = /^[=+\-@]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Lines as RFC 4180 has them: commas, CRLF, a BOM; a cell that a spreadsheet would run as a formula is guarded. */
export function csvFile(lines: readonly (readonly Cell[])[]): string {
  return `\uFEFF${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

export function csvOf(initiatives: readonly InitiativeListItem[]): string {
  return csvFile([Object.keys(columns), ...initiatives.map((initiative) => Object.values(columns).map((column) => column(initiative)))]);
}
