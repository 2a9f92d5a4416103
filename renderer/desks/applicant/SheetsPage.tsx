import { sheetUrl } from '../../api/index.ts';
import { useOpenCase } from '../../form/index.ts';
import { Empty, Page } from '../../frame/index.ts';
import { applicantWords, useWords } from '../../locales/index.ts';
import { usePageTitle } from './usePageTitle.ts';

/** Every sheet of the application, as a page and as a PDF. */
export function SheetsPage() {
  const words = useWords(applicantWords);
  const title = usePageTitle('sheets');
  const { store } = useOpenCase();
  const { sheets, id } = store.view;
  const names = { html: words.html, pdf: words.pdf };
  return (
    <Page title={title}>
      {sheets.length === 0 && <Empty>{words.noSheets}</Empty>}
      <ul className="sheets">
        {sheets.map((sheet) => (
          <li key={sheet.id}>
            <span>{sheet.title}</span>
            {sheet.formats.map((format) => (
              <a
                key={format}
                href={sheetUrl(id, sheet.id, format)}
                target="_blank"
                rel="noreferrer"
                aria-label={`${sheet.title} ${names[format]}`}
                onPointerDown={() => void store.flush()}
              >
                {names[format]}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </Page>
  );
}
