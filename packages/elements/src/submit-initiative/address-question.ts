import type {Point, Reader} from '@buurtkit/sdk';
import type {FormValues, WhereAndWhenMessages} from '@buurtkit/texts';
import type {ReactiveControllerHost, TemplateResult} from 'lit';
import type {Control} from '../form/field-view.ts';
import type {FormFault} from '../form/form.ts';
import type {Announcer} from '../status/announcer.ts';
import {PlaceField} from '../where/place-field.ts';

type Acts = {client: () => Reader; onChoose: (label: string) => void};
type Located = {location: Point | null; faults: readonly FormFault[]};

/** Where it is: an address that is looked up while it is typed, and again before it is sent when none was chosen. */
export class AddressQuestion {
  readonly #field: PlaceField;
  readonly #acts: Acts;
  /** By what the fields say, so that the same is sent when it is sent again. */
  readonly #known = new Map<string, Point>();

  constructor(host: ReactiveControllerHost, announcer: Announcer, acts: Acts) {
    this.#acts = acts;
    this.#field = new PlaceField(host, announcer, {
      suggest: (q, signal) => acts.client().places.suggest({q, limit: 5}, {signal}),
      onChoose: ({label, location}) => {
        this.#known.set(label, location);
        acts.onChoose(label);
      },
    });
  }

  render(asked: Control, words: WhereAndWhenMessages): TemplateResult {
    return this.#field.render({words, chosen: asked.value, asked});
  }

  /** One that can't be looked up now is left out rather than refused. */
  async locate({address = '', city = ''}: FormValues): Promise<Located> {
    const q = `${address} ${city}`.trim().slice(0, 100);
    if (address.trim() === '') return {location: null, faults: []};
    const known = this.#known.get(address) ?? this.#known.get(q);
    if (known) return {location: known, faults: []};
    const {data, isComplete} = await this.#acts
      .client()
      .places.suggest({q, limit: 1})
      .catch(() => ({data: [], isComplete: false}));
    const location = data[0]?.location ?? null;
    if (!isComplete) return {location: null, faults: []};
    if (location) this.#known.set(q, location);
    return {location, faults: location ? [] : [{pointer: '#/content/location', code: 'not-allowed'}]};
  }
}
