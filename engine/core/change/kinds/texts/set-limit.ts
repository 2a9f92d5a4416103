import { isObject, sameJson } from '#core/json/index.ts';
import type { Difference } from '../../diff/differences.ts';
import { fieldPath, inSection, sectionHome } from '../../find/homes.ts';
import { ChangeRefused } from '../../refused.ts';
import { fieldOf } from '../fields/field-of.ts';
import { defineKind } from '../kind.ts';
import { siteOf } from '../recognised.ts';

/** Keywords of a schema that bound an answer. */
const LIMITS: ReadonlySet<string> = new Set([
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['minLength', 'maxLength', 'minItems', 'maxItems'],
]);

/** A bound of a field is another; without a field that of the section's rows. For every form or for one. */
export const setLimit = defineKind('setLimit', {
  required: ['section', 'limit', 'value'],
  optional: ['field', 'category', 'cycle'],
  make(editor, { field, limit, value, ...level }) {
    const way = field === undefined ? ['schema'] : fieldPath(editor, level, field);
    if (!LIMITS.has(limit)) throw new ChangeRefused('no-limit', { limit });
    if (!isObject(inSection(editor, level, way)))
      throw new ChangeRefused('absent', { at: field ?? level.section });
    const { file, base } = sectionHome(editor, level);
    editor.put(file, [...base, ...way, limit], value);
  },
  words: ({ field, limit, value, ...level }, titles, files) => {
    const way = field === undefined ? ['schema'] : fieldPath(files, level, field);
    return {
      ...(field !== undefined && { form: 'field', title: titles.field(level, field) }),
      where: titles.level(level),
      word: titles.keyword(limit),
      before: inSection(files, level, [...way, limit]),
      value,
    };
  },
  recognise(difference) {
    const site = siteOf(difference);
    const { before, after } = difference;
    const limit = site?.inner.at(-1) ?? '';
    if (!site || !LIMITS.has(limit) || after === undefined || after === null) return undefined;
    if (before === undefined && site.level.category === undefined) return undefined;
    if (sameJson(site.inner.slice(0, -1), ['schema'])) return { ...site.level, limit, value: after };
    const field = fieldOf({ ...difference, path: difference.path.slice(0, -1) } as Difference);
    return field && { ...field.level, field: field.field, limit, value: after };
  },
});
