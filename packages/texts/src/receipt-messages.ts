import type {MessageSet} from './wording.ts';

/** What stands on the printed receipt of one entry. */
export type ReceiptMessages = {
  title: (number: number) => string;
  number: string;
  when: string;
  what: string;
  giver: string;
  receiver: string;
  memo: string;
  byDesk: string;
  proof: string;
  check: string;
};

export const receiptMessages: MessageSet<ReceiptMessages> = {
  nl: () => ({
    title: (number) => `Bon ${number}`,
    number: 'Bonnummer',
    when: 'Wanneer',
    what: 'Wat',
    giver: 'Gever',
    receiver: 'Ontvanger',
    memo: 'Waarvoor',
    byDesk: 'Door de balie, voor',
    proof: 'Bewijs',
    check: 'Bewaar deze bon. Met het bewijs kan iedereen nagaan dat dit zo in het boek staat.',
  }),
  en: () => ({
    title: (number) => `Receipt ${number}`,
    number: 'Receipt number',
    when: 'When',
    what: 'What',
    giver: 'Giver',
    receiver: 'Receiver',
    memo: 'What for',
    byDesk: 'By the desk, for',
    proof: 'Proof',
    check: 'Keep this receipt. With the proof anybody can check that this stands so in the ledger.',
  }),
};
