import type { Editor } from '../../editor/editor.ts';
import { tokensOf } from '../sheets/template.ts';
import type { Renamed } from './renamed.ts';

/** A block that is open, and what names inside it begin at. */
type Block = { word: string; at: string[] };

/** Words of Handlebars and of the language, which name nothing. */
const WORDS =
  /^(?:#?(?:if|unless|each|with|eq|repeat|date|number|capital|inc|default|join)|else|this|true|false|\d.*)$/;
const NAMES = /"[^"]*"|'[^']*'|[#/]?(?:\.\.\/)*[A-Za-z_@][\w.]*/g;

/** Lets a template print a field under its new name. */
export function renameInTemplate(editor: Editor, file: string, renamed: Renamed): void {
  const template = String(editor.value(file) ?? '');
  const blocks: Block[] = [];
  const edits: { start: number; end: number; text: string }[] = [];
  for (const { type, start, text } of tokensOf(template)) {
    if (type !== 'call' || text.startsWith('{{!')) continue;
    for (const match of text.matchAll(NAMES)) {
      const next = renamedName(match[0], blocks, renamed);
      if (next !== undefined)
        edits.push({ start: start + match.index, end: start + match.index + match[0].length, text: next });
    }
    follow(text, blocks);
  }
  for (const { start, end, text } of edits.reverse()) editor.respan(file, start, end, text);
}

/** What is called so in the record of a section, whole: `sections.plan.fields.area`. */
type Printed = { section: string; field: string; target: string };

/** Lets a template print a field out of another section. Inside of blocks it goes back to where all sections are. */
export function transferInTemplate(editor: Editor, file: string, { section, field, target }: Printed): void {
  const template = String(editor.value(file) ?? '');
  const blocks: Block[] = [];
  const edits: { start: number; end: number; text: string }[] = [];
  for (const { type, start, text } of tokensOf(template)) {
    if (type !== 'call' || text.startsWith('{{!')) continue;
    for (const match of text.matchAll(NAMES)) {
      const name = match[0];
      if (WORDS.test(name) || /^["'@/#]/.test(name)) continue;
      const way = resolved(name, blocks);
      const steps = ['sections', section, 'fields', field];
      if (!steps.every((step, index) => way[index] === step)) continue;
      const up = '../'.repeat(scopesOf(blocks).length);
      const next = `${up}${['sections', target, 'fields', ...way.slice(3)].join('.')}`;
      edits.push({ start: start + match.index, end: start + match.index + name.length, text: next });
    }
    follow(text, blocks);
  }
  for (const { start, end, text } of edits.reverse()) editor.respan(file, start, end, text);
}

const scopesOf = (blocks: readonly Block[]): string[][] =>
  blocks.filter(({ word }) => word === 'with' || word === 'each').map(({ at }) => at);

/** Opens and closes blocks. */
function follow(call: string, blocks: Block[]): void {
  const [, word = '', operand = ''] = /^#(\w+)\s*([\w./@]*)/.exec(call.slice(2)) ?? [];
  if (call.startsWith('{{/')) blocks.pop();
  else if (word === 'with') blocks.push({ word, at: resolved(operand, blocks) });
  else if (word === 'each') blocks.push({ word, at: [...resolved(operand, blocks), '*'] });
  else if (word !== '') blocks.push({ word, at: [] });
}

/** The whole way of a name: `../` leaves a block that begins anew. */
function resolved(name: string, blocks: readonly Block[]): string[] {
  const scopes = scopesOf(blocks);
  const ups = name.split('../').length - 1;
  const scope = scopes[scopes.length - 1 - ups] ?? [];
  const own = name.slice(ups * 3).replace(/^this\.?/, '');
  return [...scope, ...own.split('.').filter((step) => step !== '')];
}

function renamedName(
  name: string,
  blocks: readonly Block[],
  { section, field, to }: Renamed,
): string | undefined {
  if (WORDS.test(name) || /^["'@/#]/.test(name)) return undefined;
  const way = resolved(name, blocks);
  const steps = field.split('/');
  const starts = [
    ['sections', section, 'fields'],
    ['sections', section, 'rows', '*'],
  ];
  const start = starts.find((one) => [...one, ...steps].every((step, index) => way[index] === step));
  if (!start) return undefined;
  const behind = way.length - start.length - steps.length;
  const parts = name.split('.');
  const at = parts.length - 1 - behind;
  const part = parts[at];
  const last = steps.at(-1) ?? '';
  if (part === undefined || !part.endsWith(last)) return undefined;
  parts[at] = part.slice(0, part.length - last.length) + to;
  return parts.join('.');
}
