import { ruleData } from '#core/evaluate/index.ts';
import type { CompiledEdition, OrganisationKind } from '#core/model/index.ts';
import { loadLine, type Organisation, type Tx } from '#server/store/index.ts';
import { holds } from './rules.ts';
import { toNode } from './tree.ts';

/** A kind of organisation by id; undefined where the programme has none of this id. */
export const kindOf = (edition: CompiledEdition, id: string): OrganisationKind | undefined =>
  edition.definition.programme.organisationKinds.find((kind) => kind.id === id);

/** What a kind of organisation is called; its id where the edition has no such kind. */
export const kindTitle = (edition: CompiledEdition, id: string): string => kindOf(edition, id)?.title ?? id;

/** May people register with this organisation and apply from it? */
export function applies(edition: CompiledEdition, organisation: Organisation): boolean {
  const rule = kindOf(edition, organisation.kind)?.applies ?? false;
  return typeof rule === 'boolean'
    ? rule
    : holds(edition, rule, ruleData(edition, { unit: toNode(organisation) }));
}

/** It and everything above it is approved: organisations below a frozen one are not available. */
export async function serves(tx: Tx, organisation: Organisation): Promise<boolean> {
  if (organisation.status !== 'active') return false;
  return (await loadLine(tx, organisation.id)).slice(0, -1).every((one) => one.status === 'active');
}
