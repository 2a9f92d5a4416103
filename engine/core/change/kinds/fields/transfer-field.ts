import { asList, asObject, asText, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import { childrenOf } from '../../editor/children.ts';
import type { Editor } from '../../editor/editor.ts';
import { inSection, type SectionLevel, sectionHome } from '../../find/homes.ts';
import { type Part, partsOf } from '../../find/parts.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';
import { listInOrder, setRequired } from './required.ts';
import { isBelow, standsAt, takeAlong } from './take-along.ts';
import { transferReferences } from './transfer-references.ts';

const PROPERTIES = ['schema', 'properties'];
const REQUIRED = ['schema', 'required'];

/**
 * A field is asked for in another section: with how it is drawn, its rules and what forms lay over it; whatever reads it
 * reads it there. Both sections are forms; evidence that stands at the field has to go first, for files stay where they
 * were put.
 */
export const transferField = defineKind('transferField', {
  required: ['section', 'field', 'target'],
  optional: ['cycle', 'after'],
  make(editor, { section, field, target, after, ...rest }) {
    const [from, to] = [
      { section, ...rest },
      { section: target, ...rest },
    ];
    refuseUnfit(editor, from, to, field);
    const file = sectionHome(editor, from).file;
    transferReferences(editor, { ...from, field, target, file });
    const moved = carried(editor, from, to, field);
    setRequired(editor, from, field, false);
    editor.take(file, [...PROPERTIES, field]);
    takeAlong(editor, sectionHome(editor, from), from, field);
    transferTexts(editor, file, { section, target, field, rules: Object.keys(moved.rules) });
    putThere(editor, to, field, moved, after);
  },
  words: ({ section, field, target, after: _after, ...rest }, titles) => ({
    where: titles.section({ section, ...rest }),
    title: titles.field({ section, ...rest }, field),
    target: titles.section({ section: target, ...rest }),
  }),
});

function refuseUnfit(editor: Editor, from: SectionLevel, to: SectionLevel, field: string): void {
  for (const level of [from, to])
    if (inSection(editor, level, ['kind']) !== 'form' || from.section === to.section)
      throw new ChangeRefused('no-target', { at: level.section });
  if (field.includes('/') || !isObject(inSection(editor, from, [...PROPERTIES, field])))
    throw new ChangeRefused('absent', { at: field });
  const slot = (childrenOf(inSection(editor, from, ['slots'])) ?? []).find(
    ([, one]) => isObject(one) && isBelow(standsAt(one), `/${field}`),
  );
  if (slot) throw new ChangeRefused('in-use', { id: field, by: asText(asObject(slot[1]).title) ?? slot[0] });
  const isTaken = [to, ...formsOf(editor, to).map(({ id }) => ({ ...to, category: id }))].some(
    (level) => inSection(editor, level, [...PROPERTIES, field]) !== undefined,
  );
  if (isTaken) throw new ChangeRefused('taken', { id: field });
}

const formsOf = (editor: Editor, { cycle }: SectionLevel): Part[] =>
  partsOf(editor).filter(
    (part) =>
      part.kind === 'account' || (part.kind === 'category' && (cycle === undefined || part.cycle === cycle)),
  );

/** What goes along: of the section, and of each form that lays something over one of both sections. */
type Carried = {
  schema: Json;
  isRequired: boolean;
  ui: JsonObject;
  rules: JsonObject;
  forms: { file: string; category: string; schema: Json | undefined; ui: JsonObject; isRequired: boolean }[];
};

function carried(editor: Editor, from: SectionLevel, to: SectionLevel, field: string): Carried {
  const { file } = sectionHome(editor, from);
  const read = (value: Json | undefined): Json => requalified(value ?? null, from.section);
  const isRequiredIn = (level: SectionLevel) => asList(inSection(editor, level, REQUIRED)).includes(field);
  const rules = Object.fromEntries(
    (childrenOf(editor.value(file, ['rules'])) ?? [])
      .filter(([, one]) => isObject(one) && isBelow(standsAt(one), `/${field}`))
      .map(([id, one]) => [id, read(one)]),
  );
  const forms = formsOf(editor, from).flatMap(({ path, id }) => {
    const [laid, beside] = [from, to].map(({ section }) => editor.value(path, ['overlay', section]));
    if (laid === undefined && beside === undefined) return [];
    const rule = Object.keys(rules).find((one) => asObject(asObject(laid).rules)[one] !== undefined);
    if (rule !== undefined) throw new ChangeRefused('in-use', { id: rule, by: id }, path);
    const own = editor.value(path, ['overlay', from.section, ...PROPERTIES, field]);
    return [
      {
        ...{ file: path, category: id, schema: own === undefined ? undefined : read(own) },
        ui: drawn(asObject(laid).ui, field, read),
        isRequired: isRequiredIn({ ...from, category: id }),
      },
    ];
  });
  return {
    schema: read(editor.value(file, [...PROPERTIES, field])),
    isRequired: isRequiredIn(from),
    ui: drawn(editor.value(file, ['ui']), field, read),
    ...{ rules, forms },
  };
}

const drawn = (ui: Json | undefined, field: string, read: (value: Json) => Json): JsonObject =>
  Object.fromEntries(
    Object.entries(asObject(ui))
      .filter(([key]) => isBelow(key, `/${field}`))
      .map(([key, hints]) => [key, read(hints)]),
  );

/** What stands in another section reads the one that it came from by its name. */
function requalified(value: Json, section: string): Json {
  if (typeof value === 'string')
    return value.replace(/^((?:outer\.)*)section\./, `$1application.${section}.`);
  if (Array.isArray(value)) return value.map((one) => requalified(one, section));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, requalified(one, section)]));
}

