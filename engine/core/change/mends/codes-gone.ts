import {
  asList,
  asObject,
  asText,
  isObject,
  type Json,
  type JsonObject,
  sameJson,
} from '#core/json/index.ts';
import { withOtherCode } from '../answers/ways.ts';
import { type CodeField, codeFields, jsonFiles } from '../find/code-fields.ts';
import { findPart, type Part, type Reading } from '../find/parts.ts';
import type { Change } from '../model.ts';

/** Of an entry, what no rule reads. */
const OWN = new Set(['code', 'title', 'validFrom', 'validTo', 'successor', 'source']);

/**
 * An example with another code in the place of one that is gone, or that has ended on the day that counts for codes in its
 * cycle: its successor, else one with the same attributes. Where there is none it is for somebody to decide.
 */
export function withStandIn(
  example: JsonObject,
  change: Change,
  files: Reading,
  { cycle }: Part,
): JsonObject {
  const [list, code] = [String(change.list), String(change.code)];
  const part = findPart(files, 'codes', list, cycle ?? asText(change.cycle));
  const day = asText(files.value(`${cycle}/edition.json`, ['cycle', 'asOf']));
  if (!part || (change.kind === 'endCode' && (day === undefined || String(change.until) >= day)))
    return example;
  const other = standIn(asList(files.value(part.path, ['entries'])).filter(isObject), code, change, day);
  if (other === undefined) return example;
  return fieldsOf(files, list).reduce(
    (now, { section, path }) => replaced(now, section, path, code, other),
    example,
  );
}

const found = new WeakMap<Reading, { list: string; fields: CodeField[] }>();

/** The same for every example of one change. */
function fieldsOf(files: Reading, list: string): CodeField[] {
  const before = found.get(files);
  if (before?.list === list) return before.fields;
  const fields = codeFields(jsonFiles(files), list);
  found.set(files, { list, fields });
  return fields;
}

function standIn(entries: JsonObject[], code: string, change: Change, day = ''): string | undefined {
  const own = entries.find((entry) => entry.code === code);
  if (!own) return undefined;
  const isValid = ({ validFrom = day, validTo = day }: JsonObject) =>
    String(validFrom) <= day && day <= String(validTo);
  const others = entries.filter((entry) => entry.code !== code && isValid(entry));
  const successor = asText(change.successor) ?? asText(own.successor);
  const found =
    others.find((entry) => entry.code === successor) ??
    others.find((entry) => sameJson(attributesOf(entry), attributesOf(own)));
  return asText(found?.code);
}

const attributesOf = (entry: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(entry).filter(([key]) => !OWN.has(key)));

function replaced(
  example: JsonObject,
  section: string,
  way: string[],
  code: string,
  other: string,
): JsonObject {
  const roots = ['sections', 'applicant', 'unit'].flatMap((root): [string, Json][] => {
    const sections = asObject(example[root]);
    const value = sections[section];
    if (value === undefined) return [];
    const record = (one: Json) => withOtherCode(one, way, code, other);
    const next = Array.isArray(value) ? value.map(record) : record(value);
    return [[root, { ...sections, [section]: next }]];
  });
  return { ...example, ...Object.fromEntries(roots) };
}
