import {
  asList,
  asObject,
  asText,
  isObject,
  type Json,
  type JsonObject,
  valueAt,
  withValue,
} from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { createEditor } from '../editor/editor.ts';
import { partsOf, type Reading } from '../find/parts.ts';
import { patchOf } from '../kinds/files/change-cases.ts';
import type { Change } from '../model.ts';
import { withStandIn } from './codes-gone.ts';
import { casesOf } from './concerned.ts';
import { demonstrationPatches } from './demonstration.ts';
import { withoutExpectation } from './expectations.ts';
import type { Mend } from './mend.ts';
import { withoutSection, withoutSlot } from './parts-gone.ts';
import { sampleOf } from './sample.ts';
import { withSentence } from './sheet-texts.ts';

/**
 * What examples, and what a demonstration shows, need so that they go on saying what they say after a change: as changes
 * that belong to the same act, made after it. Whatever turns an example red for another reason is for somebody to decide.
 */
export function mends(files: readonly SourceFile[], change: Change): Change[] {
  const mend = Object.hasOwn(MENDS, change.kind) ? MENDS[change.kind] : undefined;
  if (!mend) return [];
  const reading = createEditor(files);
  const examples = casesOf(reading, change).flatMap((part) => {
    const before = asObject(reading.value(part.path));
    const patch = patchOf(before, mend(before, change, reading, part));
    return Object.keys(patch).length > 0 ? [[part.path, patch] as const] : [];
  });
  return [examples, demonstrationPatches(reading, change, mend)].flatMap((patches) =>
    patches.length > 0 ? [{ kind: 'changeCases', patches: Object.fromEntries(patches) }] : [],
  );
}

const MENDS: Record<string, Mend> = {
  addField: (example, change, files) => {
    const answer =
      change.isRequired === true ? sampleOf(asObject(change.schema), files, change.cycle) : undefined;
    const whole = answer === undefined ? example : answered(example, change, answer);
    return withEvidence(whole, change, answer, files);
  },
  changeField: (example, change, files) => {
    const schema = asObject(fieldSchema(files, change));
    const answer = change.isRequired === true ? sampleOf(schema, files, change.cycle) : undefined;
    return answer === undefined ? example : answered(example, change, answer);
  },
  removeField: (example, change) => {
    const way = String(change.field).split('/');
    return withoutExpectation(
      inRecords(example, change, (record) => removed(record, way)),
      `/${change.section}`,
      way.join('/'),
    );
  },
  removeItem: (example, change) => {
    const item = String(change.item);
    const cleaned = ['cells', 'marks'].reduce<JsonObject>(
      (now, part) => inRecords(now, change, (record) => removed(record, [part, item])),
      example,
    );
    return withoutExpectation(cleaned, `/${change.section}/cells`, item);
  },
  removeSection: (example, change) => withoutSection(example, String(change.section)),
  removeSlot: (example, change) => withoutSlot(example, String(change.section), String(change.slot)),
  removeCode: withStandIn,
  endCode: withStandIn,
  editSentence: (example, change) =>
    withSentence(example, String(change.sheet), String(change.find), String(change.text)),
};

/** With the file that a new field asks for. An example that names files of its own replaces those of the one it extends. */
function withEvidence(
  example: JsonObject,
  change: Change,
  answer: Json | undefined,
  files: Reading,
): JsonObject {
  const { id, requiredWhen, per } = asObject(change.element);
  if (typeof id !== 'string' || !isAskedFor(requiredWhen, answer)) return example;
  if (example.files === undefined && example.extends !== undefined) return example;
  const value = sectionIn(example, String(change.section), files);
  if (value === undefined || value === null) return example;
  const rows = per === 'row' ? asList(value).flatMap((row) => asText(asObject(row).id) ?? []) : [''];
  const added = rows.map((row) => [change.section, row, id].filter((part) => part !== '').join('/'));
  return added.length === 0 ? example : { ...example, files: [...asList(example.files), ...added] };
}

/** Always, or because the field has an answer now. Any other condition is for somebody to decide. */
function isAskedFor(condition: Json | undefined, answer: Json | undefined): boolean {
  return (
    condition === true || (answer !== undefined && isObject(condition) && condition.answered !== undefined)
  );
}

/** The answers of a section: the example's own, else those of the one that it extends. */
function sectionIn(example: JsonObject, section: string, files: Reading): Json | undefined {
  const own = valueAt(example, ['sections', section]);
  const above = asText(example.extends);
  if (own !== undefined || above === undefined) return own;
  const part = partsOf(files).find(({ kind, id }) => kind === 'case' && id === above);
  return part && sectionIn(asObject(files.value(part.path)), section, files);
}

function fieldSchema(files: Reading, { section, field }: Change): Json | undefined {
  const way = String(field)
    .split('/')
    .flatMap((step) => ['properties', step]);
  const found = partsOf(files).find((part) => part.kind === 'section' && part.id === section);
  return (
    found &&
    (files.value(found.path, ['schema', ...way]) ?? files.value(found.path, ['schema', 'items', ...way]))
  );
}

/** With an answer in every record that has none; examples that extend others have theirs from them. */
function answered(example: JsonObject, change: Change, answer: Json): JsonObject {
  const way = String(change.field).split('/');
  if (example.extends !== undefined && !Array.isArray(valueAt(example, ['sections', String(change.section)])))
    return example;
  return inRecords(example, change, (record) =>
    valueAt(record, way) === undefined ? withValue(record, way, answer) : record,
  );
}

function inRecords(example: JsonObject, { section }: Change, update: (record: Json) => Json): JsonObject {
  const at = ['sections', String(section)];
  const value = valueAt(example, at);
  if (value === undefined || value === null) return example;
  return asObject(withValue(example, at, Array.isArray(value) ? value.map(update) : update(value)));
}

function removed(record: Json, way: string[]): Json {
  const [key, ...rest] = way;
  if (key === '*' && Array.isArray(record)) return record.map((one) => removed(one, rest));
  if (key === undefined || !isObject(record) || !Object.hasOwn(record, key)) return record;
  const { [key]: found, ...others } = record;
  if (rest.length === 0) return others;
  return Object.fromEntries(
    Object.entries(record).map(([name, one]) => [name, name === key ? removed(found ?? null, rest) : one]),
  );
}
