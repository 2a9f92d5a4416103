import { useOpenCase } from '#renderer/form/index.ts';
import { ReturnedBanner } from './ReturnedBanner.tsx';
import { useChanged } from './useChanged.ts';

/** The banner of a returned application that is open, with what has been changed in it since. */
export function OpenReturned() {
  const { store } = useOpenCase();
  const changed = useChanged();
  const titles = store.category.sections.flatMap(({ definition }) =>
    changed.has(definition.id) ? [definition.title] : [],
  );
  return <ReturnedBanner view={store.view} changed={titles} />;
}
