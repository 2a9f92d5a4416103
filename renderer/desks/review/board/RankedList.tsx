import { numberText } from '#core/vocabulary/index.ts';
import type { BatchView } from '#renderer/api/index.ts';
import { useNarrow, useTimes } from '#renderer/frame/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';

type RankingView = NonNullable<BatchView['ranking']>;
type Row = RankingView['rows'][number];

/** The queue in its order, with the line between those that go and the others, and what of the sum is used. */
export function RankedList({ ranking }: { ranking: RankingView }) {
  const words = useWords(reviewWords);
  const { sum, rows, more } = ranking;
  const narrow = useNarrow();
  const taken = rows.filter((row) => row.taken).length;
  return (
    <section className="section" aria-label={words.rankedTitle}>
      <h2>{words.rankedTitle}</h2>
      {sum && (
        <p>{words.rankedSum(sum.title, money(sum.used, sum), money(sum.upTo, sum), money(sum.left, sum))}</p>
      )}
      {narrow ? <Cards ranking={ranking} /> : <Table ranking={ranking} />}
      {more > 0 && <p className="quiet">{words.rankedMore(more)}</p>}
      {taken === rows.length && <p className="quiet">{words.rankedAll}</p>}
    </section>
  );
}

/** As the field of the sum writes it. */
const money = (value: number, { number }: NonNullable<RankingView['sum']>): string =>
  numberText(value, number ?? '');

function Table({ ranking }: { ranking: RankingView }) {
  const words = useWords(reviewWords);
  const { order, sum, rows } = ranking;
  const titles = [words.rank, words.name, words.organisation, ...order, ...(sum ? [sum.title] : [])];
  return (
    <table className="rows ranked">
      <thead>
        <tr>
          {titles.map((title, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
            <th scope="col" key={index}>
              {title}
            </th>
          ))}
          <th scope="col">{words.rankedHandedIn}</th>
          <th scope="col">{words.rankedGoes}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Line
            key={row.id}
            row={row}
            number={index + 1}
            isLast={isLastTaken(rows, index)}
            ranking={ranking}
          />
        ))}
      </tbody>
    </table>
  );
}

/** The line is drawn below this one. */
const isLastTaken = (rows: Row[], index: number): boolean =>
  rows[index]?.taken === true && rows[index + 1]?.taken === false;

type LineProps = { row: Row; number: number; isLast: boolean; ranking: RankingView };

function Line({ row, number, isLast, ranking }: LineProps) {
  const words = useWords(reviewWords);
  const values = writtenOf(row, ranking);
  return (
    <tr className={isLast ? 'last-taken' : undefined}>
      <td>{number}</td>
      <td>{row.name}</td>
      <td>{row.organisation}</td>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
        <td key={index}>{value ?? words.blank}</td>
      ))}
      <td>
        <HandedIn row={row} />
      </td>
      <td>{row.taken ? words.rankedTaken : words.rankedLeft}</td>
    </tr>
  );
}

/** Where nothing else puts it there, it says so. */
function HandedIn({ row: { handedIn, tied } }: { row: Row }) {
  const words = useWords(reviewWords);
  const { formatTime } = useTimes();
  return (
    <>
      {formatTime(handedIn)}
      {tied && <small className="quiet"> {words.rankedTied}</small>}
    </>
  );
}

function Cards({ ranking }: { ranking: RankingView }) {
  const words = useWords(reviewWords);
  const { order, sum, rows } = ranking;
  const titles = [...order, ...(sum ? [sum.title] : [])];
  return (
    <ol className="ranked">
      {rows.map((row, index) => (
        <li key={row.id} className={isLastTaken(rows, index) ? 'card last-taken' : 'card'}>
          <strong>{row.name}</strong> · {row.organisation} ·{' '}
          {row.taken ? words.rankedTaken : words.rankedLeft}
          <p className="quiet">
            {writtenOf(row, ranking)
              .map((value, at) => `${titles[at]} ${value ?? words.blank}`)
              .join(words.separator)}
            {words.separator}
            <HandedIn row={row} />
          </p>
        </li>
      ))}
    </ol>
  );
}

/** What the order and the sum read of a case, each as its field writes it. */
function writtenOf(row: Row, { numbers, sum }: RankingView): (string | null)[] {
  const values = row.values.map((value, at) =>
    typeof value === 'number' ? numberText(value, numbers[at] ?? '') : value,
  );
  if (!sum) return values;
  return [...values, row.amount === null ? null : money(row.amount, sum)];
}
