import { isObject, type JsonObject } from '#core/json/index.ts';
import { fieldPath, inSection, sectionHome } from '../../find/homes.ts';
import { ChangeRefused } from '../../refused.ts';
import { changeElement } from '../elements.ts';
import { defineKind } from '../kind.ts';
import { patchBetween } from '../recognised.ts';
import { fieldOf } from './field-of.ts';
import { setRequired } from './required.ts';

/** A field is another: keywords of its schema, whether it has to be answered, how it is drawn. */
export const changeField = defineKind('changeField', {
  required: ['section', 'field'],
  optional: ['category', 'cycle', 'patch', 'isRequired', 'ui'],
  make(editor, { field, patch = {}, isRequired, ui, ...level }) {
    const path = fieldPath(editor, level, field);
    if (!isObject(inSection(editor, level, path))) throw new ChangeRefused('absent', { at: field });
    const home = sectionHome(editor, level);
    changeElement(editor, { ...home, way: path.slice(0, -1) }, path.at(-1) ?? '', patch);
    if (isRequired !== undefined) setRequired(editor, level, field, isRequired);
    if (ui) changeElement(editor, { ...home, isOverlay: true, way: ['ui'] }, `/${field}`, ui);
  },
  words: ({ field, patch = {}, isRequired, ui, ...level }, titles) => ({
    where: titles.level(level),
    title: titles.field(level, field),
    ...(isRequired !== undefined && Object.keys({ ...patch, ...ui }).length === 0
      ? { form: 'required', required: isRequired }
      : { patch: { ...patch, ...ui, ...(isRequired !== undefined && { required: isRequired }) } }),
  }),
  recognise(difference) {
    const found = fieldOf(difference);
    const { before = {}, after } = difference;
    if (!found || !isObject(before) || !isObject(after)) return undefined;
    if (
      inSection(difference.was, found.level, fieldPath(difference.was, found.level, found.field)) ===
      undefined
    )
      return undefined;
    const patch = shallow(before, after);
    return patch && { ...found.level, field: found.field, patch };
  },
});

/** Keys that are others; undefined where it is fields inside that differ: those are told one by one. */
function shallow(before: JsonObject, after: JsonObject): JsonObject | undefined {
  const patch = patchBetween(before, after);
  const isInside = ['properties', 'items'].some((key) => key in patch && key in before);
  return isInside ? undefined : patch;
}
