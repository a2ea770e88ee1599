import type {Entry} from '@buurtkit/sdk';
import {html, type TemplateResult} from 'lit';
import {facts} from '../detail/facts.ts';
import {moveFocus} from '../focus/move-focus.ts';
import {heading} from '../headings/heading.ts';
import {errorEventOf, failure} from '../status/failure.ts';
import {Loading} from '../status/loading.ts';
import {skeleton} from '../status/skeleton.ts';
import type {ActsDeeds, ActsHost, ActsModel} from './account-acts.ts';
import type {FileSaver} from './file-saver.ts';

/** What stands in the books of one entry, to keep: with it anybody can check that it does. */
export class ReceiptView {
  readonly #files: FileSaver;
  readonly #loading: Loading<Entry>;
  #id = '';

  constructor(host: ActsHost, deeds: ActsDeeds) {
    this.#files = deeds.files;
    this.#loading = new Loading<Entry>(
      host,
      (error) => deeds.hasEnded(error) || host.dispatchEvent(errorEventOf(error)),
      () => void moveFocus(host, '.receipt .form-title'),
    );
  }

  show(id: string, {reader}: ActsModel): void {
    this.#id = id;
    this.#loading.ask([reader, id], (signal) => reader.entries.get(id, {signal}));
  }

  render({reader, credits, words, headingLevel}: ActsModel): TemplateResult {
    const {value: entry, error, isLoading} = this.#loading;
    if (error) return failure({error, messages: words, isRetrying: isLoading, onRetry: () => void this.#loading.retry()});
    if (entry?.id !== this.#id) return skeleton();
    const {sequence, occurredAt, postings, memo, onBehalfOf, reversedBy, proof} = entry;
    const sides = (isGiver: boolean) => postings.filter(({minutes}) => minutes < 0 === isGiver).map(({name}) => name);
    const amounts = postings.map(({minutes}) => Math.abs(minutes));
    return html`<div class="account-part receipt" part="receipt">
      ${heading(headingLevel, `${words.receipt} ${sequence}`, 'form-title')}
      ${facts([
        [words.receiptNumber, String(sequence)],
        [words.when, credits.date(occurredAt)],
        [words.giver, sides(true)],
        [words.receiver, sides(false)],
        [words.amount, credits.amountAndTime(Math.max(...amounts))],
        [words.memo, memo],
        [words.present, onBehalfOf?.name],
        [words.turnedBack, reversedBy && words.wasTurnedBack],
        [words.proof, hash(proof.hash)],
        [words.previousProof, hash(proof.previousHash)],
      ])}
      <p class="muted">${words.proofHint}</p>
      <p class="acts">
        <button class="button" type="button" data-act="pdf" @click=${() => this.#save(entry, reader, words)}>${words.downloadPdf}</button>
        <button class="button" type="button" data-act="print" @click=${() => window.print()}>${words.print}</button>
      </p>
    </div>`;
  }

  #save({id, sequence}: Entry, {entries}: ActsModel['reader'], words: ActsModel['words']): void {
    void this.#files.save(`${words.receipt.toLowerCase()}-${sequence}.pdf`, words, () => entries.receiptFile(id, 'pdf'));
  }
}

/** In groups of four, as people read long numbers. */
function hash(text: string): TemplateResult {
  return html`<code class="hash">${text.replace(/(.{4})(?=.)/g, '$1 ')}</code>`;
}
