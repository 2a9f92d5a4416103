import { useState } from 'react';
import { type CaseView, sheetUrl } from '#renderer/api/index.ts';
import {
  FrozenPrints,
  PrintButton,
  PrintSettings,
  SheetLink,
  useIsFrozen,
  useOpenCase,
} from '#renderer/form/index.ts';
import { Empty, Page } from '#renderer/frame/index.ts';
import { applicantWords, printSettingsWords, useWords } from '#renderer/locales/index.ts';
import { Overrun } from './sheets/Overrun.tsx';
import { usePageTitle } from './usePageTitle.ts';

type Sheet = CaseView['sheets'][number];

/** Every sheet of the application, as a page and as a PDF, and how each is printed. */
export function SheetsPage() {
  const words = useWords(applicantWords);
  const title = usePageTitle('sheets');
  const { store } = useOpenCase();
  const { sheets } = store.view;
  return (
    <Page title={title}>
      {sheets.length === 0 && <Empty>{words.noSheets}</Empty>}
      <ul className="sheets">
        {sheets.map((sheet) => (
          <li key={sheet.id}>
            <OneSheet sheet={sheet} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function OneSheet({ sheet }: { sheet: Sheet }) {
  const words = useWords(applicantWords);
  const { edition, store } = useOpenCase();
  const names = { html: words.html, pdf: words.pdf };
  const { settings, paper } = edition.definition.sheets.find(({ id }) => id === sheet.id) ?? {};
  return (
    <>
      <h2>{sheet.title}</h2>
      <span className="quiet">
        {paper && words.paper(paper.size, paper.orientation, paper.nUp !== undefined)}
      </span>
      {sheet.formats.map((format) => (
        <SheetLink key={format} sheet={sheet.id} format={format} label={`${sheet.title} ${names[format]}`}>
          {names[format]}
        </SheetLink>
      ))}
      {sheet.formats.includes('html') && (
        <PrintButton
          url={sheetUrl(store.view.id, sheet.id, 'html')}
          title={sheet.title}
          ready={() => store.flush()}
        />
      )}
      <Overrun sheet={sheet.id} title={sheet.title} isTitled />
      {sheet.freezes && <FrozenPrints caseId={store.view.id} sheet={sheet.id} />}
      {settings && Object.keys(settings).length > 0 && <Settings sheet={sheet} />}
    </>
  );
}

/** How it is printed, folded away until somebody wants it otherwise; of a sheet that is frozen nothing can be set. */
function Settings({ sheet }: { sheet: Sheet }) {
  const words = useWords(printSettingsWords);
  const { store } = useOpenCase();
  const [open, setOpen] = useState(false);
  const isFrozen = useIsFrozen(store.view.id, sheet.id);
  if (isFrozen) return <p className="quiet settings">{words.frozen}</p>;
  return (
    <details className="settings" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={`${sheet.title} ${words.title}`}>{words.title}</summary>
      {open && <PrintSettings caseId={store.view.id} sheet={sheet} />}
    </details>
  );
}
