/** The ground under every other room: JSON values, the ways into them, and templates. Imports nothing. */
export { changesBetween } from './changes.ts';
export {
  isMultipleOf,
  isShortDecimal,
  productOf,
  quotientOf,
  type Rounding,
  remainderOf,
  roundedTo,
  sumOf,
} from './decimals.ts';
export { formatJson } from './format-json.ts';
export {
  asList,
  asObject,
  asText,
  isObject,
  type Json,
  type JsonObject,
  sameJson,
} from './json.ts';
export { mergePatch, mergePatchBetween } from './merge-patch.ts';
export { childAt, valueAt, valuesAt, without, withValue } from './path.ts';
export { pointer, segmentsOf, valueAtPointer } from './pointer.ts';
export { escapeHtml, interpolate, placeholdersOf, templateText, unescapeHtml } from './text.ts';
