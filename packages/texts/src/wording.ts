import type {Community, Language} from '@buurtkit/contract';

export type {Language};

/** How Dutch texts speak to the reader; a setting of the community. */
export type AddressForm = Community['addressForm'];

/** The language of a message, and in Dutch how it speaks to the reader. */
export type Wording = {language: Language; addressForm: AddressForm};

/** What one component says, in every language. */
export type MessageSet<Messages> = Record<Language, (addressForm: AddressForm) => Messages>;
