import { isObject, pointer } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import { isHostile } from '#core/vocabulary/index.ts';
import type { Check, Finding } from '../../context.ts';

/** Keys that name JavaScript's own machinery, and `$ref`, which could reach out of the file. */
export const hostileKey: Check = {
  code: 'hostile-key',
  run: ({ loaded, memory }) =>
    loaded.files.flatMap((file) =>
      memory.once(file, 'hostile-key', [], () =>
        file.json === undefined ? [] : search(file.json, file.path, ''),
      ),
    ),
};

function search(value: Json, file: string, at: string): Finding[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => search(item, file, at + pointer(index)));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    ...(isHostileKey(key) ? [{ at: { file, pointer: at + pointer(key) }, ...sentenceOf(key) }] : []),
    ...search(child, file, at + pointer(key)),
  ]);
}

/** May the key stand in no file? */
export function isHostileKey(key: string): boolean {
  return isHostile(key) || key === '$ref';
}

function sentenceOf(key: string): Pick<Finding, 'sentence' | 'params'> {
  return key === '$ref' ? { sentence: 'hostile-key.ref' } : { params: { key } };
}
