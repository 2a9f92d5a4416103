import { interpolate } from '#core/json/index.ts';
import type { Logic } from '#core/model/index.ts';
import { within } from './compose.ts';
import type { Context } from './context.ts';
import { isStatement } from './kind.ts';
import type { Node } from './nodes/node.ts';
import { JOINED } from './phrase.ts';
import { reading } from './reading.ts';
import type { SentenceScope } from './scope.ts';
import { contextFor } from './sentence.ts';

/** What a condition decides. */
export type Decision =
  | 'required'
  | 'visible'
  | 'readOnly'
  | 'options'
  | 'disabled'
  | 'evidence'
  | 'place'
  | 'offered'
  | 'applies'
  | 'found'
  | 'available'
  | 'watermark'
  | 'guard';

/** What a value is for. */
type Purpose = 'derive' | 'preset' | 'value' | 'keep';

/** "“Score” is required when …": takes the condition, what it decides, and what about, with its quotation marks. */
export function decides(
  decision: Decision,
  about: string,
  logic: Logic,
  scope: SentenceScope,
  locale: string,
): string {
  const context = contextFor(scope, locale);
  if (typeof logic === 'boolean')
    return stated(`${decision}.${logic ? 'always' : 'never'}`, '', about, context);
  return stated(decision, conditionText(logic, context), about, context);
}

/** "“Total” is computed: …". `node` is what the value is for: a code is said by the title that it has there. */
export function gives(
  purpose: Purpose,
  about: string,
  logic: Logic,
  scope: SentenceScope,
  locale: string,
  node?: Node,
): string {
  const context = contextFor(scope, locale);
  const isSaid = typeof logic !== 'boolean' && isStatement(logic, context);
  const { text } = isSaid ? context.clause(logic, context, false) : context.term(logic, context, node);
  return stated(purpose, text, about, context);
}

/** A statement that must hold: always, or where `when` does. */
export function demands(
  { when, require }: { when?: Logic; require: Logic },
  scope: SentenceScope,
  locale: string,
): string {
  const context = contextFor(scope, locale);
  const key = when === undefined || when === true ? 'require' : 'require.when';
  const about = when === undefined ? '' : conditionText(when, context);
  if (typeof require === 'boolean')
    return stated(`${key}.${require ? 'always' : 'never'}`, '', about, context);
  return stated(key, context.clause(require, context, false).text, about, context);
}

/** What a path reads, by its titles: “Degree › Year”. */
export function nameOf(path: string, scope: SentenceScope, locale: string): string {
  return reading(path, contextFor(scope, locale)).text;
}

function conditionText(logic: Logic, context: Context): string {
  return within(context.clause(logic, context, false), JOINED, context);
}

/** Guards stand inside a sentence that has begun. */
const INNER = ['guard', 'keep'];

function stated(key: string, what: string, about: string, { words }: Context): string {
  const pattern = Object.entries(words.statements).find(([known]) => known === key)?.[1];
  if (pattern === undefined) throw new Error(`there is no statement "${key}"`);
  const text = interpolate(pattern, { 0: what, 1: about });
  return INNER.some((inner) => key.startsWith(inner)) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
