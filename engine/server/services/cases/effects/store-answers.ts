import type { Json } from '#core/model/index.ts';
import { changeSensitive } from '#server/services/case/index.ts';
import { Failure } from '#server/services/ground/index.ts';
import { caseSections } from '#server/store/index.ts';
import type { EffectWork } from './effect.ts';

/** Stores what an effect makes of a section. A later effect of the same event sees it. */
export async function storeAnswers(work: EffectWork, id: string, value: Json): Promise<void> {
  const { loaded, services, tx } = work;
  const section = loaded.category.bySection[id];
  if (!section)
    throw new Error(
      `Event ${work.event}: category "${loaded.record.category}" has no section "${id}" to write into`,
    );
  const stored = loaded.sections[id];
  const version = stored?.version ?? 0;
  const savedAt = services.clock().toISOString();
  const sealed = changeSensitive(section.definition, value, services.secrets.seal);
  const row = { caseId: loaded.record.id, section: id, value: sealed, savedAt };
  if (!(await caseSections.save(tx, row, version, { isNew: !stored })))
    throw new Failure('conflict', 'stale');
  loaded.sections[id] = { value, version: version + 1, savedAt };
}
