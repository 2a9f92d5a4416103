import { Button } from 'antd';
import { useState } from 'react';
import type { Replay } from '#core/model/wire/index.ts';
import { replayWords, useWords } from '#renderer/locales/index.ts';
import { ReplayedCases } from './ReplayedCases.tsx';

type Line = NonNullable<Replay['report']>['lines'][number];
type Opened = { line: string; category?: string };

/** What becomes otherwise, by its cause and by form; a number leads to its applications. */
export function LineTable({ id, lines, mayReplay }: { id: string; lines: Line[]; mayReplay: boolean }) {
  const words = useWords(replayWords);
  const [opened, open] = useState<Opened | null>(null);
  return (
    <div className="replay-lines">
      <table className="draft-table" aria-label={words.table}>
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.cause}</th>
            <th scope="col">{words.cases}</th>
            <th scope="col">{words.categories}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row
              key={line.key}
              id={id}
              line={line}
              opened={opened?.line === line.key ? opened : null}
              open={mayReplay ? open : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = {
  id: string;
  line: Line;
  opened: Opened | null;
  /** Null where the reader sees numbers alone. */
  open: ((opened: Opened | null) => void) | null;
};

function Row({ id, line, opened, open }: RowProps) {
  const words = useWords(replayWords);
  const cause = causeText(line, words.codes);
  const numberOf = (cases: number | null, of: Opened, title: string) =>
    open ? (
      <Button
        type="link"
        size="small"
        aria-expanded={opened !== null && opened.category === of.category}
        aria-label={words.open(words.count(cases), title)}
        onClick={() => open(of)}
      >
        {words.count(cases)}
      </Button>
    ) : (
      words.count(cases)
    );
  return (
    <>
      <tr>
        <td>{words.kinds[line.kind]}</td>
        <td>
          {line.place !== '' && <span className="quiet">{line.place}</span>} {cause}
          {line.source !== '' && <div className="quiet">{words.clause(line.source)}</div>}
        </td>
        <td>{numberOf(line.cases, { line: line.key }, cause)}</td>
        <td>
          <ul>
            {line.categories.map((one) => (
              <li key={one.id}>
                {one.title}{' '}
                {numberOf(one.cases, { line: line.key, category: one.id }, `${cause}（${one.title}）`)}
              </li>
            ))}
          </ul>
        </td>
      </tr>
      {opened && (
        <tr>
          <td colSpan={4}>
            <ReplayedCases id={id} of={opened} title={cause} close={() => open?.(null)} />
          </td>
        </tr>
      )}
    </>
  );
}

const causeText = ({ code, message }: Line, codes: Record<string, string>): string =>
  message === '' ? (codes[code] ?? code) : message;
