import type { TSchema } from 'typebox';
import { isObject } from '#core/json/index.ts';
import { cleanLine, cleanLines } from '#core/text/index.ts';
import { Failure } from '#server/services/ground/index.ts';

type Clean = (value: unknown) => unknown;

/** What is read here of a schema, as TypeBox writes it. */
type Shape = {
  type?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  writeOnly?: boolean;
  anyOf?: TSchema[];
  items?: TSchema;
  properties?: Record<string, TSchema>;
  additionalProperties?: TSchema | boolean;
};

/**
 * How every text of this part of a request is cleaned before it is checked: the one door through which text comes in.
 *
 * - a text is one line, cleaned as `cleanLine` does
 * - what is `writeOnly` is a secret: it stays as it was typed, and whoever hashes it composes it
 * - a pattern that begins with `^` says sign by sign what may stand there: it is composed, and refuses the rest
 * - of JSON that a definition describes, each text is cleaned and keeps its lines; the definition's own reading follows
 */
export function cleaner(schema: TSchema): Clean {
  const { type, anyOf, enum: words, const: word, items, ...shape } = schema as Shape;
  if (anyOf) return inTurn(anyOf.map(cleaner));
  if (words !== undefined || word !== undefined) return same;
  if (type === 'string') return shape.writeOnly ? same : onText(isExact(shape) ? composed : cleanLine);
  if (type === 'array') return items ? onList(cleaner(items)) : onJson;
  if (type === 'object') return onObject(shape);
  return type === undefined ? onJson : same;
}

const same: Clean = (value) => value;
const isExact = ({ pattern }: Shape): boolean => pattern?.startsWith('^') === true;
const composed = (text: string): string => text.normalize('NFC');

const inTurn =
  (cleaners: Clean[]): Clean =>
  (value) =>
    cleaners.reduce((cleaned, clean) => clean(cleaned), value);

const onText =
  (clean: (text: string) => string): Clean =>
  (value) =>
    typeof value === 'string' ? clean(value) : value;

const onList =
  (clean: Clean): Clean =>
  (value) =>
    Array.isArray(value) ? value.map(clean) : value;

/** A key that is not among the properties stays as it is where the object is closed: the check refuses it. */
function onObject({ properties = {}, additionalProperties = true }: Shape): Clean {
  const known = new Map(Object.entries(properties).map(([key, one]) => [key, cleaner(one)]));
  const rest = additionalProperties === true ? onJson : additionalProperties && cleaner(additionalProperties);
  return (value) =>
    isObject(value) ? withEntries(value, (key, one) => (known.get(key) ?? (rest || same))(one)) : value;
}

const onJson: Clean = (value) => {
  if (typeof value === 'string') return cleanLines(value);
  if (Array.isArray(value)) return value.map(onJson);
  return isObject(value) ? withEntries(value, (_key, one) => onJson(one)) : value;
};

/** No field is called by a name that would have to be cleaned, so such a key means nothing that is known. */
function withEntries(value: object, clean: (key: string, value: unknown) => unknown): object {
  const entries = Object.entries(value);
  if (entries.some(([key]) => cleanLine(key) !== key)) throw new Failure('invalid', 'bad-request');
  return Object.fromEntries(entries.map(([key, one]) => [key, clean(key, one)]));
}
