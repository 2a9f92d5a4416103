import { useCallback, useMemo, useState } from 'react';
import type { FileRef, RowRef } from '#core/model/index.ts';
import type { ActionView, CaseView } from '#renderer/api/index.ts';
import {
  anchorOf,
  ConflictDialog,
  focusAnchor,
  ProblemList,
  useOpenCase,
  useSnapshot,
} from '#renderer/form/index.ts';
import { useKeys } from '#renderer/frame/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import type { Begun } from '../events/index.ts';
import { Contents, inReadingOrder, ReaderProvider, Reading } from '../reading/index.ts';
import { Viewer } from '../viewer/index.ts';
import { sortActions } from './actions.ts';
import type { ListRef } from './caseLink.ts';
import { DecisionBar } from './DecisionBar.tsx';
import { OpinionList } from './OpinionList.tsx';
import { StrikeDialog } from './StrikeDialog.tsx';
import { useDecide } from './useDecide.ts';
import type { FileViewer } from './useFiles.ts';
import type { Neighbours } from './useNeighbours.ts';

type Props = {
  view: CaseView;
  list: ListRef | null;
  neighbours: Neighbours;
  viewer: FileViewer;
  begun: Begun;
};
type Striking = { action: ActionView; place: RowRef; index: number; isStruck: boolean };

/** Nobody opens what waits for the safety check, or did not pass it. */
const mayOpen = ({ state }: FileRef): boolean => state === undefined;

/** The opened case: opinions, answers, evidence, and the decision. */
export function CaseDesk({ view, list, neighbours, viewer, begun }: Props) {
  const { store, edition } = useOpenCase();
  const { route } = store.category.definition;
  const actions = useMemo(() => sortActions(view, edition, route), [view, edition, route]);
  const decide = useDecide({ view, list, neighbours, begun });
  const [striking, setStriking] = useState<Striking | null>(null);
  const values = useSnapshot(({ live }) => live.values);
  const files = useMemo(
    () => inReadingOrder(view.files.filter(mayOpen), store.category, values),
    [view.files, store, values],
  );
  const at = files.findIndex(({ id }) => id === viewer.shown);
  const step = useStep(files, at, viewer);
  const { strike, unstrike } = actions;
  const reader = useMemo(
    () => ({
      shown: viewer.shown,
      open: viewer.open,
      strike: (place: RowRef, index: number, struck: boolean) => {
        const action = struck ? unstrike : strike;
        return (
          action && {
            title: action.title,
            run: () => setStriking({ action, place, index, isStruck: struck }),
          }
        );
      },
    }),
    [viewer, strike, unstrike],
  );
  const file = files[at];
  return (
    <ReaderProvider value={reader}>
      <div className={file ? 'case-body beside' : 'case-body'}>
        <div className="case-text">
          <Contents />
          <OpinionList view={view} />
          <Notes />
          <Reading />
        </div>
        {file && <Viewer file={file} at={at} of={files.length} step={step} close={viewer.close} />}
      </div>
      <DecisionBar
        view={view}
        actions={actions}
        decide={decide}
        goesOn={list !== null && neighbours.next !== undefined}
        begun={begun}
      />
      {striking && (
        <StrikeDialog
          {...striking}
          route={route}
          view={view}
          decide={decide}
          close={() => setStriking(null)}
        />
      )}
      <ConflictDialog />
    </ReaderProvider>
  );
}

/** The next and the previous file, by button and by key. */
function useStep(files: CaseView['files'], at: number, { open }: FileViewer) {
  const words = useWords(reviewWords);
  const step = useCallback(
    (by: 1 | -1) => {
      const file = files[at < 0 ? 0 : at + by];
      if (!file) return;
      open(file);
      document.querySelector(`[data-file="${CSS.escape(file.id)}"]`)?.scrollIntoView({ block: 'nearest' });
    },
    [files, at, open],
  );
  const bindings = useMemo(
    () => [
      { key: 'j', title: words.nextFile, run: () => step(1) },
      { key: 'k', title: words.previousFile, run: () => step(-1) },
    ],
    [words, step],
  );
  useKeys(bindings);
  return step;
}

/** The problems of the answers, each a link to its field. */
function Notes() {
  const words = useWords(reviewWords);
  const problems = useSnapshot(({ live }) => live.problems);
  if (problems.length === 0) return null;
  return (
    <details className="notes">
      <summary>{words.warnings(problems.length)}</summary>
      <ProblemList
        problems={problems}
        hrefOf={(problem) => `#${anchorOf(problem)}`}
        onFollow={(problem) => focusAnchor(anchorOf(problem))}
      />
    </details>
  );
}
