import { asList, asObject, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import { withoutExpectation } from './expectations.ts';

/** An example without a section: its answers, files, struck rows, and what was expected of them. */
export function withoutSection(example: JsonObject, section: string): JsonObject {
  const roots = ['sections', 'applicant', 'unit'].reduce<JsonObject>(
    (now, root) => withoutAnswers(now, root, section),
    example,
  );
  const files = listed(roots, 'files', (file) => !atOf(file).startsWith(`${section}/`));
  const strikes = listed(files, 'strikes', (strike) => asObject(strike).section !== section);
  return withoutExpectation(strikes, '', section);
}

/** An example without a slot: its files, and what was expected of them. */
export function withoutSlot(example: JsonObject, section: string, slot: string): JsonObject {
  const isOf = (at: string) => at.startsWith(`${section}/`) && at.endsWith(`/${slot}`);
  const files = listed(example, 'files', (file) => !isOf(atOf(file)));
  if (!isObject(files.expects)) return files;
  const expects = Object.fromEntries(
    Object.entries(files.expects).map(([key, value]): [string, Json] => [
      key,
      Array.isArray(value) ? value.filter((one) => !isOfSlot(one, section, slot, isOf)) : value,
    ]),
  );
  return { ...files, expects };
}

function isOfSlot(expected: Json, section: string, slot: string, isOf: (at: string) => boolean): boolean {
  if (typeof expected === 'string') return isOf(expected.slice(1));
  const { slot: own, path } = asObject(expected);
  return own === slot && `${String(path)}/`.startsWith(`/${section}/`);
}

function withoutAnswers(example: JsonObject, root: string, section: string): JsonObject {
  const { [section]: gone, ...rest } = asObject(example[root]);
  return gone === undefined ? example : { ...example, [root]: rest };
}

function listed(example: JsonObject, key: string, stays: (one: Json) => boolean): JsonObject {
  return example[key] === undefined ? example : { ...example, [key]: asList(example[key]).filter(stays) };
}

const atOf = (file: Json): string => (typeof file === 'string' ? file : String(asObject(file).at));
