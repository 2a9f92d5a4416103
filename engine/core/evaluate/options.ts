import { evaluating, validEntries } from '#core/compile/index.ts';
import { chosenIn, ownChoices } from '#core/form/index.ts';
import type { CompiledEdition, CompiledField, Json, JsonObject, RuleData } from '#core/model/index.ts';
import { entryOf, truthy } from '#core/vocabulary/index.ts';
import { attempt } from './run.ts';

/** What may be chosen, as rules read it: a code with its attributes, or a value of the field's own. */
type Option = JsonObject & { code: Json; title: string };

type Choosing = Pick<CompiledField, 'schema' | 'options'>;
type Refusing = Pick<CompiledField, 'disabled'>;

/**
 * The entries that a field offers: of its code list those that are valid at the cycle's date, or its own choices,
 * narrowed by `optionsWhen`. `data` is what rules read, with the section and the row chosen. None where the field lists
 * nothing.
 */
export function optionsOf(edition: CompiledEdition, field: Choosing, data: RuleData): Option[] {
  const options = listed(edition, field);
  return evaluating(edition.scope, () => options.filter((option) => isOffered(field, option, data)));
}

function listed(edition: CompiledEdition, { schema }: Choosing): Option[] {
  const source = chosenIn(schema);
  if (source.code === undefined)
    return (ownChoices(source) ?? []).map(({ value, title }) => ({ code: value, title }));
  const list = edition.scope.codes[source.code];
  return list === undefined ? [] : (validEntries(list, edition.definition.edition.cycle.asOf) as Option[]);
}

/** The option that a value chooses; undefined where it is none of the field's. */
export function optionFor(edition: CompiledEdition, field: Choosing, value: Json): Option | undefined {
  const list = edition.scope.codes[chosenIn(field.schema).code ?? ''];
  if (list !== undefined) return entryOf(list, value) as Option | undefined;
  return listed(edition, field).find(({ code }) => code === value);
}

/** Whether `optionsWhen` lets an entry through; a condition that cannot be computed lets nothing through. */
export function isOffered({ options }: Choosing, option: Option, data: RuleData): boolean {
  if (options === undefined) return true;
  const outer = choosing(option, data);
  const offered = truthy(attempt(options, data));
  data.option = outer;
  return offered;
}

/**
 * Why an entry that is shown cannot be chosen: the reason of the first `disabledWhen` that holds. Undefined where it can
 * be; one that is cut because it takes too much counts as holding.
 */
export function reasonAgainst({ disabled }: Refusing, option: Option, data: RuleData): string | undefined {
  if (disabled.length === 0) return undefined;
  const outer = choosing(option, data);
  const found = disabled.find(({ when }) => truthy(attempt(when, data, true)));
  data.option = outer;
  return found?.reason;
}

/** Points what rules read at an option; gives the one before. */
function choosing(option: Option, data: RuleData): RuleData['option'] {
  const outer = data.option;
  data.option = option;
  return outer;
}
