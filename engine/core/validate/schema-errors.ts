import { isFilled } from '#core/evaluate/index.ts';
import { segmentsOf, valueAt } from '#core/json/index.ts';
import type { CompiledSection, Json, ValidationError } from '#core/model/index.ts';
import { formats } from '#core/vocabulary/index.ts';
import { fieldOf } from './location.ts';
import type { Finding } from './report.ts';

/** The most schema errors that one section reports. */
const mostErrors = 100;

/** Problem codes of JSON Schema's keywords, where they are called otherwise. */
const codes: Record<string, string> = {
  additionalProperties: 'additional',
  const: 'enum',
  exclusiveMinimum: 'minimum',
  exclusiveMaximum: 'maximum',
};

/** What the projection adds of its own; the walk over required fields reports it in better words. */
const passedOver = new Set(['required', 'anyOf', 'minProperties']);

/** Runs the second pass and gives its errors as findings. Missing answers are left to the required fields. */
export function schemaErrors(section: CompiledSection, value: Json): Finding[] {
  if (section.explains(value)) return [];
  const findings: Finding[] = [];
  const reported = new Set<string>();
  for (const error of section.explains.errors ?? []) {
    const finding = findingOf(error, section, value);
    const key = finding === null ? '' : `${finding.segments.join('/')}:${finding.code}`;
    if (finding === null || reported.has(key)) continue;
    reported.add(key);
    findings.push(finding);
    if (findings.length >= mostErrors) break;
  }
  return findings;
}

function findingOf(error: ValidationError, section: CompiledSection, value: Json): Finding | null {
  const segments = segmentsOf(error.instancePath);
  if (passedOver.has(error.keyword) || isUnanswered(segments, value)) return null;
  if (isBranchOfNone(error, section, segments)) return null;
  if (isBlankEntry(segments, value)) return { section, value, segments, code: 'required', params: {} };
  const extra = error.keyword === 'additionalProperties' ? [String(error.params.additionalProperty)] : [];
  const code = codes[error.keyword] ?? error.keyword;
  const finding = { section, value, segments: [...segments, ...extra], code, params: paramsOf(error) };
  const why = amissIn(error, valueAt(value, segments));
  return why === undefined ? finding : { ...finding, why };
}

/** Why a text is wrong that is written as its format wants it: a day that no calendar has, a range that runs backwards. */
function amissIn({ keyword, params }: ValidationError, text: Json | undefined): string | undefined {
  if (keyword !== 'format' || typeof text !== 'string') return undefined;
  return formats[String(params.format)]?.amiss?.(text);
}

/** A property that holds no answer. Elements of lists and the section itself must be what the schema says. */
function isUnanswered(segments: string[], value: Json): boolean {
  const last = segments.at(-1);
  if (last === undefined || Array.isArray(valueAt(value, segments.slice(0, -1)))) return false;
  return !isFilled(valueAt(value, segments));
}

/** An entry of a list that was added and not written yet: it is missing, and not of a wrong type. Rows of a table are none. */
function isBlankEntry(segments: string[], value: Json): boolean {
  const entry = valueAt(value, segments) ?? null;
  return (
    segments.length > 1 &&
    Array.isArray(valueAt(value, segments.slice(0, -1))) &&
    (entry === null || typeof entry === 'string') &&
    !isFilled(entry)
  );
}

/**
 * Errors of the branches for the word of "there is none" and for a missing computed value: nobody could mend anything
 * by them.
 */
function isBranchOfNone(
  { keyword, params }: ValidationError,
  section: CompiledSection,
  segments: string[],
): boolean {
  if (keyword !== 'const') return keyword === 'type' && params.type === 'null';
  const field = fieldOf(section, segments);
  return field?.none !== undefined && params.allowedValue === field.none;
}

function paramsOf({ keyword, params }: ValidationError): Record<string, Json> {
  if (keyword === 'additionalProperties') return { property: String(params.additionalProperty) };
  if (keyword === 'multipleOf') return { limit: Number(params.multipleOf) };
  if (keyword === 'format') return { hint: formats[String(params.format)]?.hint ?? '' };
  return typeof params.limit === 'number' ? { limit: params.limit } : {};
}
