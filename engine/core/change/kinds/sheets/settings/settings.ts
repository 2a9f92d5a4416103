import { asList, asObject, asText, isObject, type JsonObject, sameJson } from '#core/json/index.ts';
import type { Difference } from '../../../diff/differences.ts';
import { partHome } from '../../../find/homes.ts';
import { ChangeRefused } from '../../../refused.ts';
import { changeElement } from '../../elements.ts';
import { defineKind } from '../../kind.ts';
import { cycleOf, partElement } from '../../recognised.ts';
import { textOf } from '../found-blocks.ts';
import { foreignTemplates, templateOf } from '../templates.ts';
import { act, rewrite } from './acts.ts';
import { intoGroup, outOfGroups } from './groups.ts';
import { groupTitle, settingTitle } from './titles.ts';
import { withoutSetting } from './uses.ts';

const WAY = ['settings'];
/** What of a setting is changed; what it is stays. */
const CHANGEABLE = ['title', 'description', 'minimum', 'maximum', 'preset'];
const NAME = /^[A-Za-z][A-Za-z0-9]*$/;

/**
 * Whoever prints a sheet may set something more, in a group of settings or for the whole sheet. `acts` writes into the
 * template what it does: to a block, or to the sheet as a whole.
 */
export const addSetting = defineKind('addSetting', {
  required: ['sheet', 'setting', 'element'],
  optional: ['cycle', 'after', 'group', 'title', 'acts'],
  make(editor, { setting, element, after, group, title, acts, ...of }) {
    const { file } = partHome(editor, 'sheet', of.sheet, of.cycle);
    if (!NAME.test(setting)) throw new ChangeRefused('no-name', { id: setting }, file);
    if (editor.value(file, [...WAY, setting]) !== undefined)
      throw new ChangeRefused('taken', { id: setting }, file);
    editor.put(file, [...WAY, setting], element, after);
    if (group !== undefined) intoGroup(editor, file, { group, title, setting });
    if (acts) act(editor, of, { acts, setting, isAlwaysSet: element.preset !== undefined });
  },
  words: ({ sheet, setting, element, acts, group, title, cycle }, titles, files) => {
    const own = asText(element.title) ?? setting;
    const of = title ?? (group === undefined ? undefined : groupTitle(files, { sheet, cycle }, group));
    return {
      ...(acts?.block !== undefined && { form: 'block', block: acts.block }),
      where: titles.part('sheet', sheet, cycle),
      title: of === undefined || of === acts?.block ? own : `${of} · ${own}`,
    };
  },
  recognise(difference) {
    const found = settingOf(difference);
    if (!found || found.before || !found.after) return undefined;
    return {
      ...found.level,
      element: found.after,
      ...(found.behind !== undefined && { after: found.behind }),
    };
  },
});

/** A setting is called otherwise, has other bounds, or another value at first; null: none. */
export const changeSetting = defineKind('changeSetting', {
  required: ['sheet', 'setting', 'patch'],
  optional: ['cycle'],
  make(editor, { sheet, setting, patch, cycle }) {
    const container = { ...partHome(editor, 'sheet', sheet, cycle), way: WAY };
    const other = Object.keys(patch).find((key) => !CHANGEABLE.includes(key));
    if (other !== undefined) throw new ChangeRefused('absent', { at: other }, container.file);
    changeElement(editor, container, setting, patch);
  },
  words: ({ sheet, setting, patch, cycle }, titles, files) => ({
    where: titles.part('sheet', sheet, cycle),
    title: settingTitle(files, { sheet, cycle }, setting),
    patch,
  }),
  recognise(difference) {
    const { patch, level, before, after } = settingOf(difference) ?? {};
    const isNumber =
      before && after && Object.keys(patch ?? {}).every((key) => isNumberIn(key, before, after));
    return patch && level && !isNumber ? { ...level, patch } : undefined;
  },
});

/** Nobody sets this any more: what holds at first holds always, also where the template reads it. */
export const removeSetting = defineKind('removeSetting', {
  required: ['sheet', 'setting'],
  optional: ['cycle'],
  make(editor, { setting, ...of }) {
    const { file } = partHome(editor, 'sheet', of.sheet, of.cycle);
    const found = editor.value(file, [...WAY, setting]);
    if (!isObject(found)) throw new ChangeRefused('absent', { at: setting }, file);
    const fit = asObject(editor.value(file, ['fit']));
    if (fit.fontSize === setting || asList(fit.blankRows).includes(setting))
      throw new ChangeRefused('setting-fits', { setting: asText(found.title) ?? setting }, file);
    const own = templateOf(editor, of.sheet, of.cycle);
    for (const path of [own, ...foreignTemplates(editor, own).map((part) => part.path)])
      rewrite(editor, path, withoutSetting(textOf(editor, path), setting, found.preset));
    outOfGroups(editor, file, [setting]);
    editor.take(file, [...WAY, setting]);
    if (sameJson(editor.value(file, WAY) ?? null, {})) editor.take(file, WAY);
  },
  words: ({ sheet, setting, cycle }, titles, files) => {
    const preset = titles.value({
      part: 'sheet',
      id: sheet,
      ...(cycle && { cycle }),
      way: [...WAY, setting, 'preset'],
    });
    return {
      ...(preset !== undefined && { form: 'preset', preset }),
      where: titles.part('sheet', sheet, cycle),
      title: settingTitle(files, { sheet, cycle }, setting),
    };
  },
  recognise(difference) {
    const found = settingOf(difference);
    return found?.before && !found.after ? found.level : undefined;
  },
});

const isNumberIn = (key: string, before: JsonObject, after: JsonObject): boolean =>
  typeof before[key] === 'number' && typeof after[key] === 'number';

function settingOf(difference: Difference) {
  const found = difference.part.kind === 'sheet' ? partElement(difference, WAY) : undefined;
  return (
    found && { ...found, level: { sheet: difference.part.id, setting: found.id, ...cycleOf(difference) } }
  );
}
