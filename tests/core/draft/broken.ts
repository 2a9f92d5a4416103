import { sourceFile } from '#core/assemble/index.ts';
import { answerSteps, apply, type Change, diff, invert, sentence } from '#core/change/index.ts';
import { openDraft } from '#core/draft/index.ts';
import { formatJson, isObject } from '#core/json/index.ts';
import type { CompiledEdition, DefinitionProblem, JsonObject, SourceFile } from '#core/model/index.ts';
import { runCase } from '#core/validate/index.ts';
import { readFolder } from '#server/load/index.ts';

/**
 * What a draft finds in a folder, and how some of its cases come out; and what it finds in another with a fault of each
 * kind in it.
 */
export async function everything(folder: string, faulty: string): Promise<unknown> {
  const draft = openDraft();
  const [sound] = draft.check(await readFolder(folder));
  const files = await readFolder(faulty);
  const cases = sound?.edition ? someCases(sound.edition) : [];
  const changed = changesOf(files);
  return {
    sound: sound?.problems,
    cases,
    changed,
    broken: faults.map((fault) => draft.check(fault(files)).map(problemsOf)),
  };
}

/** Changes of a folder that are made, read, found again and taken back. */
function changesOf(files: SourceFile[]) {
  const [section = ''] = files.flatMap(
    ({ path }) => /^[^/]+\/sections\/([^/]+)\.json$/.exec(path)?.[1] ?? [],
  );
  const change: Change = { kind: 'setText', part: 'section', id: section, way: ['title'], text: 'Another' };
  const applied = apply(files, change);
  if ('problem' in applied) return applied.problem;
  const back = apply(applied.files, invert(change, applied.effects));
  return {
    sentences: ['zh-CN', 'en'].map((language) => sentence(change, files, language)),
    found: diff(files, applied.files),
    steps: answerSteps([change, { kind: 'removeSection', section }], { files }),
    isBack: !('problem' in back) && sourceTexts(back.files) === sourceTexts(files),
  };
}

const sourceTexts = (files: readonly SourceFile[]): string => JSON.stringify(files.map(({ text }) => text));

function someCases(edition: CompiledEdition) {
  const { cases } = edition.definition;
  return cases
    .filter((_, index) => index % 12 === 0)
    .map((one) => ({ id: one.id, ...runCase(edition, one, cases) }));
}

const problemsOf = ({ problems }: { problems: DefinitionProblem[] }): DefinitionProblem[] => problems;

type Fault = (files: SourceFile[]) => SourceFile[];

/** Every file of a folder, changed. */
const inFiles =
  (part: string, change: (json: JsonObject) => JsonObject): Fault =>
  (files) =>
    files.map((file) =>
      file.path.includes(part) && isObject(file.json)
        ? sourceFile(file.path, formatJson(change(file.json)))
        : file,
    );

const faults: Fault[] = [
  inFiles('sections/', (json) => ({ ...json, foreign: 1, kind: 'shape' })),
  inFiles('codes/', ({ entries, ...json }) => ({ ...json, entries: [entries ?? null] })),
  inFiles('routes/', (json) => ({ ...json, machine: withActions(json.machine) })),
  inFiles('expressions/', (json) => ({ ...json, logic: { nowhere: [] } })),
  (files) =>
    files.map((file) => (file.path.endsWith('.hbs') ? { ...file, text: '{{#each}}<script>' } : file)),
];

/** A machine whose states all do what no action takes. */
function withActions(machine: JsonObject[string] | undefined): JsonObject {
  const { states, ...rest } = isObject(machine) ? machine : {};
  const changed = Object.entries(isObject(states) ? states : {}).map(([id, state]) => [
    id,
    {
      ...(isObject(state) ? state : {}),
      entry: [{ type: 'set', params: { foreign: 1 } }, { type: 'write' }],
    },
  ]);
  return { ...rest, states: Object.fromEntries(changed) };
}
