import { compileLogic, evaluating } from '#core/compile/index.ts';
import { atNoSection, resolveAnswers, textOf, writerOf } from '#core/evaluate/index.ts';
import { fieldNamed } from '#core/form/index.ts';
import { isObject, pointer } from '#core/json/index.ts';
import type {
  CaseDefinition,
  CompiledEdition,
  FieldSchema,
  Json,
  Logic,
  RosterColumn,
  RosterDefinition,
  RuleData,
} from '#core/model/index.ts';
import { openCase } from '#core/validate/index.ts';

/** An example as a roster reads it. */
type Sample = { id: string; name: string; category: string; data: RuleData };

/** The examples whose case could stand in a roster, those with the most answers first. */
export function samplesOf(edition: CompiledEdition, { route }: RosterDefinition): CaseDefinition[] {
  const { cases } = edition.definition;
  const fits = cases.filter(({ category }) => edition.categories[category]?.definition.route === route);
  return fits.toSorted((a, b) => sizeOf(b) - sizeOf(a));
}

const sizeOf = ({ sections }: CaseDefinition): number => JSON.stringify(sections ?? {}).length;

/** An example opened; null where it cannot be. */
export function openSample(edition: CompiledEdition, example: CaseDefinition): Sample | null {
  try {
    const { application, facts } = openCase(edition, example, edition.definition.cases);
    const data = atNoSection(resolveAnswers(edition, application, facts));
    return { id: example.id, name: example.name, category: application.category, data };
  } catch {
    return null;
  }
}

/** What a column shows of an example; empty where it cannot be computed. */
export function sampleText(edition: CompiledEdition, sample: Sample, column: RosterColumn): string {
  const value = computed(edition, sample, column.value);
  const field = fieldRead(edition, sample.category, column.value) ?? {};
  const { number } = column;
  return textOf(number === undefined ? field : { ...field, number }, value, writerOf(edition));
}

function computed(edition: CompiledEdition, { data }: Sample, value: Logic): Json {
  try {
    return evaluating(edition.scope, () => compileLogic(value, edition.scope).run(data));
  } catch {
    return null;
  }
}

/** The field of the form that a plain `var` names. */
function fieldRead(edition: CompiledEdition, category: string, value: Logic): FieldSchema | undefined {
  const path = isObject(value) && typeof value.var === 'string' ? value.var : '';
  const [from, section = '', ...fields] = path.split('.');
  const forms = Object.values(edition.categories).map(({ definition }) => definition);
  const own =
    from === 'application'
      ? forms.filter(({ id }) => id === category)
      : forms.filter(({ account }) => account);
  return own
    .flatMap(({ sections }) => fieldNamed(sections, pointer(section, ...fields)) ?? [])
    .toSorted((a, b) => Number(b.code !== undefined) - Number(a.code !== undefined))[0];
}
