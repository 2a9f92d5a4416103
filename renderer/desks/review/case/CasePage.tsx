import { useEffect, useMemo } from 'react';
import { useSearch } from 'wouter';
import { type CaseView, isUnauthenticated, useCase, useSession } from '#renderer/api/index.ts';
import { OpenCase } from '#renderer/form/index.ts';
import { Failed, Frame, Loading, Page } from '#renderer/frame/index.ts';
import { type Begun, begunOf } from '../events/index.ts';
import { useSeen } from '../queue/seen.ts';
import { CaseDesk } from './CaseDesk.tsx';
import { CaseHead } from './CaseHead.tsx';
import { listOf } from './caseLink.ts';
import { useFiles } from './useFiles.ts';
import { useNeighbours } from './useNeighbours.ts';

/** A case, read and decided. It has the whole width: the text at the left, its evidence at the right. */
export function CasePage({ id }: { id: string }) {
  const list = listOf(useSearch());
  const neighbours = useNeighbours(id, list);
  const opened = useCase(id);
  const viewer = useFiles();
  const begun = useBegun(opened.data, id);
  useLoginAgain(opened.error);
  useRemember(opened.data);
  return (
    <Frame>
      {opened.data ? (
        <div className="case">
          <CaseHead view={opened.data} list={list} neighbours={neighbours} />
          <OpenCase view={opened.data}>
            <CaseDesk view={opened.data} list={list} neighbours={neighbours} viewer={viewer} begun={begun} />
          </OpenCase>
        </div>
      ) : (
        <Page>
          {opened.isError ? <Failed error={opened.error} retry={() => opened.refetch()} /> : <Loading />}
        </Page>
      )}
    </Frame>
  );
}

/** What this person has begun for events of the case in this round. */
function useBegun(view: CaseView | undefined, id: string): Begun {
  const owner = useSession().data?.user.id ?? '';
  const round = view?.state.context.round ?? 0;
  return useMemo(() => begunOf(`case/${owner}/${id}/${round}`), [owner, id, round]);
}

/** The case counts as read from now on. */
function useRemember(view: CaseView | undefined): void {
  const { see } = useSeen();
  const round = view?.state.context.round;
  const id = view?.id;
  useEffect(() => {
    if (id !== undefined && round !== undefined) see(id, round);
  }, [id, round, see]);
}

/** A session that has ended is asked for again at the same address. */
function useLoginAgain(error: unknown): void {
  const { refetch } = useSession();
  const loggedOut = isUnauthenticated(error);
  useEffect(() => {
    if (loggedOut) void refetch();
  }, [loggedOut, refetch]);
}
