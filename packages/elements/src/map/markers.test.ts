import {expect} from '@open-wc/testing';
import type {Cluster} from '@buurtkit/sdk';
import {several, single} from '../testing/map-on-page.ts';
import type {Pixels} from './map-engine.ts';
import {markersOf, type MapMarker} from './markers.ts';
import {nearestInDirection, type Direction} from './nearest.ts';
import {toWorld, worldSizeAt} from './web-mercator.ts';

const options = {deepestZoom: 19, apart: null};

describe('markers', () => {
  it('stand apart so far that each can be pressed, and lose nobody', () => {
    const clusters = [...scattered(500), several(40, [5, 52, 5.1, 52.1])];

    const markers = markersOf(clusters, 9, options);

    expect(closest(markers, 9)).to.be.at.least(44);
    expect(countOf(markers)).to.equal(540);
  });

  it('are the same whatever the order of the answer', () => {
    const clusters = scattered(300);

    const [one, other] = [markersOf(clusters, 8, options), markersOf([...clusters].reverse(), 8, options)];

    expect(keysOf(one)).to.deep.equal(keysOf(other));
  });

  it('are read from north to south', () => {
    const markers = markersOf([single('zuid', [5, 51]), single('noord', [6, 53]), single('midden', [5, 52])], 8, options);

    expect(keysOf(markers)).to.deep.equal(['voorbeeldbuurt~noord', 'voorbeeldbuurt~midden', 'voorbeeldbuurt~zuid']);
  });

  it('of one building are a list, those of one street are not', () => {
    const [building] = markersOf([several(7, [5, 52, 5, 52])], 12, options);
    const [street] = markersOf([single('een', [5, 52]), single('twee', [5.002, 52])], 12, options);

    expect(building).to.include({type: 'cluster', isOnePlace: true});
    expect(street).to.include({type: 'cluster', count: 2, isOnePlace: false});
  });

  it('keep the one that is open beside the map apart', () => {
    const markers = markersOf([single('een', [5, 52]), single('twee', [5, 52])], 12, {...options, apart: 'voorbeeldbuurt~twee'});

    expect(markers.map(({type}) => type)).to.deep.equal(['pin', 'pin']);
  });
});

describe('the arrow keys', () => {
  const around: Pixels[] = [
    [0, 0],
    [10, 1],
    [30, 0],
    [0, -10],
    [-5, 20],
    [-40, 4],
  ];

  it('go to the nearest in that direction', () => {
    expect(nearestInDirection(around, 0, 'right')).to.equal(1);
    expect(nearestInDirection(around, 0, 'up')).to.equal(3);
    expect(nearestInDirection(around, 0, 'down')).to.equal(4);
    expect(nearestInDirection(around, 0, 'left')).to.equal(5);
    expect(nearestInDirection(around, 2, 'right')).to.equal(-1);
  });

  it('reach nearly every one of five hundred, and with the order of reading all', () => {
    const points = scattered(500).map(({location}) => toWorld(location.coordinates));
    const reached = new Set([0]);
    for (const from of reached)
      for (const direction of ['up', 'down', 'left', 'right'] as Direction[]) {
        const next = nearestInDirection(points, from, direction);
        if (next >= 0) reached.add(next);
      }

    expect(reached.size).to.be.at.least(490);
  });
});

/** The same places each time, spread over the country. */
function scattered(count: number): Cluster[] {
  let seed = 42;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return Array.from({length: count}, (_, index) => single(`buurt-${index}`, [3.5 + 3.5 * random(), 51 + 2.4 * random()]));
}

function keysOf(markers: readonly MapMarker[]): string[] {
  return markers.map(({key}) => key);
}

function countOf(markers: readonly MapMarker[]): number {
  return markers.reduce((sum, marker) => sum + (marker.type === 'pin' ? 1 : marker.count), 0);
}

function closest(markers: readonly MapMarker[], zoom: number): number {
  const points = markers.map(({location}) => toWorld(location).map((share) => share * worldSizeAt(zoom)));
  const lengths = points.flatMap(([x, y], index) =>
    points.slice(index + 1).map(([otherX, otherY]) => Math.hypot(x! - otherX!, y! - otherY!)),
  );
  return Math.min(...lengths);
}
