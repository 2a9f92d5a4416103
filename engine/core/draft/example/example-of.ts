import { valueSchema } from '#core/form/index.ts';
import { asObject, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import type {
  AnswerProblem,
  Application,
  CaseDefinition,
  CompiledCategory,
  CompiledEdition,
  Facts,
  FieldSchema,
} from '#core/model/index.ts';
import { openCase, validate } from '#core/validate/index.ts';
import { disguise, textsIn } from './disguise.ts';
import type { Substitutes } from './leaves.ts';
import { rowNames, withRowNames } from './row-names.ts';
import { sequence } from './sequence.ts';

/** What blocks or does not block: the rule or check, and where, of every row alike. */
export type Question = Pick<AnswerProblem, 'code' | 'path'> & { rule: string };

/** An example that an application was made into, and whether the draft says the same of both. */
export type MadeExample = {
  example: Omit<CaseDefinition, 'id' | 'name'>;
  /** null: nothing was asked. */
  isBlocked: boolean | null;
  agrees: boolean;
};

type Source = { application: Application; facts: Facts };

/** Ways of standing for a person's answers that are tried one after the other, until the draft says the same of both. */
const ATTEMPTS = 30;
const MOST_PROBLEMS = 20;

/**
 * An example of the edition out of an application: the person, numbers, dates and free texts are others, what was
 * chosen stays. The same application gives the same example. Of several ways the first is taken of which the edition
 * says the same, above all about what is asked.
 */
export function exampleOf(edition: CompiledEdition, source: Source, question: Question | null): MadeExample {
  const wanted = blocking(validate(edition, source.application, source.facts));
  let best: { made: MadeExample; distance: number } | null = null;
  for (let attempt = 0; attempt < ATTEMPTS && best?.distance !== 0; attempt += 1) {
    const draft = disguisedCase(edition, source, attempt);
    const { application, facts } = openCase(edition, draft, [draft]);
    const problems = blocking(validate(edition, application, facts));
    const distance = distanceOf(wanted, problems, question);
    if (best === null || distance < best.distance)
      best = { distance, made: madeOf(draft, problems, { wanted, question }) };
  }
  if (best === null) throw new Error('An example was not tried once');
  return best.made;
}

const blocking = (problems: AnswerProblem[]): AnswerProblem[] =>
  problems.filter(({ severity }) => severity === 'block');

const ASKED = 1000;

/** How far what the edition says of two is apart: by causes, and much more by the one that is asked about. */
function distanceOf(wanted: AnswerProblem[], found: AnswerProblem[], question: Question | null): number {
  const [was, is] = [new Set(wanted.map(keyOf)), new Set(found.map(keyOf))];
  const others =
    [...is].filter((key) => !was.has(key)).length + [...was].filter((key) => !is.has(key)).length;
  return others + (question && isAmong(question, wanted) !== isAmong(question, found) ? ASKED : 0);
}

const keyOf = ({ code, rule = '', path }: AnswerProblem | Question): string =>
  [code, rule, path.replace(/\/\d+(?=\/|$)/g, '')].join('\n');

const isAmong = (question: Question, problems: AnswerProblem[]): boolean =>
  problems.some((problem) => keyOf(problem) === keyOf(question));

function madeOf(
  draft: CaseDefinition,
  problems: AnswerProblem[],
  { wanted, question }: { wanted: AnswerProblem[]; question: Question | null },
): MadeExample {
  const { id: _id, name: _name, ...example } = draft;
  const listed = problems.slice(0, MOST_PROBLEMS).map(({ path, code, rule, slot }) => ({
    ...{ path, code },
    ...(rule !== undefined && { rule }),
    ...(slot !== undefined && { slot }),
  }));
  const isBlocked = question === null ? problems.length > 0 : isAmong(question, problems);
  return {
    example: {
      ...example,
      expects: { valid: problems.length === 0, ...(listed.length > 0 && { problems: listed }) },
    },
    isBlocked,
    agrees: isBlocked === (question === null ? wanted.length > 0 : isAmong(question, wanted)),
  };
}

function disguisedCase(
  edition: CompiledEdition,
  { application, facts }: Source,
  attempt: number,
): CaseDefinition {
  const category = edition.categories[application.category];
  if (!category) throw new Error(`There is no form <${application.category}> to make an example of`);
  const substitutes = substitutesFor(edition, [application.sections, facts.applicant, facts.unit], attempt);
  const own = category.sections.map(({ definition }) => definition);
  const names = rowNames(application.sections, own);
  const { cycle } = edition.definition.edition;
  const sections = own.flatMap((section): [string, Json][] => {
    const value = application.sections[section.id];
    if (value === undefined) return [];
    const plain = disguise(
      withRowNames(value, section, names),
      rowSchema(valueSchema(section, cycle)),
      substitutes,
    );
    return plain === undefined ? [] : [[section.id, plain]];
  });
  return {
    ...{ id: 'example', name: 'example', category: application.category },
    applicant: registered(edition, facts.applicant, substitutes),
    unit: unitOf(edition, facts.unit, substitutes),
    now: facts.now,
    sections: Object.fromEntries(sections),
    files: application.files.map(({ section, row, slot }) => fileAt(section, row, slot, names)),
    strikes: application.strikes.map(({ section, row }) => ({ section, row: names.get(row) ?? row })),
    expects: {},
  };
}

const fileAt = (section: string, row: string | undefined, slot: string, names: ReadonlyMap<string, string>) =>
  [section, ...(row === undefined ? [] : [names.get(row) ?? row]), slot].join('/');

/** The ids that were just given to rows are nobody's own. */
function rowSchema(schema: FieldSchema): FieldSchema {
  const id: FieldSchema = { type: 'string', pattern: '^r\\d+$' };
  const named = (rows: FieldSchema): FieldSchema => ({
    ...rows,
    items: { ...rows.items, properties: { ...rows.items?.properties, id: { ...id, enum: ROW_NAMES } } },
  });
  if (schema.type === 'array') return named(schema);
  const { own } = schema.properties ?? {};
  return own?.type === 'array' && own.items?.properties?.id
    ? { ...schema, properties: { ...schema.properties, own: named(own) } }
    : schema;
}

const ROW_NAMES = Array.from({ length: 2000 }, (_, at) => `r${at + 1}`);

function substitutesFor(edition: CompiledEdition, values: JsonObject[], attempt: number): Substitutes {
  const { codes, programme } = edition.definition;
  const words = new Set([
    ...codes.flatMap(({ entries }) => entries.map(({ code }) => code)),
    ...programme.organisationKinds.map(({ id }) => id),
  ]);
  return {
    next: sequence(attempt + 1),
    months: (attempt % 2 === 0 ? 1 : -1) * (1 + Math.floor(attempt / 2)),
    spread: 0.3 / (1 + attempt),
    taken: new Set(values.flatMap(textsIn)),
    known: new Map(),
    isWord: (text) => words.has(text),
  };
}

/** The answers of a registration, by the sections of whichever account form has them. */
function registered(edition: CompiledEdition, answers: JsonObject, substitutes: Substitutes): JsonObject {
  const { cycle } = edition.definition.edition;
  const forms = Object.values(edition.categories).filter(isAccountForm);
  const entries = Object.entries(answers).flatMap(([id, value]): [string, Json][] => {
    const section = forms.map(({ bySection }) => bySection[id]?.definition).find((one) => one !== undefined);
    const other = disguise(value, section && valueSchema(section, cycle), substitutes);
    return other === undefined ? [] : [[id, other]];
  });
  return Object.fromEntries(entries);
}

const isAccountForm = ({ definition }: CompiledCategory): boolean => definition.account !== undefined;

/** What the engine knows of an organisation besides its registration: its kind and level are nobody's own. */
function unitOf(edition: CompiledEdition, unit: JsonObject, substitutes: Substitutes): JsonObject {
  const { kind, level, parent, ...rest } = unit;
  const plain = registered(edition, rest, substitutes);
  const above = asObject(parent);
  return {
    ...plain,
    ...(kind !== undefined && { kind }),
    ...(level !== undefined && { level }),
    ...(isObject(parent) && {
      parent: {
        ...registered(edition, above, substitutes),
        ...(above.kind !== undefined && { kind: above.kind }),
      },
    }),
  };
}
