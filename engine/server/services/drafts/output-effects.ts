import { contentHash } from '#core/compile/index.ts';
import { blankColumns, changedSheets, type OutputColumn, outputsOf } from '#core/draft/index.ts';
import type { ResolvedAnswers } from '#core/evaluate/index.ts';
import { isFitted } from '#core/fit/index.ts';
import type { Application, CompiledEdition, Facts } from '#core/model/index.ts';
import { hasExit } from '#core/route/index.ts';
import { overflowsSheet } from '#server/print/index.ts';
import type { Before, OutputEffect } from '#server/services/ground/index.ts';

type Replayed = { application: Application; facts: Facts; resolved: ResolvedAnswers; before: Before };

const makings = new WeakMap<CompiledEdition, Record<string, string>>();

/** A hash of the definition of each sheet with its template, by its id. */
export function makingsOf(edition: CompiledEdition): Record<string, string> {
  const known = makings.get(edition);
  if (known) return known;
  const found = Object.fromEntries(
    Object.entries(edition.sheets).map(([id, sheet]) => [id, contentHash(sheet)]),
  );
  makings.set(edition, found);
  return found;
}

/** What comes out of an application otherwise than under its own edition. */
export function outputEffects(edition: CompiledEdition, replayed: Replayed): OutputEffect[] {
  const { application, resolved, before } = replayed;
  const after = outputsOf(edition, resolved, application);
  const changed = changedSheets(before, after);
  return [
    ...stuckIn(edition, replayed),
    ...overflowing(edition, replayed, changed).map((id) => sheetEffect(edition, 'overflow', id)),
    ...blankColumns(before, after).map((column) => blankEffect(edition, column)),
    ...changed.map((id) => sheetEffect(edition, 'print', id)),
  ];
}

/** Only what is made otherwise, or shows something else, or was not there, can come out longer. */
function overflowing(
  edition: CompiledEdition,
  { application, facts, resolved, before }: Replayed,
  changed: string[],
): string[] {
  const made = makingsOf(edition);
  return (resolved.category.definition.sheets ?? []).filter((id) => {
    const sheet = edition.sheets[id];
    if (!sheet || !isFitted(sheet)) return false;
    if (made[id] === before.makings[id] && !changed.includes(id)) return false;
    return overflowsSheet(edition, application, facts, id, { resolved });
  });
}

/** An application that was over, or had no exit already, is not stuck by the draft. */
function stuckIn(edition: CompiledEdition, { resolved, before }: Replayed): OutputEffect[] {
  if (before.state === null) return [];
  const route = edition.routes[resolved.category.definition.route];
  if (route && hasExit(route, before.state)) return [];
  const { state, stateTitle } = before;
  return [{ ...NOTHING, kind: 'stuck', code: 'stuck', path: JSON.stringify(state), place: stateTitle }];
}

const NOTHING = { rule: '', message: '', source: '' };

const sheetEffect = ({ sheets }: CompiledEdition, kind: 'print' | 'overflow', id: string): OutputEffect => ({
  ...{ ...NOTHING, kind, code: kind, path: `/sheets/${id}` },
  place: sheets[id]?.title ?? id,
});

const blankEffect = ({ rosters }: CompiledEdition, { roster, title }: OutputColumn): OutputEffect => ({
  ...{ ...NOTHING, kind: 'blank', code: 'blank', path: `/rosters/${roster}/${title}` },
  place: `${rosters[roster]?.title ?? roster} · ${title}`,
});
