import * as z from 'zod/mini';

const longitude = z.number().check(z.gte(-180), z.lte(180));
const latitude = z.number().check(z.gte(-90), z.lte(90));

/** GeoJSON (RFC 7946): CRS84, longitude first. */
export const pointSchema = z
  .strictObject({type: z.literal('Point'), coordinates: z.tuple([longitude, latitude])})
  .register(z.globalRegistry, {
    id: 'Point',
    description: 'A GeoJSON point (RFC 7946) in CRS84: longitude first.',
    examples: [{type: 'Point', coordinates: [6.6486, 52.8136]}],
  });
export type Point = z.infer<typeof pointSchema>;

/** `west,south,east,north` in degrees (CRS84, RFC 7946 section 5). */
export const boxSchema = z
  .tuple([longitude, latitude, longitude, latitude])
  .check(z.refine(([west, south, east, north]) => west < east && south < north, {error: 'range'}));
export type Box = z.infer<typeof boxSchema>;

/** `lon,lat` in degrees. */
export const positionSchema = z.tuple([longitude, latitude]);
export type Position = z.infer<typeof positionSchema>;
