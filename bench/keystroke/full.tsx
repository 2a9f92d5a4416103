import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { AppProviders } from '#renderer/AppProviders.tsx';
import { createQueryClient, useCase } from '#renderer/api/index.ts';
import { OpenCase, SaveLine, Section } from '#renderer/form/index.ts';
import '#renderer/frame/frame.css';
import '#renderer/form/form.css';

/** Every section of a full application on one page: more than any desk ever shows at once. */
function Full() {
  const view = useCase('c1').data;
  if (!view) return null;
  return (
    <div className="frame">
      <OpenCase view={view}>
        <SaveLine />
        {Object.keys(view.sections).map((id) => (
          <Section key={id} id={id} />
        ))}
      </OpenCase>
    </div>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('full.html has no element #root');
createRoot(root).render(
  <QueryClientProvider client={createQueryClient()}>
    <AppProviders locale="en">
      <Full />
    </AppProviders>
  </QueryClientProvider>,
);
