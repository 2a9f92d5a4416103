import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { useReplayedCases, useSession } from '#renderer/api/index.ts';
import { Failed, Loading } from '#renderer/frame/index.ts';
import { exampleWords, replayWords, sideWords, useWords } from '#renderer/locales/index.ts';
import { ExampleForm } from './ExampleForm.tsx';

type Props = { id: string; of: { line: string; category?: string }; title: string; close: () => void };

/** The applications behind a number, each with the way to it for whoever reviews. */
export function ReplayedCases({ id, of, title, close }: Props) {
  const words = useWords(replayWords);
  const example = useWords(exampleWords);
  const side = useWords(sideWords);
  const [made, make] = useState<string>();
  const reviews = useSession().data?.user.abilities.includes('review') ?? false;
  const pages = useReplayedCases(id, of);
  if (pages.isError) return <Failed error={pages.error} retry={() => pages.refetch()} />;
  if (!pages.data) return <Loading />;
  const rows = pages.data.pages.flatMap((page) => page.rows);
  return (
    <section className="replay-cases" aria-label={words.list(title)}>
      <ul>
        {rows.map((row) => (
          <li key={row.case}>
            {reviews ? <Link href={`/cases/${row.case}`}>{row.name || row.case}</Link> : row.name || row.case}{' '}
            <Link
              href={`/policy/replays/compare/${id}/${row.case}`}
              aria-label={side.compareOf(row.name || row.case)}
            >
              {side.compare}
            </Link>{' '}
            <Button
              size="small"
              aria-label={example.makeOf(row.name || row.case)}
              aria-expanded={made === row.case}
              onClick={() => make(row.case)}
            >
              {example.make}
            </Button>
            {made === row.case && (
              <ExampleForm
                key={row.case}
                replay={id}
                of={{ case: row.case, line: of.line }}
                cause={title}
                close={() => make(undefined)}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="change-buttons">
        {pages.hasNextPage && (
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {words.more}
          </Button>
        )}
        <Button onClick={close}>{words.hide}</Button>
      </div>
    </section>
  );
}
