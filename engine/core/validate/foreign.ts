import { isFilled, mayWrite } from '#core/evaluate/index.ts';
import { recordSchema } from '#core/form/index.ts';
import { asList, asObject, isObject, pointer, sameJson } from '#core/json/index.ts';
import type {
  AnswerProblem,
  CompiledEdition,
  CompiledSection,
  FieldSchema,
  Json,
  JsonObject,
} from '#core/model/index.ts';
import { problemWords } from './locales/index.ts';
import { openReport } from './report.ts';

/** A section as it is stored and as somebody sends it; `by` is `applicant` or a desk. */
type Sent = { stored: Json | undefined; value: Json; by: string };

/**
 * What somebody has changed that is not theirs to write, each place a problem. Whatever else they may not decide (a
 * computed value, a field that is read-only for now) is no concern of theirs and kept silently.
 */
export function checkForeign(
  edition: CompiledEdition,
  section: CompiledSection,
  sent: Sent,
): AnswerProblem[] {
  const report = openReport(problemWords(edition.definition.programme.locale));
  for (const segments of foreignIn(section, sent))
    report.add({ section, value: sent.value, segments, code: 'foreign' });
  return report.problems;
}

function foreignIn(section: CompiledSection, { stored, value, by }: Sent): string[][] {
  const { kind } = section.definition;
  if (kind === 'form') return foreignFields(section, by, asObject(stored), asObject(value));
  if (kind === 'table') return foreignRows(section, by, asList(stored), asList(value));
  return mayWrite(section, '', by) || sameJson(stored ?? {}, value) ? [] : [[]];
}

function foreignRows(section: CompiledSection, by: string, stored: Json[], sent: Json[]): string[][] {
  const ids = (rows: Json[]) => rows.map((row) => asObject(row).id ?? null);
  if (!mayWrite(section, '', by) && !sameJson(ids(stored), ids(sent))) return [[]];
  return sent.flatMap((row, index) => {
    const before = stored.find((other) => asObject(other).id === asObject(row).id);
    return foreignFields(section, by, asObject(before), asObject(row)).map((at) => [String(index), ...at]);
  });
}

function foreignFields(
  section: CompiledSection,
  by: string,
  stored: JsonObject,
  sent: JsonObject,
  schema: FieldSchema = recordSchema(section.definition),
  above: string[] = [],
): string[][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const at = [...above, name];
    if (isObject(sent[name]) && field.properties !== undefined)
      return foreignFields(section, by, asObject(stored[name]), asObject(sent[name]), field, at);
    const isTheirs = mayWrite(section, pointer(...at), by) || field.derive !== undefined;
    return isTheirs || !isChanged(field, stored[name], sent[name]) ? [] : [at];
  });
}

/** A screen sends what it knows: nothing, what is stored, or the first value that the form gives a new record. */
function isChanged({ preset }: FieldSchema, stored: Json | undefined, sent: Json | undefined): boolean {
  if (sent === undefined || (!isFilled(stored) && !isFilled(sent))) return false;
  if (stored === undefined && preset !== undefined) return false;
  return !sameJson(stored ?? null, sent);
}
