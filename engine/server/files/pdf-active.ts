import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib';
import { objectsOf, type PdfObjects, TooComplex } from './pdf-objects.ts';
import type { FileProblem } from './problem.ts';

/** Types of actions (ISO 32000-2, table 201) that do more than to lead about in the document. */
const ACTIONS: { [type: string]: FileProblem } = {
  JavaScript: 'scripted',
  Launch: 'launches',
  SubmitForm: 'sends',
  ImportData: 'sends',
  GoToR: 'leads-out',
  GoToE: 'leads-out',
  Rendition: 'rich-media',
  Movie: 'rich-media',
  Sound: 'rich-media',
  RichMediaExecute: 'rich-media',
  GoTo3DView: 'rich-media',
};
/** Subtypes of annotations and streams. */
const SUBTYPES: { [type: string]: FileProblem } = {
  RichMedia: 'rich-media',
  '3D': 'rich-media',
  Movie: 'rich-media',
  Sound: 'rich-media',
  Screen: 'rich-media',
  U3D: 'rich-media',
  PRC: 'rich-media',
  FileAttachment: 'attachments',
  PS: 'scripted',
};
/** Keys that mean one thing in whatever dictionary they stand. */
const KEYS: { [key: string]: FileProblem } = {
  JS: 'scripted',
  JavaScript: 'scripted',
  EmbeddedFiles: 'attachments',
  EF: 'attachments',
  Collection: 'attachments',
  XFA: 'xfa',
  Encrypt: 'encrypted',
  RichMediaContent: 'rich-media',
  OPI: 'leads-out',
};
/** What tells an action from an element of the document's outline, whose `S` is its author's word. */
const PAYLOAD = ['JS', 'F', 'UF', 'Win', 'Unix', 'Mac', 'Sound', 'OP', 'AN', 'TA', 'URI', 'Operation'];
/** Names in bytes that no parser can read, though a lenient reader may. */
const NAMES = new Map(
  [...Object.entries(ACTIONS), ...Object.entries(KEYS)].filter(([name]) => name.length > 4),
);
/** Links may lead to pages of the web and to letter boxes. */
const SCHEMES = new Set(['http', 'https', 'mailto', 'tel', 'ftp']);

/**
 * Finds what a PDF may do when it is opened, by its structure: actions of every kind, forms that send, media, attached
 * files, links to shares. Words in its texts and pictures do not matter. Gives `too-complex` alone when the structure
 * is packed in a way that no honest writer uses.
 */
export function activeContent(bytes: Buffer): FileProblem[] {
  try {
    const objects = objectsOf(bytes);
    const problems = new Set<FileProblem>();
    const all = [...[...objects.byNumber.values()].flat(), ...objects.trailers];
    for (const object of all) checkObject(object, objects, problems);
    for (const text of objects.unreadable) for (const name of namesIn(text)) add(problems, NAMES.get(name));
    return [...problems];
  } catch (error) {
    if (error instanceof TooComplex || error instanceof RangeError) return ['too-complex'];
    throw error;
  }
}

function add(problems: Set<FileProblem>, problem: FileProblem | undefined): void {
  if (problem) problems.add(problem);
}

/** An object with all that stands in it; what it refers to is judged by itself. */
function checkObject(object: PDFObject, objects: PdfObjects, problems: Set<FileProblem>): void {
  if (object instanceof PDFArray) for (const item of object.asArray()) checkObject(item, objects, problems);
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return;
  checkDict(dict, objects, problems);
  if (object instanceof PDFStream && dict.has(PDFName.of('F'))) problems.add('leads-out');
  for (const [, value] of dict.entries()) checkObject(value, objects, problems);
}

function checkDict(dict: PDFDict, objects: PdfObjects, problems: Set<FileProblem>): void {
  const keys = new Set(dict.keys().map((key) => key.decodeText()));
  const names = (key: string) => valuesOf(dict, key, objects).filter((one) => one instanceof PDFName);
  const texts = (key: string) => valuesOf(dict, key, objects).flatMap(textOf);
  const types = names('Type').map((name) => name.decodeText());
  const isElement = types.includes('StructElem') && !PAYLOAD.some((key) => keys.has(key));
  for (const key of keys) add(problems, own(KEYS, key));
  for (const name of names('Subtype')) add(problems, own(SUBTYPES, name.decodeText()));
  if (!isElement) for (const name of names('S')) add(problems, own(ACTIONS, name.decodeText()));
  if (types.includes('EmbeddedFile')) problems.add('attachments');
  if (names('FS').some((name) => name.decodeText() === 'URL')) problems.add('leads-out');
  if (['URI', 'Base', 'F', 'UF'].some((key) => texts(key).some(leadsOut))) problems.add('leads-out');
}

/** What stands under a key; where that is a reference, everything that was ever written under its number. */
function valuesOf(dict: PDFDict, key: string, { byNumber }: PdfObjects): PDFObject[] {
  const value = dict.get(PDFName.of(key));
  if (value === undefined) return [];
  return value instanceof PDFRef ? (byNumber.get(value.objectNumber) ?? []) : [value];
}

const textOf = (object: PDFObject): string[] =>
  object instanceof PDFString || object instanceof PDFHexString ? [object.decodeText()] : [];

const own = (table: { [name: string]: FileProblem }, name: string): FileProblem | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** Whether an address leads to a share, into the computer's own files, or to some other program. */
function leadsOut(address: string): boolean {
  const plain = address.replace(/[\p{Cc}\p{Cf}\s]/gu, '');
  if (/^[/\\]{2}/.test(plain)) return true;
  const [, scheme] = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(plain) ?? [];
  return scheme !== undefined && !SCHEMES.has(scheme.toLowerCase());
}

/** `#4a` stands for `J`: the usual way of hiding a name. */
const namesIn = (text: string): string[] =>
  [...text.matchAll(/\/([^\s\0()<>[\]{}/%]+)/g)].map(([, name = '']) =>
    name.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
