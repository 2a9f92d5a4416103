import { chosenIn } from '#core/form/index.ts';
import type { FieldSchema, Logic } from '#core/model/index.ts';
import { fieldNode } from '../nodes/fields.ts';
import type { SentenceScope } from '../scope.ts';
import { type Decision, decides, gives, nameOf } from '../statement.ts';
import { quoted, type Reader, type ReadRule, ruleOf, worded } from './part.ts';

const DECISIONS: [keyof FieldSchema & `${string}When`, Decision][] = [
  ['visibleWhen', 'visible'],
  ['requiredWhen', 'required'],
  ['readOnlyWhen', 'readOnly'],
  ['optionsWhen', 'options'],
];

/** What is decided over the fields below a record; `path` is how rules read it. */
export function readFields(
  record: FieldSchema | undefined,
  path: string,
  scope: SentenceScope,
  reader: Reader,
): ReadRule[] {
  return Object.entries(record?.properties ?? {}).flatMap(([name, field]) => {
    const at = `${path}.${name}`;
    const items = field.items === undefined ? [] : readItems(field.items, at, scope, reader);
    return [...readField(field, at, scope, reader), ...readFields(field, at, scope, reader), ...items];
  });
}

/** What holds for every item of a list: of its fields, or of the answers that it holds. */
function readItems(items: FieldSchema, list: string, scope: SentenceScope, reader: Reader): ReadRule[] {
  return items.properties === undefined
    ? readField(items, list, scope, reader)
    : readFields(items, `${list}.0`, { ...scope, item: items }, reader);
}

function readField(field: FieldSchema, path: string, scope: SentenceScope, reader: Reader): ReadRule[] {
  const { definition, locale } = reader;
  const about = nameOf(path, scope, locale);
  const inField: SentenceScope = { ...scope, options: chosenIn(field) };
  const decided = DECISIONS.flatMap(([key, decision]) =>
    field[key] === undefined ? [] : [decides(decision, about, field[key], inField, locale)],
  );
  const node = fieldNode(field, definition);
  const given = (['derive', 'preset'] as const).flatMap((key) => {
    const logic: Logic | undefined = field[key];
    return logic === undefined ? [] : [gives(key, about, logic, inField, locale, node)];
  });
  const refused = (field.disabledWhen ?? []).map(({ when, reason, source }) =>
    ruleOf(
      worded('refusal', reader, decides('disabled', about, when, inField, locale), quoted(reason, reader)),
      source ?? field.source,
    ),
  );
  return [...[...decided, ...given].map((text) => ruleOf(text, field.source)), ...refused];
}
