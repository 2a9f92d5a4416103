import { type CaseView, sheetUrl } from '#renderer/api/index.ts';
import { PrintButton, SheetLink, useOpenCase } from '#renderer/form/index.ts';
import { Empty, Page } from '#renderer/frame/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';
import { Overrun } from './sheets/Overrun.tsx';
import { Settings } from './sheets/Settings.tsx';
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
  const { settings, paper, fit } = edition.definition.sheets.find(({ id }) => id === sheet.id) ?? {};
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
      <Overrun sheet={sheet.id} title={sheet.title} />
      {settings && Object.keys(settings).length > 0 && (
        <Settings sheet={sheet} schemas={settings} fit={fit} />
      )}
    </>
  );
}
