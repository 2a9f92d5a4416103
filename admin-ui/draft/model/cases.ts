import type { Change } from '#core/change/index.ts';
import { fieldsAlong } from '#core/form/index.ts';
import { isObject, type Json, mergePatch, segmentsOf, withValue } from '#core/json/index.ts';
import type {
  AnswerProblem,
  CaseDefinition,
  CompiledEdition,
  Definition,
  JsonObject,
  LoadedEdition,
  SectionDefinition,
} from '#core/model/index.ts';
import { evaluateAndValidate, openCase } from '#core/validate/index.ts';

/** A case with its file and what others rest on it. */
export type CaseEntry = {
  example: CaseDefinition;
  file: string;
  form: string;
  /** Names of cases that take its answers first. */
  extendedBy: string[];
  /** What it expects, in the messages of the rules where they are named. */
  expected: string[];
};

/** Every case of a cycle, in the order of its files. */
export function caseEntries({ definition, locate }: LoadedEdition): CaseEntry[] {
  const { cases, categories } = definition;
  return cases.map((example, index) => {
    const category = caseForm(example, cases);
    return {
      example,
      file: locate(`/cases/${index}`).file,
      form: categories.find(({ id }) => id === category)?.title ?? category ?? '',
      extendedBy: cases.filter((one) => one.extends === example.id).map(({ name }) => name),
      expected: (example.expects.problems ?? []).map((one) => expectationOf(one, category, definition)),
    };
  });
}

/** The form that a case fills in: its own, or of the case that it extends. */
function caseForm(example: CaseDefinition, cases: readonly CaseDefinition[]): string | undefined {
  const seen = new Set<CaseDefinition>();
  let one: CaseDefinition | undefined = example;
  while (one && !one.category && !seen.has(one)) {
    seen.add(one);
    const base: string | undefined = one.extends;
    one = cases.find(({ id }) => id === base);
  }
  return one?.category;
}

type Expected = NonNullable<CaseDefinition['expects']['problems']>[number];

function expectationOf(
  { path, code, rule, slot }: Expected,
  category: string | undefined,
  definition: Definition,
): string {
  const form = definition.categories.find(({ id }) => id === category);
  const sections = form?.sections ?? [];
  const rules = [...(form?.rules ?? []), ...sections.flatMap((one) => one.rules ?? [])];
  const slots = sections.flatMap((one) => one.slots ?? []);
  const found = rules.find(({ id }) => id === rule)?.message ?? slots.find(({ id }) => id === slot)?.title;
  return found ?? whereIn(sections, path) ?? `${path} ${code}`;
}

/** The titles on the way to an answer; undefined where there is no such section. */
function whereIn(sections: readonly SectionDefinition[], path = ''): string | undefined {
  const [id, ...segments] = segmentsOf(path);
  const section = sections.find((one) => one.id === id);
  if (!section) return undefined;
  const fields = section.schema ? fieldsAlong(section.schema, segments) : [];
  return [section, ...fields].flatMap(({ title }) => title ?? []).join(' · ');
}

/** An answer of a new case that is another than in the case that it takes its answers from. */
export type OtherAnswer = { path: string; value: Json };

/** What a new case is to be. */
export type NewCase = { name: string; mustPass: boolean; answers: OtherAnswer[] };

/** The answers of a new case, as far as they are others: by section, nested as the paths say. */
function sectionsOf(answers: readonly OtherAnswer[]): JsonObject {
  return answers.reduce<JsonObject>((sections, { path, value }) => {
    const next = withValue(sections, path.split('.').slice(1), value);
    return isObject(next) ? next : sections;
  }, {});
}

/** The change that puts a new case beside another, from which it takes all other answers. */
export function newCaseOf(entry: CaseEntry, made: NewCase, definition: Definition): Change {
  const { example, file } = entry;
  return addedCase(definition, file.slice(0, file.lastIndexOf('/')), example.id, {
    name: made.name.trim(),
    category: example.category,
    extends: example.id,
    sections: sectionsOf(made.answers),
    expects: { valid: made.mustPass },
  });
}

/** The change that adds a case to a folder, under a name after `stem` that no other case has. */
export function addedCase(
  definition: Definition,
  folder: string,
  stem: string,
  content: Omit<CaseDefinition, 'id'>,
): Change {
  const taken = new Set(definition.cases.map(({ id }) => id));
  const bare = stem.replace(/-\d+$/, '');
  const numbers = Array.from({ length: taken.size + 1 }, (_, at) => at + 2);
  const number = numbers.find((one) => !taken.has(`${bare}-${one}`)) ?? taken.size + 2;
  return {
    kind: 'addFile',
    file: `${folder}/${bare}-${number}.json`,
    content: content as unknown as JsonObject,
  };
}

export const caseRemoval = ({ file }: CaseEntry): Change => ({ kind: 'removeFile', file });

/** What comes of a case: whether it passes, and every problem with its sentence. */
export type CaseOutcome = { passes: boolean; messages: string[] };

/** What a new case comes to under the draft as it stands. */
export function outcomeOf(
  edition: CompiledEdition,
  { example }: CaseEntry,
  { answers }: NewCase,
): CaseOutcome {
  const { application, facts } = openCase(edition, example, edition.definition.cases);
  const changed = mergePatch(application.sections, sectionsOf(answers));
  const sections = isObject(changed) ? changed : application.sections;
  return outcomeWith(evaluateAndValidate(edition, { ...application, sections }, facts).problems);
}

export const outcomeWith = (problems: readonly AnswerProblem[]): CaseOutcome => ({
  passes: !problems.some(({ severity }) => severity === 'block'),
  messages: problems.map(({ message }) => message),
});
