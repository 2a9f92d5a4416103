import { recordSchema } from '#core/form/index.ts';
import type { CategoryDefinition, SectionDefinition } from '#core/model/index.ts';

/** A section that a field may come to, and the forms that would lose the field because they do not have that section. */
type Target = { id: string; title: string; without: string[] };

/** The sections to which a field of a form may move: forms too, of the same sort of form, without a field of its name. */
export function targetsFor(
  categories: readonly CategoryDefinition[],
  section: SectionDefinition,
  field: string,
): Target[] {
  const isAccount = (one: CategoryDefinition) => one.account !== undefined;
  const users = categories.filter((one) => one.sections.some(({ id }) => id === section.id));
  const alike = categories.filter((one) => users.some((user) => isAccount(user) === isAccount(one)));
  const found = new Map<string, SectionDefinition>();
  for (const one of alike.flatMap((category) => category.sections))
    if (!found.has(one.id)) found.set(one.id, one);
  return [...found.values()]
    .filter(({ id, kind }) => kind === 'form' && id !== section.id)
    .filter((one) => !Object.hasOwn(recordSchema(one).properties ?? {}, field))
    .map(({ id, title }) => ({
      ...{ id, title },
      without: users.filter((user) => !user.sections.some((one) => one.id === id)).map((user) => user.title),
    }));
}
