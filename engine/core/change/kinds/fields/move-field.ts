import { sameJson } from '#core/json/index.ts';
import { childrenOf } from '../../editor/children.ts';
import type { Editor } from '../../editor/editor.ts';
import { fieldPath, recordPath, sectionHome } from '../../find/homes.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';
import { movedIn } from '../moved.ts';
import { siteOf } from '../recognised.ts';

/** A field is asked elsewhere in its record: behind another one, or first. */
export const moveField = defineKind('moveField', {
  required: ['section', 'field', 'after'],
  optional: ['cycle'],
  make(editor, { field, after, ...level }) {
    const { file } = sectionHome(editor, level);
    const path = fieldPath(editor, level, field);
    if (editor.value(file, path) === undefined) throw new ChangeRefused('absent', { at: field }, file);
    const name = path.at(-1) ?? '';
    moveBehind(editor, file, path.slice(0, -1), name, after);
    const order = ['ui', '', 'order'];
    if (!field.includes('/') && Array.isArray(editor.value(file, order)))
      moveBehind(editor, file, order, name, after);
  },
  words: ({ field, after, ...level }, titles) => ({
    form: after === null ? 'first' : 'behind',
    where: titles.level(level),
    title: titles.field(level, field),
    other: after === null ? undefined : titles.field(level, after),
  }),
  recognise(difference) {
    const site = siteOf(difference);
    const { keys } = difference;
    if (!site || site.level.category !== undefined || !keys) return undefined;
    if (!sameJson(site.inner, [...recordPath(difference.was, site.level), 'properties'])) return undefined;
    const moved = movedIn(keys.before, keys.after);
    return moved && { ...site.level, field: moved.key, after: moved.behind };
  },
});

function moveBehind(
  editor: Editor,
  file: string,
  path: readonly string[],
  key: string,
  after: string | null,
): void {
  const others = (childrenOf(editor.value(file, path)) ?? [])
    .map(([one]) => one)
    .filter((one) => one !== key);
  const at = after === null ? 0 : others.indexOf(after) + 1;
  if (at === 0 && after !== null) throw new ChangeRefused('absent', { at: after }, file);
  editor.order(file, path, [...others.slice(0, at), key, ...others.slice(at)]);
}
