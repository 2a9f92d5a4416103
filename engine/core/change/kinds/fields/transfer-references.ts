import { asObject, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import type { Editor } from '../../editor/editor.ts';
import { ownFile, type Part, partsOf } from '../../find/parts.ts';
import { ChangeRefused } from '../../refused.ts';
import { putLeaves } from './references.ts';
import { transferInTemplate } from './template-references.ts';

/** A field of one section that becomes one of another; `file`: where its section is written. */
type Transferred = { section: string; field: string; target: string; cycle?: string; file: string };

const OTHERS = new Set(['manifest', 'css', 'locale', 'fragment']);
const WITH_ANSWERS: ReadonlySet<string> = new Set(['case', 'demo', 'expression']);
const SECTIONS = ['sections', 'application', 'applicant', 'unit'];

/** Lets everything that reads a field find it in its new section: logic, pointers, effects, examples, templates. */
export function transferReferences(editor: Editor, transferred: Transferred): void {
  for (const part of partsOf(editor)) {
    const isOther = part.cycle !== undefined && part.cycle !== (transferred.cycle ?? part.cycle);
    if (OTHERS.has(part.kind) || isOther) continue;
    if (part.kind === 'template') transferInTemplate(editor, part.path, transferred);
    else transferInFile(editor, part, transferred);
  }
}

/** A file that every cycle shares is changed for one cycle in a copy of that cycle's own. */
function transferInFile(editor: Editor, part: Part, transferred: Transferred): void {
  const before = editor.value(part.path) ?? null;
  const after = ofPart(part, before, transferred);
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const isOwn =
    part.cycle !== undefined ||
    transferred.cycle === undefined ||
    part.kind === 'programme' ||
    part.kind === 'demo';
  const file = isOwn ? part.path : ownFile(editor, part.kind, part.id, transferred.cycle);
  putLeaves(editor, file, [], before, after);
}

function ofPart(part: Part, value: Json, transferred: Transferred): Json {
  const answers = WITH_ANSWERS.has(part.kind) ? inAnswers(value, transferred) : value;
  if (part.path === transferred.file) return inLogic(answers, transferred, true);
  const laid = asObject(asObject(answers).overlay)[transferred.section];
  const read = inLogic(answers, transferred, false);
  if (laid === undefined || !isObject(read)) return read;
  const own = inLogic(laid, transferred, true);
  return { ...read, overlay: { ...asObject(read.overlay), [transferred.section]: own } };
}

/** Names are put in front by hand: where logic stands decides what `section` is. */
function inLogic(value: Json, transferred: Transferred, isOwn: boolean): Json {
  if (typeof value === 'string') return inText(value, transferred, isOwn);
  if (Array.isArray(value)) return value.map((one) => inLogic(one, transferred, isOwn));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, one]): [string, Json] => [
    inPointer(key, transferred),
    inLogic(one, transferred, isOwn),
  ]);
  return ofEffect(Object.fromEntries(entries), transferred);
}

function inText(text: string, transferred: Transferred, isOwn: boolean): string {
  const { section, field, target } = transferred;
  const read = /^((?:outer\.)*)(application|applicant|unit|section)\.(.*)$/.exec(text);
  if (!read) return inPointer(text, transferred);
  const [, outer = '', root = '', rest = ''] = read;
  const way = root === 'section' ? field : `${section}.${field}`;
  if ((root === 'section' && !isOwn) || (rest !== way && !rest.startsWith(`${way}.`))) return text;
  const from = root === 'section' ? 'application' : root;
  return `${outer}${from}.${target}.${field}${rest.slice(way.length)}`;
}

function inPointer(text: string, { section, field, target }: Transferred): string {
  const from = `/${section}/${field}`;
  return text === from || text.startsWith(`${from}/`)
    ? `/${target}/${field}${text.slice(from.length)}`
    : text;
}

/** `write` and `clear` name a section and a field of it. One that names others besides cannot follow. */
function ofEffect(value: JsonObject, { section, field, target, file }: Transferred): JsonObject {
  if (value.section !== section || value.field === undefined) return value;
  if (value.field === field) return { ...value, section: target };
  if (Array.isArray(value.field) && value.field.includes(field))
    throw new ChangeRefused('in-use', { id: field, by: value.field.map(String).join(', ') }, file);
  return value;
}

/** Answers of examples by section. */
function inAnswers(value: Json, transferred: Transferred): Json {
  if (Array.isArray(value)) return value.map((one) => inAnswers(one, transferred));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]): [string, Json] => [
      key,
      SECTIONS.includes(key) && isObject(one) ? inSections(one, transferred) : inAnswers(one, transferred),
    ]),
  );
}

function inSections(sections: JsonObject, { section, field, target }: Transferred): JsonObject {
  const { [field]: answer, ...rest } = asObject(sections[section]);
  if (answer === undefined) return sections;
  return { ...sections, [section]: rest, [target]: { ...asObject(sections[target]), [field]: answer } };
}
