import { type ReactNode, useMemo } from 'react';
import type { CompiledCategory, CompiledEdition } from '#core/model/index.ts';
import type { CaseView } from '#renderer/api/index.ts';
import { createEngine } from './store/engine.ts';
import type { Live } from './store/live.ts';
import { WithEdition } from './WithEdition.tsx';

type Draw = (live: Live, category: CompiledCategory) => ReactNode;

/** What follows from a case's stored answers, for screens that show a case without opening it. */
export function ReadCase({ view, children }: { view: CaseView; children: Draw }) {
  return (
    <WithEdition hash={view.edition} category={view.category} waiting={null}>
      {(edition) => (
        <Computed view={view} edition={edition}>
          {children}
        </Computed>
      )}
    </WithEdition>
  );
}

type ComputedProps = { view: CaseView; edition: CompiledEdition; children: Draw };

function Computed({ view, edition, children }: ComputedProps) {
  const category = edition.categories[view.category];
  if (!category) throw new Error(`edition ${edition.hash} has no category ${view.category}`);
  const live = useMemo(() => {
    const { category: id, files, strikes, facts } = view;
    const values = Object.entries(view.sections).map(([section, record]) => [section, record.value] as const);
    const application = { category: id, sections: Object.fromEntries(values), files, strikes };
    return createEngine(edition, id, view.roles).live(application, facts);
  }, [view, edition]);
  return children(live, category);
}
