import { asObject } from '#core/json/index.ts';
import type { Json, JsonObject } from '#core/model/index.ts';
import { changeSensitive } from '#server/services/case/index.ts';
import { Failure } from '#server/services/ground/index.ts';
import { caseSections } from '#server/store/index.ts';
import type { EffectHandler } from './effect.ts';

/** `write`: what was filled in with the event becomes a section, or one field of it, or each of several. */
export const write: EffectHandler = async (work, params) => {
  const id = String(params.section);
  const section = work.loaded.category.bySection[id];
  if (!section)
    throw new Error(
      `Effect "write" of ${work.event}: category "${work.loaded.record.category}" has no section "${id}"`,
    );
  const stored = work.loaded.sections[id];
  const value = written(stored?.value, params.field, work.input);
  const version = stored?.version ?? 0;
  const savedAt = work.services.clock().toISOString();
  const sealed = changeSensitive(section.definition, value, work.services.secrets.seal);
  const row = { caseId: work.loaded.record.id, section: id, value: sealed, savedAt };
  if (!(await caseSections.save(work.tx, row, version))) throw new Failure('conflict', 'stale');
  // A later write of the same event sees an earlier one.
  work.loaded.sections[id] = { value, version: version + 1, savedAt };
  return undefined;
};

function written(stored: Json | undefined, field: Json | undefined, input: JsonObject): Json {
  if (field === undefined) return input;
  const fields = [field].flat().map((name) => [String(name), input]);
  return { ...asObject(stored), ...Object.fromEntries(fields) };
}
