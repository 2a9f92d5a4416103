import { asObject, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import { childrenOf } from '../../editor/children.ts';
import type { Editor } from '../../editor/editor.ts';
import { ownFile, type Part, partsOf } from '../../find/parts.ts';
import { ofAnswers } from './answers-references.ts';
import { renamedInLogic, stepsOf } from './logic-references.ts';
import { moved, renamedKeys, updated } from './moved-names.ts';
import type { Renamed } from './renamed.ts';
import { renameInTemplate } from './template-references.ts';

const WITH_ANSWERS: ReadonlySet<string> = new Set(['case', 'demo', 'expression']);
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
  const isOwn = part.cycle !== undefined || renamed.cycle === undefined || part.kind === 'programme';
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
  const answers = WITH_ANSWERS.has(part.kind) ? ofAnswers(laid, renamed) : laid;
  const isOfRows = part.kind === 'roster' && asObject(value).rowsOf === renamed.section;
  return renamedInLogic(answers, renamed, isOfRows ? 'own' : 'elsewhere');
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
  const placed = ['slots', 'rules'].reduce(
    (now, key) => updated(now, [key], (all) => eachOf(all, (one) => ofPlaced(one, renamed, from, next))),
    ordered,
  );
  return renamedInLogic(ofItems(placed, renamed), renamed, 'own');
}

/** A slot or a rule by where it stands: in the record, or in each item of a list of it. */
function ofPlaced(value: Json, renamed: Renamed, from: string, to: string): Json {
  const { list, inner } = stepsOf(renamed.field);
  if (list.length > 0 && asObject(value).list === `/${list.join('/')}`) {
    const next = [...inner.slice(0, -1), renamed.to];
    const logic = renamedInLogic(value, renamed, 'item');
    return updated(logic, ['at'], (at) => movedText(at, `/${inner.join('/')}`, `/${next.join('/')}`));
  }
  const placed = updated(value, ['list'], (list) => movedText(list, from, to));
  return asObject(value).list === undefined
    ? updated(placed, ['at'], (at) => movedText(at, from, to))
    : placed;
}

const movedText = (value: Json, from: string, to: string): Json =>
  typeof value === 'string' ? moved(value, from, to) : value;

/** What the fields of a list read of the item in which they stand. */
function ofItems(section: Json, renamed: Renamed): Json {
  const at = renamed.path.slice(0, -1).lastIndexOf('items');
  const { list } = stepsOf(renamed.field);
  if (list.length === 0) return section;
  return updated(section, renamed.path.slice(0, at), (schema) => renamedInLogic(schema, renamed, 'item'));
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

function eachOf(all: Json, update: (one: Json) => Json): Json {
  if (Array.isArray(all)) return all.map(update);
  return isObject(all)
    ? Object.fromEntries(Object.entries(all).map(([key, one]) => [key, update(one)]))
    : all;
}

/** Puts what differs, as deep down as both have the same keys. */
export function putLeaves(editor: Editor, file: string, way: string[], before: Json, after: Json): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const [was, is] = [childrenOf(before), childrenOf(after)];
  const isAlike =
    was && is && was.length === is.length && was.every(([key], index) => key === is[index]?.[0]);
  if (!isAlike) editor.put(file, way, after);
  else
    for (const [index, [key, child]] of was.entries())
      putLeaves(editor, file, [...way, key], child, is[index]?.[1] ?? null);
}
