import {formatCount} from './formats.ts';
import type {MessageSet} from './wording.ts';

/** What the map says. */
export type MapMessages = {
  map: string;
  mapButtons: string;
  zoomIn: string;
  zoomOut: string;
  showAll: string;
  move: string;
  moveUp: string;
  moveDown: string;
  moveLeft: string;
  moveRight: string;
  fullscreen: string;
  leaveFullscreen: string;
  /** On the button that narrows the list to what the map shows. */
  onlyInView: string;
  countInView: (seen: number, total: number) => string;
  noneInView: string;
  markers: string;
  markersHint: string;
  /** A single initiative on the map. */
  pin: (name: string, kind: string) => string;
  zoomToCluster: (count: number) => string;
  listCluster: (count: number) => string;
  atThisPlace: (count: number) => string;
  close: string;
  loadingMap: string;
  mapFailed: string;
  mapFailedHint: string;
  retryMap: string;
  twoFingers: string;
  /** @param key - Ctrl or ⌘. */
  holdToZoom: (key: string) => string;
  mapData: string;
  improveMap: string;
};

export const mapMessages: MessageSet<MapMessages> = {
  nl: () => {
    const initiatives = (count: number) => (count === 1 ? '1 initiatief' : `${formatCount(count, 'nl')} initiatieven`);
    return {
      map: 'Kaart met initiatieven',
      mapButtons: 'Knoppen van de kaart',
      zoomIn: 'Zoom in',
      zoomOut: 'Zoom uit',
      showAll: 'Toon alles op de kaart',
      move: 'Verschuif de kaart',
      moveUp: 'Naar boven',
      moveDown: 'Naar beneden',
      moveLeft: 'Naar links',
      moveRight: 'Naar rechts',
      fullscreen: 'Kaart op het hele scherm',
      leaveFullscreen: 'Kaart weer klein',
      onlyInView: 'Alleen wat in beeld is',
      countInView: (seen, total) => `${formatCount(seen, 'nl')} van ${initiatives(total)} in beeld`,
      noneInView: 'Er is hier niets in beeld',
      markers: 'Initiatieven op de kaart',
      markersHint: 'Ga met de pijltjestoetsen naar een ander initiatief.',
      pin: (name, kind) => `${name}, ${kind}`,
      zoomToCluster: (count) => `${initiatives(count)}, zoom in`,
      listCluster: (count) => `${initiatives(count)} op één plek, toon de lijst`,
      atThisPlace: (count) => `${initiatives(count)} op deze plek`,
      close: 'Sluit',
      loadingMap: 'De kaart is aan het laden',
      mapFailed: 'De kaart laadt nu niet',
      mapFailedHint: 'Alles staat ook in de lijst.',
      retryMap: 'Probeer opnieuw',
      twoFingers: 'Gebruik twee vingers om de kaart te bewegen',
      holdToZoom: (key) => `Houd ${key} ingedrukt om te zoomen`,
      mapData: 'Kaartgegevens',
      improveMap: 'Verbeter de kaart',
    };
  },
  en: () => {
    const initiatives = (count: number) => (count === 1 ? '1 initiative' : `${formatCount(count, 'en')} initiatives`);
    return {
      map: 'Map with initiatives',
      mapButtons: 'Map buttons',
      zoomIn: 'Zoom in',
      zoomOut: 'Zoom out',
      showAll: 'Show all on the map',
      move: 'Move the map',
      moveUp: 'Up',
      moveDown: 'Down',
      moveLeft: 'Left',
      moveRight: 'Right',
      fullscreen: 'Map on the whole screen',
      leaveFullscreen: 'Make the map small again',
      onlyInView: 'Only what is in view',
      countInView: (seen, total) => `${formatCount(seen, 'en')} of ${initiatives(total)} in view`,
      noneInView: 'There is nothing in view here',
      markers: 'Initiatives on the map',
      markersHint: 'Use the arrow keys to go to another initiative.',
      pin: (name, kind) => `${name}, ${kind}`,
      zoomToCluster: (count) => `${initiatives(count)}, zoom in`,
      listCluster: (count) => `${initiatives(count)} at one place, show the list`,
      atThisPlace: (count) => `${initiatives(count)} at this place`,
      close: 'Close',
      loadingMap: 'The map is loading',
      mapFailed: 'The map can’t be loaded now',
      mapFailedHint: 'Everything is in the list too.',
      retryMap: 'Try again',
      twoFingers: 'Use two fingers to move the map',
      holdToZoom: (key) => `Hold ${key} to zoom`,
      mapData: 'Map data',
      improveMap: 'Improve the map',
    };
  },
};
