import { recordSchema, wholeCase } from '#core/form/index.ts';
import { isObject, type Json, type JsonObject } from '#core/json/index.ts';
import type { CaseDefinition, CompiledEdition, FieldSchema, SectionDefinition } from '#core/model/index.ts';
import { type Content, repeated } from './content.ts';
import { answersIn } from './sections.ts';

/**
 * An application of a category with as little, usual or as much content as its form takes, made from a case of the
 * edition: the same every time. One that extends none is taken before one that does. Undefined where the edition has no case of that category without problems.
 */
export function sampleCase(
  edition: CompiledEdition,
  category: string,
  content: Content,
): CaseDefinition | undefined {
  const { cases } = edition.definition;
  const valid = cases.filter(({ expects }) => expects.valid === true);
  const own = valid.map((one) => wholeCase(one, cases)).filter((one) => one.category === category);
  const base = own.find((one) => one.extends === undefined) ?? own[0];
  const { sections = [] } = edition.categories[category]?.definition ?? {};
  if (base === undefined) return undefined;
  const making = { edition, content, number: '' };
  const answers = sections.map((section): [string, Json | undefined] => [
    section.id,
    answersIn(making, section, base.sections[section.id]),
  ]);
  const known = answers.flatMap(([id, value]): [string, Json][] =>
    value === undefined ? [] : [[id, value]],
  );
  const people = content === 'full' ? lengthened(base, sections) : {};
  return { ...base, ...people, id: `${category}-${content}`, files: [], sections: Object.fromEntries(known) };
}

type People = Pick<CaseDefinition, 'applicant' | 'unit'>;

/** Names that the form takes over from the person and their house, as long as it takes them. */
function lengthened(base: CaseDefinition, sections: readonly SectionDefinition[]): People {
  const fields = sections.flatMap((section) => Object.values(recordSchema(section).properties ?? {}));
  return fields.reduce<People>((people, field) => withName(people, field), {
    applicant: base.applicant ?? {},
    unit: base.unit ?? {},
  });
}

function withName(people: People, { type, derive, code, format, sensitive, maxLength }: FieldSchema): People {
  const isName = type === 'string' && [code, format, sensitive].every((one) => one === undefined);
  if (!isName || maxLength === undefined || !isObject(derive) || typeof derive.var !== 'string')
    return people;
  const [from = '', ...path] = derive.var.split('.');
  if (from !== 'applicant' && from !== 'unit') return people;
  return { ...people, [from]: replaced(people[from] ?? {}, path, (text) => repeated(text, maxLength)) };
}

function replaced(
  value: JsonObject,
  [key = '', ...rest]: string[],
  change: (text: string) => string,
): JsonObject {
  const inner = value[key];
  if (typeof inner === 'string' && rest.length === 0) return { ...value, [key]: change(inner) };
  return isObject(inner) ? { ...value, [key]: replaced(inner, rest, change) } : value;
}
