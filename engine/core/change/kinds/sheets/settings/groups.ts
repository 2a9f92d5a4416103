import { asList, asObject, asText, isObject, sameJson } from '#core/json/index.ts';
import type { Editor } from '../../../editor/editor.ts';
import { partHome } from '../../../find/homes.ts';
import { ChangeRefused } from '../../../refused.ts';
import { defineKind } from '../../kind.ts';
import { cycleOf, partElement } from '../../recognised.ts';

const WAY = ['settingGroups'];

/**
 * These settings stand together under a title, in this order, and in no other group; those that stood there and are not
 * named are about the whole sheet. With none the group goes.
 */
export const groupSettings = defineKind('groupSettings', {
  required: ['sheet', 'group', 'order'],
  optional: ['cycle', 'title'],
  make(editor, { sheet, group, order, title, cycle }) {
    const { file } = partHome(editor, 'sheet', sheet, cycle);
    const known = editor.value(file, [...WAY, group]);
    const absent = order.find((one) => editor.value(file, ['settings', one]) === undefined);
    if (absent !== undefined || (order.length === 0 && !isObject(known)))
      throw new ChangeRefused('absent', { at: absent ?? group }, file);
    if (order.length === 0) return takeGroup(editor, file, group);
    outOfGroups(editor, file, order, group);
    const called = title ?? asText(asObject(known).title);
    if (called === undefined) throw new ChangeRefused('absent', { at: group }, file);
    if (!isObject(known)) return editor.put(file, [...WAY, group], { title: called, settings: order });
    editor.put(file, [...WAY, group, 'title'], called);
    editor.put(file, [...WAY, group, 'settings'], order);
  },
  words: ({ sheet, group, order, title, cycle }, titles) => ({
    ...(order.length === 0 && { form: 'ended' }),
    where: titles.part('sheet', sheet, cycle),
    title: title ?? titles.inPart('sheet', sheet, [...WAY, group], cycle),
    titles: order.map((one) => titles.inPart('sheet', sheet, ['settings', one], cycle)),
  }),
  recognise(difference) {
    const found = difference.part.kind === 'sheet' ? partElement(difference, WAY) : undefined;
    if (!found || (found.before && sameJson(found.before.settings ?? null, found.after?.settings ?? null)))
      return undefined;
    const title = asText(found.after?.title);
    return {
      ...{ sheet: difference.part.id, group: found.id, order: asList(found.after?.settings).map(String) },
      ...(title !== undefined && title !== found.before?.title && { title }),
      ...cycleOf(difference),
    };
  },
});

type Joining = { group: string; title: string | undefined; setting: string };

/** One setting more in a group, which is made where there is none and it has a title. */
export function intoGroup(editor: Editor, file: string, { group, title, setting }: Joining): void {
  const known = editor.value(file, [...WAY, group]);
  if (isObject(known)) {
    editor.put(file, [...WAY, group, 'settings'], [...asList(known.settings), setting]);
    return;
  }
  if (title === undefined) throw new ChangeRefused('absent', { at: group }, file);
  editor.put(file, [...WAY, group], { title, settings: [setting] });
}

/** Settings stand in no group any more, but for one; groups that have none then go. */
export function outOfGroups(editor: Editor, file: string, settings: readonly string[], but?: string): void {
  for (const [group, value] of Object.entries(asObject(editor.value(file, WAY)))) {
    const names = asList(asObject(value).settings);
    const left = names.filter((name) => !settings.includes(String(name)));
    if (group === but || left.length === names.length) continue;
    if (left.length === 0) takeGroup(editor, file, group);
    else editor.put(file, [...WAY, group, 'settings'], left);
  }
}

function takeGroup(editor: Editor, file: string, group: string): void {
  editor.take(file, [...WAY, group]);
  if (sameJson(editor.value(file, WAY) ?? null, {})) editor.take(file, WAY);
}
