import {newCoalitionMemberSchema, newPartnerSchema, newServiceSchema, newSharedPlaceSchema, slugSchema} from '@buurtkit/contract';
import * as z from 'zod/mini';

const ofCommunity = {community: slugSchema, slug: slugSchema};

const placeSchema = z.extend(newSharedPlaceSchema, ofCommunity);
const partnerSchema = z.extend(newPartnerSchema, {
  ...ofCommunity,
  services: z.optional(z.array(z.omit(newServiceSchema, {partner: true}))),
  coalition: z.array(z.extend(z.omit(newCoalitionMemberSchema, {partner: true}), {initiative: slugSchema})),
});

export type SeededPlace = z.infer<typeof placeSchema>;
/** An organisation as a file of the seed tells it: with its services, and with the initiatives that it stands behind. */
export type SeededPartner = z.infer<typeof partnerSchema>;
export type PartnerData = {places: SeededPlace[]; partners: SeededPartner[]};

const partnerDataSchema = z.object({places: z.optional(z.array(placeSchema)), partners: z.array(partnerSchema)});

export function readPartners(file: unknown): PartnerData {
  const {places = [], partners} = partnerDataSchema.parse(file);
  return {places, partners};
}
