import { describe, expect, it } from 'vitest';
import { isObject } from '#core/json/index.ts';
import { lint } from '#core/lint/index.ts';
import type { Json } from '#core/model/index.ts';
import { base, editionOf, type Files } from './base.ts';

const STRANGE: Json[] = [null, 7, 'x', true, [], {}, [null], { a: [] }];

type Holder = { set: (value: Json) => void; path: string };

/** Every value inside the files, each with a way to put another in its place. */
function holders(files: Files): Holder[] {
  const found: Holder[] = [];
  const walk = (parent: Json, path: string) => {
    if (!isObject(parent) && !Array.isArray(parent)) return;
    const record = parent as Record<string, Json>;
    for (const key of Object.keys(record)) {
      found.push({ path: `${path}/${key}`, set: (value) => Object.assign(record, { [key]: value }) });
      walk(record[key] ?? null, `${path}/${key}`);
    }
  };
  walk(files, '');
  return found;
}

const count = holders(base()).length;

describe('whatever is in a file', () => {
  it.each(STRANGE.map((value) => [JSON.stringify(value), value] as const))(
    '%s in its share of all places is answered with problems, never with an exception',
    (_text, value) => {
      const thrown: string[] = [];
      for (let index = STRANGE.indexOf(value); index < count; index += STRANGE.length) {
        const files = base();
        const holder = holders(files)[index];
        holder?.set(value);
        try {
          lint(editionOf(files));
        } catch (error) {
          thrown.push(
            `${holder?.path}: ${error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' ') : error}`,
          );
        }
      }
      expect(thrown).toEqual([]);
    },
  );
});
