import { sourceFile } from '#core/assemble/index.ts';
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
  return {
    sound: sound?.problems,
    cases,
    broken: faults.map((fault) => draft.check(fault(files)).map(problemsOf)),
  };
}

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
