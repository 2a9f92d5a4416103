import { Table, type TableColumnsType } from 'antd';
import { Link } from 'wouter';
import type { QueueRow } from '#renderer/api/index.ts';
import { useTimes } from '#renderer/frame/index.ts';
import { type ReviewWords, reviewWords, useWords } from '#renderer/locales/index.ts';
import { anyDiffers, summaryText, summaryTitles } from './columns.ts';
import { Hints } from './Hints.tsx';
import { ago } from './since.ts';
import type { Selection } from './useSelection.ts';

export type RowsProps = {
  rows: readonly QueueRow[];
  /** Absent where nothing can be done with many at once. */
  selection?: Selection | undefined;
  isUnread: (row: QueueRow) => boolean;
  pathOf: (row: QueueRow) => string;
};

/** The rows of a queue, dense; the name opens the case. */
export function QueueTable(props: RowsProps) {
  const { rows, selection } = props;
  const words = useWords(reviewWords);
  return (
    <Table<QueueRow>
      className="queue"
      size="small"
      rowKey="id"
      bordered
      pagination={false}
      dataSource={[...rows]}
      columns={columnsFor(props, words)}
      {...(selection && {
        rowSelection: {
          selectedRowKeys: selection.rows.map(({ id }) => id),
          onChange: (keys) => selection.set(keys.map(String)),
          getTitleCheckboxProps: () => ({ 'aria-label': words.selectAll }),
          getCheckboxProps: ({ name }) => ({ 'aria-label': words.select(name) }),
          columnWidth: 40,
        },
      })}
    />
  );
}

function columnsFor({ rows, isUnread, pathOf }: RowsProps, words: ReviewWords): TableColumnsType<QueueRow> {
  const all: (TableColumnsType<QueueRow>[number] & { shown?: boolean })[] = [
    {
      key: 'name',
      title: words.name,
      render: (_, row) => (
        <Link href={pathOf(row)} data-case={row.id} className={isUnread(row) ? 'name unread' : 'name'}>
          {row.name}
        </Link>
      ),
    },
    {
      key: 'organisation',
      title: words.organisation,
      dataIndex: 'organisation',
      shown: anyDiffers(rows, (row) => row.organisation),
    },
    { key: 'category', title: words.category, dataIndex: 'categoryTitle' },
    ...summaryTitles(rows, [words.name, words.organisation, words.category, words.state]).map((title) => ({
      key: `summary/${title}`,
      title,
      render: (_: unknown, row: QueueRow) => summaryText(row, title),
    })),
    { key: 'state', title: words.state, dataIndex: 'stateTitle' },
    {
      key: 'since',
      title: words.since,
      className: 'since',
      render: (_, row) => <Since at={row.since} />,
    },
    { key: 'hints', title: words.hints, render: (_, row) => <Hints row={row} unread={isUnread(row)} /> },
  ];
  return all.filter(({ shown }) => shown !== false).map(({ shown: _shown, ...column }) => column);
}

function Since({ at }: { at: string }) {
  const words = useWords(reviewWords);
  const { formatTime } = useTimes();
  return (
    <time dateTime={at} title={formatTime(at)}>
      {ago(at, Date.now(), words)}
    </time>
  );
}
