import {
  asList,
  asObject,
  asText,
  isObject,
  type Json,
  type JsonObject,
  sameJson,
} from '#core/json/index.ts';
import { codeFields } from '../find/code-fields.ts';
import { findPart, type Part, type Reading } from '../find/parts.ts';
import type { Change } from '../model.ts';

/** Of an entry, what no rule reads. */
const OWN = new Set(['code', 'title', 'validFrom', 'validTo', 'successor', 'source']);

/**
 * An example with another code in the place of one that is gone, or that has ended when its cycle opens: its successor,
 * else one with the same attributes. Where there is none it is for somebody to decide.
 */
export function withOtherCode(
  example: JsonObject,
  change: Change,
  files: Reading,
  { cycle }: Part,
): JsonObject {
  const [list, code] = [String(change.list), String(change.code)];
  const part = findPart(files, 'codes', list, cycle ?? asText(change.cycle));
  const day = asText(files.value(`${cycle}/edition.json`, ['cycle', 'opensAt']))?.slice(0, 10);
  if (!part || (change.kind === 'endCode' && (day === undefined || String(change.until) >= day)))
    return example;
  const other = standIn(asList(files.value(part.path, ['entries'])).filter(isObject), code, change, day);
  if (other === undefined) return example;
  return codeFields(files, list).reduce(
    (now, { section, field }) => replaced(now, section, field.split('/'), code, other),
    example,
  );
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
    const record = (one: Json) => inRecord(one, way, code, other);
    const next = Array.isArray(value) ? value.map(record) : record(value);
    return [[root, { ...sections, [section]: next }]];
  });
  return { ...example, ...Object.fromEntries(roots) };
}

function inRecord(value: Json, [key, ...rest]: string[], code: string, other: string): Json {
  if (key === undefined) return value === code ? other : value;
  if (!isObject(value) || !Object.hasOwn(value, key)) return value;
  return { ...value, [key]: inRecord(value[key] ?? null, rest, code, other) };
}
