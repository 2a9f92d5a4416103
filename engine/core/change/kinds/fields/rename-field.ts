import { asList, asObject, asText, isObject, type Json, sameJson } from '#core/json/index.ts';
import type { Editor } from '../../editor/editor.ts';
import { fieldPath, inSection, recordPath, sectionHome } from '../../find/homes.ts';
import { findPart } from '../../find/parts.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';
import { renamedIn } from '../moved.ts';
import { siteOf } from '../recognised.ts';
import { renameReferences } from './references.ts';

const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/**
 * A field goes by another name, and so does everything that reads it: rules, sheets, rosters, examples. What people
 * read stays as it is.
 */
export const renameField = defineKind('renameField', {
  required: ['section', 'field', 'to'],
  optional: ['cycle'],
  make(editor, { field, to, ...level }) {
    const path = fieldPath(editor, level, field);
    if (!isObject(inSection(editor, level, path))) throw new ChangeRefused('absent', { at: field });
    if (!NAME.test(to)) throw new ChangeRefused('no-name', { id: to });
    const home = sectionHome(editor, level);
    refuseShared(editor, home.file, path);
    editor.rename(home.file, path, to);
    renameReferences(editor, { ...level, file: home.file, field, to, path });
  },
  words: ({ field, to, ...level }, titles) => ({
    where: titles.level(level),
    title: titles.field(level, field),
    from: field,
    to,
  }),
  recognise(difference) {
    const site = siteOf(difference);
    if (!site || site.level.category !== undefined || difference.keys) return undefined;
    if (!sameJson(site.inner, [...recordPath(difference.was, site.level), 'properties'])) return undefined;
    const renamed = renamedIn(titled(difference.before), titled(difference.after));
    return renamed.map(({ from, to }) => ({ ...site.level, field: from, to }));
  },
});

/** What a fragment says of a field stands in every section that takes it: there it goes by the same name. */
function refuseShared(editor: Editor, file: string, path: readonly string[]): void {
  const fragment = asText(editor.value(file, [...path.slice(0, -2), 'fragment']));
  const part = fragment === undefined ? undefined : findPart(editor, 'fragment', fragment);
  const name = path.at(-1) ?? '';
  if (!part || !namesIn(editor.value(part.path, ['schema'])).includes(name)) return;
  throw new ChangeRefused('in-use', { id: name, by: fragment ?? '' }, part.path);
}

const namesIn = (schema: Json | undefined): Json[] => [
  ...Object.keys(asObject(asObject(schema).properties)),
  ...asList(asObject(schema).required),
];

/** Fields by themselves, their titles too: two fields that ask for a date are not the same. */
function titled(fields: Parameters<typeof renamedIn>[0]): Parameters<typeof renamedIn>[0] {
  if (!isObject(fields)) return fields;
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, [field]]));
}