function putThere(
  editor: Editor,
  to: SectionLevel,
  field: string,
  { schema, isRequired, ui, rules, forms }: Carried,
  after: string | null | undefined,
): void {
  const { file } = sectionHome(editor, to);
  editor.put(file, [...PROPERTIES, field], schema, after);
  if (isRequired) setRequired(editor, to, field, true);
  listInOrder(editor, to, field, after);
  for (const [key, hints] of Object.entries(ui)) editor.put(file, ['ui', key], hints);
  for (const [id, rule] of Object.entries(rules)) putRule(editor, file, id, rule);
  for (const form of forms) {
    const base = ['overlay', to.section];
    if (form.schema !== undefined) editor.put(form.file, [...base, ...PROPERTIES, field], form.schema);
    for (const [key, hints] of Object.entries(form.ui)) editor.put(form.file, [...base, 'ui', key], hints);
    setRequired(editor, { ...to, category: form.category }, field, form.isRequired);
  }
}

function putRule(editor: Editor, file: string, id: string, rule: Json): void {
  const now = editor.value(file, ['rules']);
  if (editor.value(file, ['rules', id]) !== undefined) throw new ChangeRefused('taken', { id }, file);
  if (now === undefined) editor.put(file, ['rules'], [rule]);
  else editor.put(file, ['rules', id], rule);
}

type Texts = { section: string; target: string; field: string; rules: string[] };

/** Translations stand by where a text is written: they go along. */
function transferTexts(editor: Editor, file: string, { section, target, field, rules }: Texts): void {
  const cycle = partsOf(editor).find(({ path }) => path === file)?.cycle;
  const ways = [`schema/properties/${field}`, `ui/~1${field}`, ...rules.map((id) => `rules/${id}`)];
  for (const { path } of partsOf(editor).filter((part) => part.kind === 'locale' && part.cycle === cycle))
    for (const key of Object.keys(asObject(editor.value(path, ['texts'])))) {
      const way = ways.find((one) => isPart(key, `sections/${section}/${one}`));
      if (way !== undefined)
        editor.rename(path, ['texts', key], `sections/${target}/${key.slice(`sections/${section}/`.length)}`);
    }
}

const isPart = (key: string, start: string): boolean =>
  key === start || key.startsWith(`${start}/`) || key.startsWith(`${start}~1`);
