import { hashDefinition, servingPart } from '#core/compile/index.ts';
import type { Publishable } from '#server/services/ground/index.ts';
import {
  type At,
  editions,
  type Publication,
  programmes,
  publications,
  sources,
  type Tx,
} from '#server/store/index.ts';
import { sourceOf } from './source.ts';

/** Who publishes, when and why; nobody = the folder of definitions. */
type Act = { at: At; by: string | null; why: string };
/** What is published: the edition, and the files that it was made of. */
export type Ready = { programme: string; cycle: string; edition: string; source: string | null };

/** Keeps an edition and its files. Gives what they are called. */
export async function keepEdition(tx: Tx, { definition, files }: Publishable): Promise<Ready> {
  const programme = definition.programme.id;
  const cycle = definition.edition.cycle.id;
  const edition = hashDefinition(definition);
  await editions.keep(tx, { hash: edition, programme, cycle, definition: servingPart(definition) });
  if (files.length === 0) return { programme, cycle, edition, source: null };
  const made = sourceOf(files);
  const { source } = made;
  await sources.keep(tx, source, made.files);
  return { programme, cycle, edition, source };
}

/**
 * Appends to the log of the cycle and makes the edition the published one, or the cycle one in which nothing new is
 * begun. Whoever publishes in the programme at the same time waits. Only inside a transaction.
 */
export async function appendPublication(
  tx: Tx,
  act: Publication['act'],
  { programme, cycle, edition, source }: Ready,
  { at, by, why }: Act,
): Promise<void> {
  await programmes.lock(tx, programme);
  const last = await publications.last(tx, programme, cycle);
  const number = (last?.number ?? 0) + 1;
  const parent = last?.source ?? null;
  await publications.append(tx, { programme, cycle, number, act, edition, source, parent, at, by, why });
  if (act === 'retire') await editions.retire(tx, programme, cycle);
  else await editions.publish(tx, edition, at);
  await programmes.advance(tx, programme);
}

/** Is it what the log of its cycle ended with? */
export const isPublished = (last: Publication | null, { edition, source }: Ready): boolean =>
  last !== null && last.act !== 'retire' && last.edition === edition && last.source === source;
