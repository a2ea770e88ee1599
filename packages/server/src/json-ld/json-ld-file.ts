import {eachKeptInitiative, eachKeptPartner, eachKeptPlace, eachKeptService} from '../exports/records.ts';
import type {Scope} from '../scope.ts';
import {schemaOrg, thingOfKeptInitiative, thingOfPartner, thingOfPlace, thingOfService, type Thing} from './things.ts';

/** A directory as linked data (schema.org, JSON-LD 1.1), one thing a line. */
export async function* writeJsonLd(scope: Scope): AsyncGenerator<string> {
  yield `{"@context":"${schemaOrg}","@graph":[`;
  let separator = '\n';
  for await (const thing of things(scope)) {
    yield `${separator}${JSON.stringify(thing)}`;
    separator = ',\n';
  }
  yield '\n]}\n';
}

async function* things(scope: Scope): AsyncGenerator<Thing> {
  for await (const place of eachKeptPlace(scope)) yield thingOfPlace(place, scope.publicUrl);
  for await (const partner of eachKeptPartner(scope)) yield thingOfPartner(partner, scope.publicUrl);
  for await (const service of eachKeptService(scope)) yield thingOfService(service, scope.publicUrl);
  for await (const initiative of eachKeptInitiative(scope)) yield thingOfKeptInitiative(initiative, scope.publicUrl);
}
