import type { JsonObject } from '#core/json/index.ts';
import { sheetWords, useWords } from '#renderer/locales/index.ts';

/** How a sheet that is made to fit came out, as the server says in the page. */
export type ShownFit = {
  settings: JsonObject;
  share: number;
  columns: { column: number; lines: number }[];
};

/** The size of letters that was chosen, and how much of the page is taken; or what does not fit. */
export function FitNote({
  fit: { settings, share, columns },
  fontSize,
}: {
  fit: ShownFit;
  fontSize: string;
}) {
  const words = useWords(sheetWords);
  if (columns.length > 0)
    return (
      <p className="problem" role="status">
        {words.tooLong(columns.map(({ column, lines }) => words.tooLongPart(column, lines)))}
      </p>
    );
  return (
    <p className="quiet" role="status">
      {words.fits(String(settings[fontSize] ?? ''), Math.round(share * 100))}
    </p>
  );
}

/** What the page says of its fit; null of a sheet that is not made to fit. */
export function fitIn(page: Document): ShownFit | null {
  const text = page.querySelector('meta[name="fit"]')?.getAttribute('content');
  return text ? (JSON.parse(text) as ShownFit) : null;
}
