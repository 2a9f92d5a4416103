import { Button, Input, type InputRef } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { type ActionView, type QueueMenu, type QueueRef, useQueue } from '#renderer/api/index.ts';
import { Empty, Failed, Loading, Page, useNarrow, useSearchInAddress } from '#renderer/frame/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { type QueueView, queueOf, queuePath, refOf, titleOf } from '#renderer/staff/index.ts';
import { casePath } from '../case/caseLink.ts';
import { ExportButtons } from '../export/index.ts';
import { BulkBar } from './BulkBar.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import { PrintButton } from './PrintButton.tsx';
import { QueueCards } from './QueueCards.tsx';
import { QueueTable } from './QueueTable.tsx';
import { useSeen } from './seen.ts';
import { useReturn, useRowKeys } from './useRowKeys.ts';
import { useSelection } from './useSelection.ts';

type Props = { menu: QueueMenu; place: QueueRef };

/** One queue: its rows, actions on selected rows, and batches. */
export function QueuePage({ menu, place }: Props) {
  const words = useWords(reviewWords);
  const found = queueOf(menu, place);
  if (!found)
    return (
      <Page>
        <Empty>{words.empty}</Empty>
      </Page>
    );
  return <OneQueue group={found.route} title={titleOf(menu, found.route)} view={found.queue} />;
}

type QueueProps = { group: QueueMenu[number]; title: string; view: QueueView };

function OneQueue({ group, title, view }: QueueProps) {
  const words = useWords(reviewWords);
  const narrow = useNarrow();
  const [, navigate] = useLocation();
  const { wanted: text, input } = useSearchInAddress('text');
  const place = refOf(group, view.id);
  const page = useQueue(place, text);
  const rows = page.data ?? [];
  const bulk = view.events.filter((action) => action.bulk);
  const all = useSelection(rows);
  const selection = bulk.length > 0 || group.sheets.length > 0 ? all : undefined;
  const { isSeen } = useSeen();
  const [asked, setAsked] = useState<ActionView | null>(null);
  const search = useRef<InputRef>(null);
  const find = useCallback(() => search.current?.focus(), []);
  useRowKeys({ search: find, toggle: selection?.toggle, enabled: asked === null });
  useReturn(rows.length > 0);
  const Rows = narrow ? QueueCards : QueueTable;
  return (
    <Page title={view.title} aside={title}>
      <div className="toolbar">
        <Input.Search
          ref={search}
          allowClear
          {...input}
          placeholder={words.search}
          aria-label={words.search}
          maxLength={100}
        />
        <span className="spring" />
        <PrintButton sheets={group.sheets} place={place} selected={all.rows} />
        <ExportButtons rosters={group.rosters} queue={view.id} cycle={group.cycle} />
        {view.batches.map((batch) => (
          <Button
            key={batch.event}
            type={batch.primary ? 'primary' : 'default'}
            onClick={() => navigate(queuePath(place, batch.event))}
          >
            {batch.title}
          </Button>
        ))}
      </div>
      {page.isPending && <Loading />}
      {page.isError && rows.length === 0 && <Failed error={page.error} retry={() => page.refetch()} />}
      {page.isSuccess && rows.length === 0 && (
        <Empty>{text ? words.noMatch(text) : view.empty || words.empty}</Empty>
      )}
      {rows.length > 0 && (
        <Rows
          rows={rows}
          selection={selection}
          isUnread={(row) => !isSeen(row.id, row.round)}
          pathOf={(row) => casePath(row.id, { ...place, text })}
        />
      )}
      {rows.length > 0 && (
        <div className="table-foot">
          {page.hasNextPage && (
            <Button onClick={() => page.fetchNextPage()} loading={page.isFetchingNextPage}>
              {page.isFetchingNextPage ? words.loadingMore : words.more}
            </Button>
          )}
          <span className="quiet" role="status">
            {page.hasNextPage ? words.listSoFar(rows.length) : words.listEnd(rows.length)}
          </span>
        </div>
      )}
      {selection && <BulkBar selection={selection} shown={rows} actions={bulk} choose={setAsked} />}
      {asked && (
        <BulkDialog
          route={group.route}
          action={asked}
          selected={all.rows}
          atOnce={group.atOnce}
          close={() => setAsked(null)}
          done={all.clear}
        />
      )}
    </Page>
  );
}
