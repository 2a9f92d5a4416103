import type { SheetFit } from '#core/model/wire/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';

/** The cells that are named; whoever has to cut more comes back and is shown the next ones. */
const MOST = 6;

/** What has to be shortened so that a sheet fits, column by column. */
export function Cuts({ overflow }: { overflow: SheetFit['overflow'] }) {
  const words = useWords(applicantWords);
  return overflow.map(({ column, lines, cuts }) => (
    <div key={column}>
      {words.cutLines(lines)}
      <ul>
        {cuts.slice(0, MOST).map(({ block, row, cell, letters }) => (
          <li key={`${block} ${row} ${cell}`}>{words.cut(block, row, cell, letters)}</li>
        ))}
      </ul>
    </div>
  ));
}
