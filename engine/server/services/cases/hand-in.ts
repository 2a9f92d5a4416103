import { type Evaluation, isFileShown } from '#core/evaluate/index.ts';
import { saysNone } from '#core/form/index.ts';
import { sameJson } from '#core/json/index.ts';
import { changeSensitive, hasPlace } from '#server/services/case/index.ts';
import { stale } from '#server/services/ground/index.ts';
import { caseSections, type FileRow, files } from '#server/store/index.ts';
import type { EffectWork } from './effects/index.ts';
import { refuseOverfull } from './room.ts';

/**
 * Only what was asked for is handed in: what a condition hides is removed with its files, computed answers keep the
 * value of this day. Throws `quota` where the files are too large together.
 */
export async function handIn(work: EffectWork, evaluation: Evaluation): Promise<void> {
  const { loaded } = work;
  refuseOverfull(loaded, evaluation);
  // Seen before the answers are frozen: with those that are hidden their rows go as well.
  const hidden = loaded.files.filter((file) => hasPlace(loaded, file) && !isFileShown(evaluation, file));
  await freezeAnswers(work, evaluation);
  await drop(work, hidden);
}

/** What is locked was frozen when it was handed in. */
async function freezeAnswers(
  { services, tx, loaded }: EffectWork,
  { values, sections }: Evaluation,
): Promise<void> {
  const savedAt = services.clock().toISOString();
  for (const section of loaded.category.sections) {
    const { id, definition } = section;
    if (sections[id]?.readOnly) continue;
    const stored = loaded.sections[id];
    const value = values[id] ?? null;
    if (!stored || sameJson(stored.value, value) || (value !== null && saysNone(section, stored.value)))
      continue;
    const sealed = changeSensitive(definition, value, services.secrets.seal);
    const row = { caseId: loaded.record.id, section: id, value: sealed, savedAt };
    if (!(await caseSections.save(tx, row, stored.version))) throw stale();
    loaded.sections[id] = { value, version: stored.version + 1, savedAt };
  }
}

async function drop({ tx, loaded, orphanedHashes }: EffectWork, hidden: FileRow[]): Promise<void> {
  for (const { id, sha256 } of hidden) if (await files.remove(tx, id)) orphanedHashes.push(sha256);
  loaded.files = loaded.files.filter((file) => !hidden.includes(file));
}
