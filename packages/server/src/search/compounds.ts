import {compoundParts} from './compound-parts.ts';
import {beginningsOf, isFormOf, rootsOf} from './word-forms.ts';

const shortestPart = 3;
const shortestLater = 4;
const clearLength = 6;
// What looks like a compound and is none.
const wholes = new Set(['netwerk', 'netwerken', 'transport', 'verraad', 'network', 'networks']);

/** Tells of other words whether they are a form of this one, or a compound that has it: *winkel* in dorpswinkels, *huis* in buurthuis. */
export function wordFinder(word: string): (compound: string) => boolean {
  const roots = rootsOf(word);
  const beginnings = [...roots].flatMap(beginningsOf);
  const parts = word.length < shortestLater ? [] : [...roots].filter((root) => root.length >= shortestLater).flatMap(beginningsOf);
  const isLong = word.length >= clearLength;

  return (compound) => {
    if (!beginnings.some((beginning) => compound.includes(beginning))) return false;
    if (isFormOf(compound, roots)) return true;
    if (parts.length === 0 || wholes.has(compound)) return false;
    if (parts.some((part) => startsWithPart(compound, part))) return true;
    for (let at = shortestPart; at <= compound.length - shortestPart; at += 1) {
      const rest = compound.slice(at);
      const isThere = isFormOf(rest, roots) || (isLong && parts.some((part) => rest.startsWith(part)));
      if (isThere && isFirstPart(compound.slice(0, at), word)) return true;
    }
    return false;
  };
}

/** *Buurthuis* starts with buurt, not with buur. */
function startsWithPart(compound: string, part: string): boolean {
  if (!compound.startsWith(part) || compound.length - part.length < shortestPart) return false;
  for (let end = part.length + 1; end <= compound.length; end += 1) if (compoundParts.has(compound.slice(0, end))) return false;
  return true;
}

// A long word is no accident inside another; a short one is (*eten* in weten, *sport* in transport), unless what stands before it is a part too.
function isFirstPart(part: string, word: string): boolean {
  if (isKnownPart(part)) return true;
  return word.length >= clearLength || (word.length === clearLength - 1 && part.length >= word.length);
}

function isKnownPart(part: string): boolean {
  if (compoundParts.has(part)) return true;
  return (
    /(?:s|e|en|n)$/.test(part) &&
    ['s', 'e', 'en', 'n'].some((link) => part.endsWith(link) && compoundParts.has(part.slice(0, -link.length)))
  );
}

/** The ways in which a word may be two: *wijk* and *winkel* for wijkwinkel. */
export function splitsOf(word: string): [string, string][] {
  const splits: [string, string][] = [];
  for (let at = shortestPart; at <= word.length - shortestLater; at += 1) {
    const [first, later] = [word.slice(0, at), word.slice(at)];
    if (isKnownPart(first) && (later.length > shortestLater || isKnownPart(later))) splits.push([withoutLink(first), later]);
  }
  return splits;
}

function withoutLink(part: string): string {
  if (compoundParts.has(part)) return part;
  return part.slice(0, part.endsWith('en') && compoundParts.has(part.slice(0, -2)) ? -2 : -1);
}
