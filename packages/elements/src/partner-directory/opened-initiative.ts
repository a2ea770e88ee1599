import {isAddress} from '../choices/address.ts';
import type {OtherChoices} from '../choices/reader-choices.ts';

/** Beside the organisation that is open (`id`), the initiative that is open over it, or over the list. */
export class OpenedInitiative implements OtherChoices {
  address: string | null = null;

  read(query: URLSearchParams): void {
    const address = query.get('initiative');
    this.address = isAddress(address) ? address : null;
  }

  write(query: URLSearchParams): void {
    if (this.address !== null) query.set('initiative', this.address);
  }
}
