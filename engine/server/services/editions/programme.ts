import { languagesOf, validEntries } from '#core/compile/index.ts';
import type { CategoryDefinition, CompiledEdition } from '#core/model/index.ts';
import type { ProgrammeView } from '#core/model/wire/index.ts';
import { languages } from '#core/vocabulary/index.ts';
import type { Services } from '#server/services/ground/index.ts';

/** What a visitor needs before logging in. */
export async function programmeView(services: Services): Promise<ProgrammeView> {
  const edition = await services.editions.current();
  const { programme, edition: settings, categories } = edition.definition;
  const { id, title, year } = settings.cycle;
  const window = await services.editions.window(services.db, edition);
  const concrete = categories.filter((category) => !category.abstract);
  return {
    id: programme.id,
    title: programme.title,
    shortTitle: programme.shortTitle ?? programme.title,
    locale: programme.locale,
    languages: languagesOf(edition).map((id) => ({ id, title: languages[id] ?? id })),
    timeZone: programme.timeZone,
    cycle: { id, title, year, ...window },
    edition: edition.hash,
    password: {
      minLength: programme.password.minLength,
      classes: programme.password.classes,
      questions: questionsOf(edition),
    },
    accountForms: concrete.flatMap(formView),
    categories: concrete.filter((category) => !category.account).map(titled),
    attests: Object.values(edition.sheets).some(({ attest }) => attest !== undefined),
  };
}

const titled = ({ id, title, description = '' }: CategoryDefinition) => ({ id, title, description });

const formView = (category: CategoryDefinition): ProgrammeView['accountForms'] =>
  category.account ? [{ ...titled(category), makes: category.account.makes }] : [];

/** The security questions that may be chosen in this cycle. */
export function questionsOf(edition: CompiledEdition): { code: string; title: string }[] {
  const { programme, edition: settings } = edition.definition;
  const list = edition.codes[programme.password.questions];
  if (!list) return [];
  return validEntries(list, settings.cycle.asOf).map(({ code, title }) => ({ code, title }));
}
