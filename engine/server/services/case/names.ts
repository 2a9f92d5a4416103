import { applicantTitles } from '#core/form/index.ts';
import type { CaseNames, CompiledCategory } from '#core/model/index.ts';
import { holdersOf } from '#core/route/index.ts';
import { loading, type Tx } from '#server/store/index.ts';
import type { LoadedCase } from './loaded-case.ts';
import { readsPath } from './reads-path.ts';

type NamedCase = Pick<LoadedCase, 'edition' | 'category' | 'route' | 'state'>;

/** What people call the form of a case, whoever holds it, and the organisations at its desks. */
export async function namesOf(tx: Tx, loaded: NamedCase): Promise<CaseNames> {
  const { id, title } = loaded.category.definition;
  return { category: { id, title }, desk: holderOf(loaded), names: await organisationsOf(tx, loaded) };
}

const APPLICANTS = new WeakMap<CompiledCategory, string[]>();

/** Found once for all who file this form. */
function applicantsOf({ edition, category }: NamedCase): string[] {
  const known = APPLICANTS.get(category) ?? applicantTitles(edition.definition, [category.definition]);
  APPLICANTS.set(category, known);
  return known;
}

function holderOf(one: NamedCase): CaseNames['desk'] {
  const { route, state } = one;
  const { desks } = route.definition;
  const titles = holdersOf(route, state).flatMap((holder) =>
    holder === 'applicant' ? applicantsOf(one) : (desks[holder]?.title ?? []),
  );
  return titles.length === 0 ? null : { title: titles.join(' / ') };
}

async function organisationsOf(tx: Tx, { edition, state }: NamedCase): Promise<CaseNames['names']> {
  if (!readsPath(edition, 'case.names')) return {};
  const found = await Promise.all(
    Object.entries(state.context.desks).map(async ([desk, id]): Promise<[string, string][]> => {
      const unit = id === null ? null : await loading.organisation(tx, id);
      return unit ? [[desk, unit.name]] : [];
    }),
  );
  return Object.fromEntries(found.flat());
}
