import { createContext, useContext } from 'react';
import type { LoadedEdition, SourceFile } from '#core/model/index.ts';
import type { DraftView } from '#core/model/wire/index.ts';

/** What every room of a draft works on. */
type OpenDraft = {
  view: DraftView;
  /** The files as the page has them; those of the view are a moment younger where somebody else has just changed them. */
  files: SourceFile[];
  /** The cycle that the rooms show. */
  edition: LoadedEdition;
  cycle: string;
  isOpen: boolean;
  /** What the officer is at: the form and its section, shown in the preview beside the rooms. */
  target: Target;
  setTarget: (target: Target) => void;
};

/** A form and one of its sections. */
export type Target = { category?: string; section?: string };

export const DraftContext = createContext<OpenDraft | null>(null);

/** The draft that is open. Throws outside of one: that is a fault of the program. */
export function useOpenDraft(): OpenDraft {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error('A room of a draft stands outside of DraftContext');
  return draft;
}
