import { type CaseView, useCase } from '#renderer/api/index.ts';
import { ConflictDialog, OpenCase } from '#renderer/form/index.ts';
import { Failed, Frame, Loading } from '#renderer/frame/index.ts';
import { ApplicationFrame } from './ApplicationFrame.tsx';
import { RevealProvider } from './reveal.tsx';

/** An application, opened: read from the server, compiled, and shown page by page. */
export function Application({ id, page }: { id: string; page: string | undefined }) {
  const view = useCase(id);
  if (view.data) return <Opened view={view.data} page={page} />;
  return (
    <Frame>{view.isError ? <Failed error={view.error} retry={() => view.refetch()} /> : <Loading />}</Frame>
  );
}

function Opened({ view, page }: { view: CaseView; page: string | undefined }) {
  return (
    <RevealProvider>
      <OpenCase view={view}>
        <ApplicationFrame page={page} />
        <ConflictDialog />
      </OpenCase>
    </RevealProvider>
  );
}
