import type {ChainedEntry} from './ledger-chain.ts';

type LedgerVector = {
  what: string;
  entry: Omit<ChainedEntry, 'postingDigests'>;
  memo: string | null;
  memoSalt: string | null;
  postings: {accountId: string; minutes: number; salt: string; digest: string}[];
  hash: string;
};

/**
 * A small ledger in format `v1` with every hash written out. They were computed apart from Buurtkit, by the lines of
 * `ledger-chain.ts` alone: whatever reads or writes the format has to find these very values.
 */
export const ledgerVectors: readonly LedgerVector[] = [
  {
    what: 'The first entry: approved hours hand out credits',
    entry: {
      communityId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e',
      sequence: 1,
      previousHash: '0000000000000000000000000000000000000000000000000000000000000000',
      id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c6001',
      kind: 'hours',
      occurredAt: '2026-11-20T09:00:00.000Z',
      actor: 'server',
      onBehalfOf: null,
      reverses: null,
      reference: 'hours:019a5c1e-7b4a-7c3e-9f00-3f2a1b4c8001',
      memoHash: null,
    },
    memo: null,
    memoSalt: null,
    postings: [
      {
        accountId: '019a5c1e-7b4a-7c3e-9f00-000000000001',
        minutes: -90,
        salt: '2260380a88f9b8759c0ccb1230f1498e',
        digest: '7314f7c9ea81152637be5e34893537a6bdd5ff31397ad8ea4960cb3e86c495bd',
      },
      {
        accountId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e01',
        minutes: 90,
        salt: '0fcabfa8af576ebe76de84b71f9b15ff',
        digest: '60b8a47ef955032dd300d6208df8e015949d4aab685b529565dc6daa27b4869a',
      },
    ],
    hash: 'b2e5c4e5e3da3587f3148f32f59be21a3c1268cfaeed4e4af9a6a7043298d40c',
  },
  {
    what: 'A transfer with words in it',
    entry: {
      communityId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e',
      sequence: 2,
      previousHash: 'b2e5c4e5e3da3587f3148f32f59be21a3c1268cfaeed4e4af9a6a7043298d40c',
      id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c6002',
      kind: 'transfer',
      occurredAt: '2026-11-20T10:15:30.250Z',
      actor: 'member:019a5c1e-7b4a-7c3e-9f00-3f2a1b4c7001',
      onBehalfOf: null,
      reverses: null,
      reference: null,
      memoHash: 'b202088c66a1435c5d50a9622768d4a9e4b853c53ee320552436aa79fa9a8e2c',
    },
    memo: 'Heg geknipt, dank je Chloë 🌿',
    memoSalt: 'adf6db67fd0e93a8edb1d881107a5509',
    postings: [
      {
        accountId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e01',
        minutes: -30,
        salt: 'ead03866b1adf4827d894a1201ff19c1',
        digest: '5c393e31c0a988831fa2f1c71d430ae3aed94df250966a1129d55ea66df62248',
      },
      {
        accountId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e02',
        minutes: 30,
        salt: 'dabb39d7aac2a6cb21937d4d06402132',
        digest: '0d56bb4e8c463fca13516badbf198909831679117a93dfcbeaf13d9a2b937d55',
      },
    ],
    hash: '904a6cf8a3f4e4bac86e1886a2990ce7cd558293cdf866b50fd9654e014ca455',
  },
  {
    what: 'A batch: one gives, three get',
    entry: {
      communityId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e',
      sequence: 3,
      previousHash: '904a6cf8a3f4e4bac86e1886a2990ce7cd558293cdf866b50fd9654e014ca455',
      id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c6003',
      kind: 'batch',
      occurredAt: '2026-11-20T10:15:30.250Z',
      actor: 'key:019a5c1e-7b4a-7c3e-9f00-3f2a1b4c7002',
      onBehalfOf: null,
      reverses: null,
      reference: null,
      memoHash: 'c4cd08db2f6c1c11d037cd3eebe97f6359a949983edecaa28a6941347c7923e3',
    },
    memo: 'Opschoondag',
    memoSalt: 'd40a5a6d2ac57df40624e12337941fed',
    postings: [
      {
        accountId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e02',
        minutes: -45,
        salt: 'f537da73217d55a99b8b398b001e4fc6',
        digest: '5afe5fee6eece8fa97607479aa7665299a7bfbd62e25a280042eca91d5308b44',
      },
      {
        accountId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e01',
        minutes: 15,
        salt: 'e8021182475a7cb11e01fa960da46caf',
        digest: 'a60f7a7a425b4233b4364319c8d4d59e6f879feb4ea593b4ca47b607428f2985',
      },
      {
        accountId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e03',
        minutes: 15,
        salt: '00fd1da21e8b4ef31d987665dc575099',
        digest: '17dcbb19ce33c6206bc9f142ddddbcd091c99247dbec9058e55768bc491ecf32',
      },
      {
        accountId: '019a5c1e-7b4a-7c3e-9f00-000000000002',
        minutes: 15,
        salt: '5b17e543534ff0683507eb04d1d73d7a',
        digest: '7f06eed246b8e7cf63f5905e513b5364f0b3b4eb69d6e1c0224bd85fe55c7203',
      },
    ],
    hash: '52adfc0cd6579377651f8ae5f2a9d9d2f5a31b6cff7e740152a870b01ec98562',
  },
  {
    what: 'A desk gives for a member who is present',
    entry: {
      communityId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e',
      sequence: 4,
      previousHash: '52adfc0cd6579377651f8ae5f2a9d9d2f5a31b6cff7e740152a870b01ec98562',
      id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c6004',
      kind: 'gift',
      occurredAt: '2026-11-21T13:00:00.001Z',
      actor: 'member:019a5c1e-7b4a-7c3e-9f00-3f2a1b4c7003',
      onBehalfOf: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e03',
      reverses: null,
      reference: null,
      memoHash: null,
    },
    memo: null,
    memoSalt: null,
    postings: [
      {
        accountId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e03',
        minutes: -15,
        salt: '77d36c987a98e8ab4903ef923f209fb5',
        digest: '6e973f3af8ea882d7fc487c6027339b7d83d8d343659603d71a6405c4ee70a6a',
      },
      {
        accountId: '019a5c1e-7b4a-7c3e-9f00-000000000002',
        minutes: 15,
        salt: 'dcb4a19d41ce96b67773f29a4a02e638',
        digest: '4990516ea35b0571a3046087745e456fc842e0d575250be90755b9d62a5679ef',
      },
    ],
    hash: 'cf94aadf8df825207a6bc554540d4862efc3175c1a3a7cf7d48576a4244b6b0e',
  },
  {
    what: 'The transfer is turned back',
    entry: {
      communityId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5d6e',
      sequence: 5,
      previousHash: 'cf94aadf8df825207a6bc554540d4862efc3175c1a3a7cf7d48576a4244b6b0e',
      id: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c6005',
      kind: 'reversal',
      occurredAt: '2026-11-22T08:59:59.999Z',
      actor: 'member:019a5c1e-7b4a-7c3e-9f00-3f2a1b4c7004',
      onBehalfOf: null,
      reverses: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c6002',
      reference: null,
      memoHash: 'f9384d1c6a4b5f62052798b42658f3cad8d6b96501083aa82a7677706bd99b7e',
    },
    memo: 'Verkeerde buur',
    memoSalt: '6781ddecd08d87a5d92bfa2988f32d86',
    postings: [
      {
        accountId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e01',
        minutes: 30,
        salt: '3c02e5632639cdcc9f25a95623079fcf',
        digest: 'a1ba67726cb11aab20a4bd4c827d0c23a4ed6664e79ec4277bdd218762aa8353',
      },
      {
        accountId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e02',
        minutes: -30,
        salt: 'c9c3b5b53f6e7af66a8efe90cc2a5a36',
        digest: '00ae321fdd9c14864013e8a99f03e1fbe535ceb5ed1990633795985df8830a72',
      },
    ],
    hash: '42d98554fef3a97448dd0003713b83ca693d207348fd5a612bd4a221fa58f84d',
  },
];

/** The hash of all balances after the last of them. */
export const balancesVector = {
  balances: [
    {accountId: '019a5c1e-7b4a-7c3e-9f00-000000000001', minutes: -90, salt: '2260380a88f9b8759c0ccb1230f1498e'},
    {accountId: '019a5c1e-7b4a-7c3e-9f00-000000000002', minutes: 30, salt: 'dcb4a19d41ce96b67773f29a4a02e638'},
    {accountId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e01', minutes: 105, salt: '3c02e5632639cdcc9f25a95623079fcf'},
    {accountId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e02', minutes: -45, salt: 'c9c3b5b53f6e7af66a8efe90cc2a5a36'},
    {accountId: '019a5c1e-7b4a-7c3e-9f00-3f2a1b4c5e03', minutes: 0, salt: '77d36c987a98e8ab4903ef923f209fb5'},
  ],
  hash: 'b767bc52aa9441226cf3f3805b9962e3efe00a0346fd2f6ced67538124dc22bd',
};
