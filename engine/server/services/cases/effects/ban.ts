import { bans, uniqueValues, users } from '#server/store/index.ts';
import type { EffectHandler, EffectWork } from './effect.ts';

/** `ban`: the person cannot apply again in this cycle, whatever account they use. */
export const ban: EffectHandler = async (work) => {
  const { id: caseId, cycle, route } = work.loaded.record;
  for (const hash of await hashesOfOwner(work)) await bans.set(work.tx, { hash, cycle, route, caseId });
  return undefined;
};

/** `liftBan`: the person may apply again. */
export const liftBan: EffectHandler = async (work) => {
  const { id: caseId, cycle, route } = work.loaded.record;
  // The person may have registered again since: the bans that the case itself has set are lifted as well.
  const set = (await bans.ofCase(work.tx, caseId)).map((one) => one.hash);
  await bans.lift(work.tx, [...set, ...(await hashesOfOwner(work))], cycle, route);
  return undefined;
};

/** The keyed hashes of the unique values in the owner's registration. */
async function hashesOfOwner({ tx, loaded }: EffectWork): Promise<string[]> {
  const owner = loaded.record.ownerUserId === null ? null : await users.get(tx, loaded.record.ownerUserId);
  if (!owner?.caseId) return [];
  const held = await uniqueValues.ofCase(tx, owner.caseId);
  return held.map((value) => value.hash);
}
