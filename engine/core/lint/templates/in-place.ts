import type { Definition, SheetDefinition } from '#core/model/index.ts';
import { lintWords, type SentenceKey } from '../locales/index.ts';
import { hintFor, sentenceFor } from '../report/index.ts';
import { keysOf, type Shape, shapeBelow } from '../shapes/shape.ts';
import { checkTemplate } from './check-template.ts';
import { viewShape } from './view.ts';

type Of = { sheet: SheetDefinition; definition: Definition };

/** Something wrong with a template, where it is: line and column are counted from 1; 0 for the template as a whole. */
export type PlacedFault = { line: number; column: number; message: string; isError: boolean };

/** Everything wrong with a template as somebody types it, in the programme's language. Facts are named, not yet written out. */
export function placedFaults(template: string, { sheet, definition }: Of): PlacedFault[] {
  const words = lintWords(definition.programme.locale);
  return checkTemplate(template, viewShape(sheet, definition)).flatMap(
    ({ code, sentence = code, params = {}, hint, severity = 'error' }) => {
      if (String(params.path ?? '').startsWith('facts.')) return [];
      const parts = [
        sentenceFor(sentence as SentenceKey, params, words),
        ...(hint ? [hintFor(hint, words)] : []),
      ];
      const at = { line: Number(params.line ?? 0), column: Number(params.column ?? 1) };
      return [{ ...at, message: parts.join(' '), isError: severity === 'error' }];
    },
  );
}

/** What a block of a template goes into: a record (`with`), or each of a list. */
export type EnteredBlock = { name: string; path: string };

/**
 * The names that may be written at a place of a template: below `path`, seen from inside of these blocks, the outermost
 * first.
 */
export function namesBelow(
  path: string,
  enclosing: readonly EnteredBlock[],
  { sheet, definition }: Of,
): string[] {
  const scopes: Shape[] = [viewShape(sheet, definition)];
  for (const { name, path: into } of enclosing) {
    const shape = shapeAt(into, scopes);
    scopes.unshift(name === 'each' && shape.type === 'list' ? shape.items : shape);
  }
  return keysOf(shapeAt(path, scopes));
}

const NOTHING: Shape = { type: 'record', fields: {} };

function shapeAt(path: string, scopes: readonly Shape[]): Shape {
  const steps = path.split(/[./]/).filter((step) => step !== '' && step !== 'this');
  const out = path.split('../').length - 1;
  return steps.reduce((shape, step) => shapeBelow(shape, step) ?? NOTHING, scopes[out] ?? NOTHING);
}

/** What a template may call: in an output, and as a block. */
export { BLOCKS as templateBlocks, HELPERS as templateHelpers } from './walk.ts';
