import type { ResolvedAnswers } from '#core/evaluate/index.ts';
import type { Fit } from '#core/fit/index.ts';
import { isObject, pointer } from '#core/json/index.ts';
import type { AnswerProblem, CompiledEdition, Json, SheetDefinition } from '#core/model/index.ts';
import { overflowText } from './locales/index.ts';

/** Of each column; whoever has cut these comes back and is shown the next ones. */
const MOST_CUTS = 6;

type Cut = Fit['overflow'][number]['cuts'][number];

/** What of a sheet is too long, as problems of the answers that stand there. */
export function overflowProblems(
  { definition: { programme } }: CompiledEdition,
  resolved: ResolvedAnswers,
  sheet: SheetDefinition,
  { overflow }: Fit,
): AnswerProblem[] {
  const { title, pages: most = 1 } = sheet;
  const problems = overflow.flatMap(({ lines: total, cuts }) => {
    const named = cuts.slice(0, MOST_CUTS).map((cut) => ({ cut, params: paramsOf(cut) }));
    const all = named.length > 0 ? named : [{ cut: undefined, params: {} }];
    return all.map(({ cut, params }): AnswerProblem => {
      const at = (cut && answerWith(cut.text, resolved, sheet.id)) ?? firstOn(resolved, sheet.id);
      const given = { sheet: title, most, total, ...params };
      const message = overflowText(given, programme.locale);
      return { ...at, code: 'overflow', params: given, place: '', message, severity: 'block' };
    });
  });
  // An answer that is named twice is cut once, and what is left is named then.
  return problems.filter(({ path }, index) => problems.findIndex((one) => one.path === path) === index);
}

const paramsOf = ({ block, row, cell, letters, lines }: Cut) => ({ block, row, cell, letters, lines });

type At = Pick<AnswerProblem, 'path' | 'section'>;

/** The answer that is printed in a cell: the one with the same text. */
function answerWith(printed: string, { category, values }: ResolvedAnswers, sheet: string): At | undefined {
  const wanted = withoutBlanks(printed);
  for (const { id } of category.bySheet[sheet] ?? []) {
    const keys = keysOf(values[id], wanted);
    if (keys) return { path: `/${id}${pointer(...keys)}`, section: id };
  }
  return undefined;
}

const withoutBlanks = (text: string): string => text.replace(/\s/g, '');

/** The keys down to the first text that is the same but for its blanks. */
function keysOf(value: Json | undefined, wanted: string): string[] | undefined {
  if (typeof value === 'string') return withoutBlanks(value) === wanted ? [] : undefined;
  if (!Array.isArray(value) && !isObject(value)) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const below = keysOf(part, wanted);
    if (below) return [key, ...below];
  }
  return undefined;
}

function firstOn({ category }: ResolvedAnswers, sheet: string): At {
  const section = category.bySheet[sheet]?.[0]?.id ?? '';
  return { path: `/${section}`, section };
}
