import { asObject, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import { childrenOf } from '../../editor/children.ts';
import type { Editor } from '../../editor/editor.ts';
import { ownFile, type Part, partsOf } from '../../find/parts.ts';
import { renamedInLogic } from './logic-references.ts';
import type { Renamed } from './renamed.ts';
import { renameInTemplate } from './template-references.ts';

const OTHERS = new Set(['manifest', 'css', 'locale', 'fragment']);

/** Lets everything that names a field name it anew: in its section, in what is laid over it, and wherever it is read. */
export function renameReferences(editor: Editor, renamed: Renamed): void {
  for (const part of partsOf(editor)) {
    if (OTHERS.has(part.kind) || (renamed.cycle !== undefined && isOfAnother(part, renamed.cycle))) continue;
    if (part.kind === 'template') renameInTemplate(editor, part.path, renamed);
    else renameInFile(editor, part, renamed);
  }
}

const isOfAnother = (part: Part, cycle: string): boolean => part.cycle !== undefined && part.cycle !== cycle;

/** A file that every cycle shares is changed for one cycle in a copy of that cycle's own. */
function renameInFile(editor: Editor, part: Part, renamed: Renamed): void {
  const before = editor.value(part.path) ?? null;
  const after = ofPart(part, before, renamed);
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const isOwn =
    part.cycle !== undefined ||
    renamed.cycle === undefined ||
    part.kind === 'programme' ||
    part.kind === 'demo';
  putLeaves(
    editor,
    isOwn ? part.path : ownFile(editor, part.kind, part.id, renamed.cycle),
    [],
    before,
    after,
  );
}

function ofPart(part: Part, value: Json, renamed: Renamed): Json {
  const own = part.path === renamed.file ? ofSection(value, renamed) : value;
  const isForm = part.kind === 'category' || part.kind === 'account';
  const laid = isForm ? ofOverlay(asObject(own), renamed) : own;
  const answers = part.kind === 'case' || part.kind === 'demo' ? ofAnswers(laid, renamed) : laid;
  return renamedInLogic(answers, renamed);
}

/** What a section says of its field: by pointers from the record, in logic that reads `section` and `row`. */
function ofSection(value: Json, renamed: Renamed): Json {
  const { field, to, path } = renamed;
  const section = asObject(value);
  const owner = path.slice(0, -2);
  const [from, next] = [`/${field}`, `/${[...field.split('/').slice(0, -1), to].join('/')}`];
  const last = field.split('/').at(-1) ?? '';
  const list = (one: Json) => (Array.isArray(one) ? one.map((name) => (name === last ? to : name)) : one);
  const required = updated(section, [...owner, 'required'], list);
  const text = updated(required, [...owner, 'text'], (one) =>
    typeof one === 'string' ? one.replaceAll(`{${last}}`, () => `{${to}}`) : one,
  );
  const keyed = updated(text, ['ui'], (ui) => renamedKeys(asObject(ui), from, next));
  const ordered = field.includes('/') ? keyed : updated(keyed, ['ui', '', 'order'], list);
  const at = (one: Json) =>
    isObject(one) && typeof one.at === 'string' ? { ...one, at: moved(one.at, from, next) } : one;
  const placed = ['slots', 'rules'].reduce(
    (now, key) => updated(now, [key], (all) => eachOf(all, at)),
    ordered,
  );
  return renamedInLogic(placed, renamed, true);
}

/** What is laid over the section by a form. */
function ofOverlay(form: JsonObject, renamed: Renamed): JsonObject {
  const overlay = asObject(form.overlay);
  const laid = overlay[renamed.section];
  if (!isObject(laid)) return form;
  const parent = renamed.path.slice(0, -1);
  const last = renamed.path.at(-1) ?? '';
  const named = updated(laid, parent, (fields) => renamedKeys(asObject(fields), last, renamed.to));
  return { ...form, overlay: { ...overlay, [renamed.section]: ofSection(named, renamed) } };
}

/** Answers of examples: records and rows. */
function ofAnswers(value: Json, renamed: Renamed): Json {
  if (Array.isArray(value)) return value.map((one) => ofAnswers(one, renamed));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]): [string, Json] => {
      const isSections = ['sections', 'applicant', 'unit'].includes(key) && isObject(one);
      return [key, isSections ? inSections(asObject(one), renamed) : ofAnswers(one, renamed)];
    }),
  );
}

function inSections(sections: JsonObject, { section, field, to }: Renamed): JsonObject {
  const answers = sections[section];
  if (answers === undefined) return sections;
  const steps = field.split('/');
  const record = (one: Json): Json =>
    updated(one, steps.slice(0, -1), (owner) => renamedKeys(asObject(owner), steps.at(-1) ?? '', to));
  return { ...sections, [section]: Array.isArray(answers) ? answers.map(record) : record(answers) };
}

/** A pointer, or a key, that leads to the field or below it. */
function moved(pointer: string, from: string, to: string): string {
  return pointer === from || pointer.startsWith(`${from}/`) ? to + pointer.slice(from.length) : pointer;
}

function renamedKeys(record: JsonObject, from: string, to: string): JsonObject {
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [moved(key, from, to), one]));
}

function eachOf(all: Json, update: (one: Json) => Json): Json {
  if (Array.isArray(all)) return all.map(update);
  return isObject(all)
    ? Object.fromEntries(Object.entries(all).map(([key, one]) => [key, update(one)]))
    : all;
}

/** The value with something else at a way that is there; without it the same. */
function updated(value: Json, way: readonly string[], update: (one: Json) => Json): Json {
  const [key, ...rest] = way;
  if (key === undefined) return update(value);
  if (!isObject(value) || !Object.hasOwn(value, key)) return value;
  return { ...value, [key]: updated(value[key] ?? null, rest, update) };
}

/** Puts what differs, as deep down as both have the same keys. */
function putLeaves(editor: Editor, file: string, way: string[], before: Json, after: Json): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const [was, is] = [childrenOf(before), childrenOf(after)];
  const isAlike =
    was && is && was.length === is.length && was.every(([key], index) => key === is[index]?.[0]);
  if (!isAlike) editor.put(file, way, after);
  else
    for (const [index, [key, child]] of was.entries())
      putLeaves(editor, file, [...way, key], child, is[index]?.[1] ?? null);
}
