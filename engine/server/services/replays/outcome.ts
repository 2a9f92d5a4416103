import type { SetAside } from '#core/change/index.ts';
import type { CompiledCategory } from '#core/model/index.ts';
import { overflowsSheet } from '#server/print/index.ts';
import { applicationOf } from '#server/services/case/index.ts';
import { causeOf } from '#server/services/drafts/index.ts';
import type { Cause, OutputEffect, Replayed } from '#server/services/ground/index.ts';
import type { CaseRecord } from '#server/store/index.ts';
import type { Prepared } from './replay-case.ts';
import type { Effect, Outcome } from './report.ts';

/** Of an application for which nothing can be otherwise. */
export const unchanged = ({ id: caseId, category: id }: CaseRecord): Outcome => ({
  ...{ caseId, category: { id, title: id }, effects: [], reached: [] },
});

/** What becomes otherwise for an application: what blocks it there alone, what no more, what has no place. */
export function outcomeOf(record: CaseRecord, prepared: Prepared, replayed: Replayed): Outcome {
  const id = record.category;
  if (!prepared || !replayed) return { caseId: record.id, category: { id, title: id }, stays: true };
  const { loaded, causes, setAside } = prepared;
  const effects: Effect[] = [
    ...onlyIn(replayed.causes, causes).map((one) => ({ ...one, kind: 'blocked' as const })),
    ...onlyIn(causes, replayed.causes).map((one) => ({ ...one, kind: 'allowed' as const })),
    ...lost(loaded.category, setAside, replayed.unplaced),
    ...replayed.outputs.filter((one) => isNew(prepared, one)),
  ];
  return {
    caseId: record.id,
    category: { id, title: loaded.category.definition.title },
    effects,
    reached: replayed.reached,
  };
}

/** A sheet that was too long before is no effect of the draft; it is measured where it is too long now. */
function isNew({ loaded, facts }: NonNullable<Prepared>, { kind, path }: OutputEffect): boolean {
  if (kind !== 'overflow') return true;
  const sheet = path.split('/').at(-1) ?? '';
  if (!loaded.edition.sheets[sheet]) return true;
  return !overflowsSheet(loaded.edition, applicationOf(loaded), facts, sheet);
}

/** By what causes are told apart. */
export const causeKey = ({ code, rule, path }: Cause): string => [code, rule, path].join('\n');

function onlyIn(causes: Cause[], known: Cause[]): Cause[] {
  const keys = new Set(known.map(causeKey));
  return causes.filter((one) => !keys.has(causeKey(one)));
}

function lost(category: CompiledCategory, setAside: SetAside[], unplaced: string[]): Effect[] {
  const paths = [
    ...setAside.map(({ section, path }) => ['', section, ...path].join('/')),
    ...unplaced.map((section) => `/${section}`),
  ];
  return paths.map((path) => ({ ...causeOf(category, { ...NO_PLACE, path }), kind: 'aside' }));
}

const NO_PLACE = {
  ...{ code: 'aside', section: '', place: '', message: '', params: {} },
  severity: 'block' as const,
};
