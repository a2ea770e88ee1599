import {faultsOf, faultTexts, newSignupSchema, type Fault} from '@buurtkit/contract';
import * as z from 'zod/mini';
import {recordActs} from '../../audit/record-acts.ts';
import type {TrxScope} from '../../scope.ts';

const detailsSchema = z.strictObject({name: newSignupSchema.shape.name, phone: newSignupSchema.shape.phone});

/** A new name or phone number, by the person; null when it is kept, else what is wrong with it in words. */
export async function changeVolunteer(
  scope: TrxScope,
  volunteerId: string,
  {name, phone}: {name: string; phone: string},
): Promise<{name?: string; phone?: string} | null> {
  const asked = {name, ...(phone.trim() !== '' && {phone})};
  const parsed = detailsSchema.safeParse(asked);
  if (!parsed.success) return wordsOf(faultsOf(parsed.error, asked, 'body'), scope);
  await scope.trx
    .updateTable('volunteers')
    .set({name: parsed.data.name, phone: parsed.data.phone ?? null})
    .where('community_id', '=', scope.community.id)
    .where('id', '=', volunteerId)
    .execute();
  await recordActs(scope, [{action: 'volunteer.changed', subjectId: volunteerId, fields: ['name', 'phone']}]);
  return null;
}

function wordsOf(faults: readonly Fault[], {language}: TrxScope): {name?: string; phone?: string} {
  const told = (field: string) => faults.find(({pointer}) => pointer === `#/${field}`);
  const [name, phone] = [told('name'), told('phone')];
  return {...(name && {name: faultTexts[name.code][language]}), ...(phone && {phone: faultTexts[phone.code][language]})};
}
