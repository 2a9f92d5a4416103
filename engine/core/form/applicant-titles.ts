import type { CategoryDefinition, Definition } from '#core/model/index.ts';

/**
 * What the programme calls those who file these forms, each title once: the roles that their registrations give and
 * that may apply; of a registration itself the role that it gives. Where no registration gives one: every role that
 * may apply.
 */
export function applicantTitles(definition: Definition, categories: readonly CategoryDefinition[]): string[] {
  const { roles } = definition.programme;
  const applying = roles.filter(({ abilities }) => abilities.includes('apply')).map(({ id }) => id);
  const given = categories.flatMap((category) => rolesFor(category, definition.categories, applying));
  const titlesOf = (ids: string[]) => roles.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
  const titles = titlesOf(given);
  return [...new Set(titles.length > 0 ? titles : titlesOf(applying))];
}

function rolesFor(
  { account, applicant = 'person' }: CategoryDefinition,
  forms: readonly CategoryDefinition[],
  applying: string[],
): string[] {
  if (account) return [account.role];
  const given = forms.flatMap((form) => (form.account?.makes === applicant ? [form.account.role] : []));
  return given.filter((role) => applying.includes(role));
}
