import {defaultLimit, type PublicationListItem, type PublicationQuery} from '@buurtkit/contract';
import * as z from 'zod';
import {readOpaque, writeOpaque} from '../http/opaque.ts';
import type {Scope} from '../scope.ts';
import {listPublicationRows, type PublicationPosition} from './publication-store.ts';
import {representListItem} from './represent-publication.ts';

const positionSchema = z.tuple([z.string(), z.uuid()]);

function readPosition(cursor: string): PublicationPosition {
  const [title, id] = readOpaque(positionSchema, cursor, 'cursor');
  return {title, id};
}

/** A page of publications, by title. */
export async function listPublications(
  scope: Scope,
  {cursor, limit = defaultLimit}: PublicationQuery,
): Promise<{data: PublicationListItem[]; total: number; next: string | null}> {
  const {rows, total} = await listPublicationRows(scope, cursor === undefined ? null : readPosition(cursor), limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    data: page.map((row) => representListItem(row, scope.publicUrl)),
    total,
    next: last ? writeOpaque([last.title.nl, last.id]) : null,
  };
}
