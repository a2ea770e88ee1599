const kinds = {
  community: '1',
  initiative: '2',
  chapter: '3',
  request: '4',
  partner: '5',
  service: '6',
  place: '7',
  publication: '8',
  edition: '9',
  submission: 'a',
  import: 'b',
  opportunity: 'c',
  shift: 'd',
  signup: 'e',
  hours: 'f',
  photo: '10',
  member: '16',
  account: '11',
  entry: '12',
  paymentRequest: '13',
  minutesHold: '14',
  recurringGift: '15',
  session: '1a',
  listing: '1b',
  exchange: '1c',
} as const;

/** A UUIDv7 by its form that is the same in every run, so that a snapshot or a screenshot stays the same. */
export function numberedId(kind: keyof typeof kinds, number: number): string {
  return `019aa000-${kinds[kind].padStart(4, '0')}-7000-8000-${String(number).padStart(12, '0')}`;
}
