import type { MadeExample } from '#core/draft/index.ts';
import { isObject, type Json } from '#core/json/index.ts';
import type { CompiledCategory } from '#core/model/index.ts';
import type { ExampleView } from '#core/model/wire/index.ts';
import { titleAt } from './causes.ts';

type Line = ExampleView['lines'][number];

/** What stands in an example, answer by answer, in the titles of the form. */
export function linesOf(
  category: CompiledCategory,
  { sections, applicant = {}, unit = {} }: MadeExample['example'],
): Line[] {
  const own = leavesOf(sections).map(({ path, value }) => ({
    of: 'application' as const,
    place: titleAt(category, path),
    value,
  }));
  const others = Object.entries({ applicant, unit } as const).flatMap(([of, answers]) =>
    leavesOf(answers).map(({ path, value }) => ({
      of: of as 'applicant' | 'unit',
      place: path.slice(1).replaceAll('/', ' · '),
      value,
    })),
  );
  return [...own, ...others];
}

function leavesOf(value: Json, path = ''): { path: string; value: string }[] {
  if (Array.isArray(value)) return value.flatMap((part, index) => leavesOf(part, `${path}/${index}`));
  if (isObject(value))
    return Object.entries(value).flatMap(([key, part]) => leavesOf(part, `${path}/${key}`));
  return value === null ? [] : [{ path, value: String(value) }];
}
