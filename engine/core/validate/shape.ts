import { typeOf } from '#core/compile/index.ts';
import { isFilled } from '#core/evaluate/index.ts';
import { limits, rowIdPattern } from '#core/form/index.ts';
import { isObject } from '#core/json/index.ts';
import type {
  AnswerProblem,
  CompiledEdition,
  CompiledSection,
  FieldSchema,
  Json,
} from '#core/model/index.ts';
import { problemWords } from './locales/index.ts';
import { openReport, type Report } from './report.ts';
import { checkRowIds } from './rows.ts';

/** The most problems of shape that one value reports. */
const mostProblems = 100;

/**
 * Whether a value may be kept: types, lengths, row limits and nothing that the form does not have. Missing and
 * unfinished answers pass. In a draft those pass too that cannot be read or are too long, as far as `limits.text`: one
 * wrong answer keeps no other from being saved, and validation says what is wrong with it. Cheap, and bounded by the
 * schema.
 */
export function checkShape(
  edition: CompiledEdition,
  section: CompiledSection,
  value: Json,
  isDraft = false,
): AnswerProblem[] {
  const report = openReport(problemWords(edition.definition.programme.locale));
  checkValue(section.shape, value, [], { section, value, report, isDraft });
  checkRowIds(section, value, report);
  return report.problems;
}

type Check = { section: CompiledSection; value: Json; report: Report; isDraft: boolean };

function checkValue(field: FieldSchema, value: Json | undefined, segments: string[], check: Check): void {
  if (check.report.problems.length >= mostProblems || isPassed(field, value, check)) return;
  checks[typeOf(field)](field, value ?? null, segments, check);
}

/** No answer, or the word for "there is none". A list or group where none belongs is no missing answer. */
function isPassed(field: FieldSchema, value: Json | undefined, check: Check): boolean {
  if (field.none !== undefined && value === field.none) return true;
  return (value === null || typeof value !== 'object') && !isFilled(value) && !isTooLong(field, value, check);
}

function isTooLong(field: FieldSchema, value: Json | undefined, check: Check): boolean {
  return typeof value === 'string' && [...value].length > mostOf(field, check);
}

function mostOf({ maxLength = limits.text }: FieldSchema, { isDraft }: Check): number {
  return isDraft ? Math.max(maxLength, limits.text) : maxLength;
}

type TypeCheck = (field: FieldSchema, value: Json, segments: string[], check: Check) => void;

const numeric: TypeCheck = (field, value, segments, check) => {
  if (check.isDraft && typeof value === 'string') checks.string(field, value, segments, check);
  else if (typeof value !== 'number') addProblem(check, segments, 'type');
};

const checks: Record<NonNullable<FieldSchema['type']>, TypeCheck> = {
  number: numeric,
  // A fraction is a wrong answer, not a wrong shape: the draft keeps it, validation reports it.
  integer: numeric,
  boolean: (_field, value, segments, check) => {
    if (typeof value !== 'boolean') addProblem(check, segments, 'type');
  },
  string: (field, value, segments, check) => {
    if (typeof value !== 'string') addProblem(check, segments, 'type');
    else if (isTooLong(field, value, check))
      addProblem(check, segments, 'maxLength', { limit: mostOf(field, check) });
    else if (field.pattern === rowIdPattern && !new RegExp(rowIdPattern).test(value))
      addProblem(check, segments, 'pattern');
  },
  object: (field, value, segments, check) => {
    if (!isObject(value)) return addProblem(check, segments, 'type');
    const properties = field.properties ?? {};
    for (const [name, part] of Object.entries(value)) {
      if (Object.hasOwn(properties, name))
        checkValue(properties[name] ?? {}, part, [...segments, name], check);
      else addProblem(check, [...segments, name], 'additional', { property: name });
    }
  },
  array: (field, value, segments, check) => {
    if (!Array.isArray(value)) return addProblem(check, segments, 'type');
    const limit = field.maxItems ?? limits.rows;
    if (value.length > limit) return addProblem(check, segments, 'maxItems', { limit });
    for (const [index, item] of value.entries())
      checkItem(field.items ?? {}, item, [...segments, String(index)], check);
  },
};

/** Rows are there or not there: an empty one is an object. */
function checkItem(items: FieldSchema, item: Json, segments: string[], check: Check): void {
  if (typeOf(items) === 'object' && !isObject(item)) addProblem(check, segments, 'type');
  else checkValue(items, item, segments, check);
}

function addProblem(
  { section, value, report }: Check,
  segments: string[],
  code: string,
  params: Record<string, Json> = {},
): void {
  if (report.problems.length < mostProblems) report.add({ section, value, segments, code, params });
}
