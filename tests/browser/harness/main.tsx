import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppProviders } from '#renderer/AppProviders.tsx';
import { createQueryClient, useCase } from '#renderer/api/index.ts';
import { ConflictDialog, OpenCase, SaveLine, Section } from '#renderer/form/index.ts';
import '#renderer/frame/frame.css';
import '#renderer/form/form.css';

const ALL = ['person', 'study', 'work', 'times', 'papers'];
const shown = new URLSearchParams(window.location.search).get('show')?.split(',') ?? ALL;

/** Sections of one case on a page, over the same HTTP calls that the desks make. */
function Harness() {
  const view = useCase('c1').data;
  if (!view) return null;
  return (
    <div className="frame">
      <main className="page">
        <h1>Harness</h1>
        <OpenCase view={view}>
          <SaveLine />
          {shown.map((id) => (
            <Section key={id} id={id} />
          ))}
          <ConflictDialog />
        </OpenCase>
      </main>
    </div>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <AppProviders locale="en">
        <Harness />
      </AppProviders>
    </QueryClientProvider>
  </StrictMode>,
);
