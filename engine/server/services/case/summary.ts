import { maySeeAt, textOf, type Writer } from '#core/evaluate/index.ts';
import { answerNamed } from '#core/form/index.ts';
import { asList, valuesAt } from '#core/json/index.ts';
import type { CompiledCategory, Json, JsonObject } from '#core/model/index.ts';
import { changeField, mask } from './sealing.ts';

/** A line of what lists show of a case besides its name. */
type Line = { title: string; text: string };

type Change = (value: Json) => Json;

/** The values that the category's `summary` names, of answers as they are read; sensitive ones masked, and then sealed. */
export const summaryValues = (
  { definition, sections }: CompiledCategory,
  answers: JsonObject,
  seal: Change,
): Json =>
  (definition.summary ?? []).map(({ at }) => {
    const named = answerNamed(sections, at);
    if (named === undefined) return [];
    const hidden = (value: Json): Json => changeField(named.field, value, (one) => seal(mask(one)));
    return valuesAt(answers, named.segments).map(hidden);
  });

/** Those values as lists show them to these roles, written out. Of a table or of own items it is what stands in each. */
export function summaryLines(
  { definition, sections, bySection }: CompiledCategory,
  values: Json,
  { roles, open, writer }: { roles: string[] | null; open: Change; writer: Writer },
): Line[] {
  return (definition.summary ?? []).map(({ title, at }, place): Line => {
    const named = namedIn(sections, at);
    const [id = '', field] = named?.segments ?? [];
    const section = bySection[id];
    if (!named || !section || (roles && !maySeeAt(section, field, roles))) return { title, text: '' };
    const shown = (value: Json): string => textOf(named.field, changeField(named.field, value, open), writer);
    const texts = asList(asList(values)[place]).map(shown);
    return { title, text: texts.filter((text) => text !== '').join(writer.words.separator) };
  });
}

const NAMED = new WeakMap<CompiledCategory['sections'], Map<string, ReturnType<typeof answerNamed>>>();

/** What a line of the summary names, found once for all the rows of a list. */
function namedIn(sections: CompiledCategory['sections'], at: string): ReturnType<typeof answerNamed> {
  const known = NAMED.get(sections) ?? new Map<string, ReturnType<typeof answerNamed>>();
  NAMED.set(sections, known);
  if (!known.has(at)) known.set(at, answerNamed(sections, at));
  return known.get(at);
}

const same: Change = (value) => value;

/** What lists show of a case, of its answers as they are read. `roles` null = to its applicant. */
export const summaryOf = (
  category: CompiledCategory,
  answers: JsonObject,
  writer: Writer,
  roles: string[] | null = null,
): Line[] => summaryLines(category, summaryValues(category, answers, same), { roles, open: same, writer });
