import type { Change } from '#core/change/index.ts';
import { isObject, type Json, mergePatch, withValue } from '#core/json/index.ts';
import type {
  CaseDefinition,
  CompiledEdition,
  Definition,
  JsonObject,
  LoadedEdition,
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
  return cases.map((example, index) => ({
    example,
    file: locate(`/cases/${index}`).file,
    form: categories.find(({ id }) => id === example.category)?.title ?? example.category,
    extendedBy: cases.filter((one) => one.extends === example.id).map(({ name }) => name),
    expected: (example.expects.problems ?? []).map((one) => expectationOf(one, example, definition)),
  }));
}

type Expected = NonNullable<CaseDefinition['expects']['problems']>[number];

function expectationOf(
  { path, code, rule, slot }: Expected,
  { category }: CaseDefinition,
  definition: Definition,
): string {
  const form = definition.categories.find(({ id }) => id === category);
  const sections = form?.sections ?? [];
  const rules = [...(form?.rules ?? []), ...sections.flatMap((one) => one.rules ?? [])];
  const slots = sections.flatMap((one) => one.slots ?? []);
  const found = rules.find(({ id }) => id === rule)?.message ?? slots.find(({ id }) => id === slot)?.title;
  return found ?? `${path} ${code}`;
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
  const taken = new Set(definition.cases.map(({ id }) => id));
  const stem = example.id.replace(/-\d+$/, '');
  const number = Array.from({ length: taken.size + 1 }, (_, at) => at + 2).find(
    (at) => !taken.has(`${stem}-${at}`),
  );
  const folder = file.slice(0, file.lastIndexOf('/'));
  return {
    kind: 'addFile',
    file: `${folder}/${stem}-${number ?? taken.size + 2}.json`,
    content: {
      name: made.name.trim(),
      category: example.category,
      extends: example.id,
      sections: sectionsOf(made.answers),
      expects: { valid: made.mustPass },
    },
  };
}

export const caseRemoval = ({ file }: CaseEntry): Change => ({ kind: 'removeFile', file });

/** What a new case comes to under the draft as it stands: whether it passes, and every problem with its sentence. */
export function outcomeOf(
  edition: CompiledEdition,
  { example }: CaseEntry,
  { answers }: NewCase,
): { passes: boolean; messages: string[] } {
  const { application, facts } = openCase(edition, example, edition.definition.cases);
  const changed = mergePatch(application.sections, sectionsOf(answers));
  const sections = isObject(changed) ? changed : application.sections;
  const { problems } = evaluateAndValidate(edition, { ...application, sections }, facts);
  return {
    passes: !problems.some(({ severity }) => severity === 'block'),
    messages: problems.map(({ message }) => message),
  };
}
