import {initiativeKinds, initiativeStages, valuesOf, type Initiative} from '@buurtkit/contract';
import {describeInitiative} from './describe-initiative.ts';
import {sampleCommunities} from './communities.ts';

const whats = ['Buurttuin', 'Eettafel', 'Repaircafé', 'Klusgroep', 'Buurthuis', 'Wandelclub', 'Taalcafé', 'Speeltuin'];
const wheres = ['de Linde', 'Oost', 'het Veld', 'de Brink', 'aan de Vaart', 'Noord', 'de Hoek'];
const themes = ['meeting', 'green', 'food', 'neighbour-help', 'learning', 'youth', 'ageing'];

const cycle = <Value>(values: readonly Value[], index: number): Value => values[index % values.length]!;

/** As many initiatives as asked for, spread over the sample municipalities; the same ones for the same number. */
export function manyInitiatives(count: number): Initiative[] {
  const municipalities = sampleCommunities.filter(({kind}) => kind === 'municipality');
  return Array.from({length: count}, (_, index) => {
    const municipality = cycle(municipalities, index);
    const [area] = municipality.areas;
    const name = `${cycle(whats, index)} ${cycle(wheres, index)} ${index + 1}`;
    return describeInitiative(10_000 + index, {
      slug: `voorbeeld-${index + 1}`,
      community: municipality.slug,
      name,
      kind: cycle(valuesOf(initiativeKinds), index),
      stage: cycle(valuesOf(initiativeStages), Math.floor(index / 3)),
      themes: [...new Set([cycle(themes, index), cycle(themes, index * 3 + 1)])],
      summary: {nl: `${name}: iedereen is welkom.`, en: `${name}: everybody is welcome.`},
      place: {city: area!.name, areaCode: area!.code, areaYear: area!.year, precision: 'town'},
      coordinates: [Number((3.6 + ((index * 37) % 330) / 100).toFixed(4)), Number((51 + ((index * 53) % 240) / 100).toFixed(4))],
    });
  });
}
