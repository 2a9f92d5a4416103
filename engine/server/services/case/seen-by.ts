import { maySeeAt, seenAnswers, seenValue } from '#core/evaluate/index.ts';
import { segmentsOf } from '#core/json/index.ts';
import type { AnswerProblem, Application, JsonObject } from '#core/model/index.ts';
import type { SectionRecord } from '#core/model/wire/index.ts';
import type { LoadedCase } from './loaded-case.ts';

/** Answers as records without what somebody in these roles may not see. */
export function seenSections(
  { category }: LoadedCase,
  sections: Record<string, SectionRecord>,
  roles: string[],
): Record<string, SectionRecord> {
  const seen = Object.entries(sections).flatMap(([id, record]) => {
    const section = category.bySection[id];
    if (section === undefined) return [[id, record] as const];
    if (!maySeeAt(section, undefined, roles)) return [];
    return [[id, { ...record, value: seenValue(section, record.value, roles) }] as const];
  });
  return Object.fromEntries(seen);
}

/** An application as somebody in these roles may see it, answers and files; itself where nothing is taken out. */
export function seenApplication(
  loaded: Pick<LoadedCase, 'category'>,
  application: Application,
  roles: string[],
): Application {
  const sections = seenAnswers(loaded.category, application.sections, roles);
  const files = application.files.filter(({ section }) => seesPlace(loaded, `/${section}`, roles));
  const seesAll = files.length === application.files.length && isSame(sections, application.sections);
  // What was made of the application holds for them too.
  return seesAll ? application : { ...application, sections, files };
}

const isSame = (one: JsonObject, other: JsonObject): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([id, value]) => other[id] === value);

/** Problems at places that somebody in these roles may see. */
export const seenProblems = (
  loaded: LoadedCase,
  problems: AnswerProblem[],
  roles: string[],
): AnswerProblem[] => problems.filter(({ path }) => seesPlace(loaded, path, roles));

/** Whether somebody in these roles may see what a pointer from the section on names. */
export function seesPlace(
  { category }: Pick<LoadedCase, 'category'>,
  path: string,
  roles: string[],
): boolean {
  const [id = '', field] = segmentsOf(path);
  const section = category.bySection[id];
  return section === undefined || maySeeAt(section, field, roles);
}
