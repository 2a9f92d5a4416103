import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { CompiledEdition, JsonObject } from '#core/model/index.ts';
import { numberText } from '#core/vocabulary/index.ts';
import {
  type ActionView,
  type BatchRef,
  type BatchView,
  fireBatch,
  type QueueMenu,
  type QueueRef,
  queuesKey,
  useBatch,
  useProgramme,
  useQueue,
} from '#renderer/api/index.ts';
import { Empty, Failed, Loading, Page, useNotify } from '#renderer/frame/index.ts';
import { type ReviewWords, reviewWords, useWords } from '#renderer/locales/index.ts';
import { queueOf, queuePath } from '#renderer/staff/index.ts';
import { EventDialog, useBareFacts, useEdition, whoOf } from '../events/index.ts';
import { Blockers } from './Blockers.tsx';
import { RankedList } from './RankedList.tsx';

type Props = { menu: QueueMenu; place: QueueRef; event: string };

/** The overview before a batch: the queue's numbers, the cases that block it, and the one button. */
export function BoardPage({ menu, place, event }: Props) {
  const words = useWords(reviewWords);
  const found = queueOf(menu, place);
  const action = found?.queue.batches.find((batch) => batch.event === event);
  const batch = { route: place.route, event, cycle: found?.route.cycle ?? '' };
  const board = useBatch(batch, found !== undefined);
  if (!action)
    return (
      <Page>
        <Empty>{words.empty}</Empty>
      </Page>
    );
  return (
    <Page
      title={`${action.title} · ${words.board}`}
      aside={<Link href={queuePath(place)}>{words.backToQueue}</Link>}
      actions={board.data && <Go board={board.data} action={action} batch={batch} place={place} />}
    >
      {board.isPending && <Loading />}
      {board.isError && <Failed error={board.error} retry={() => board.refetch()} />}
      {board.data && <Board board={board.data} />}
    </Page>
  );
}

function Board({ board }: { board: BatchView }) {
  const words = useWords(reviewWords);
  const refusal = refusalOf(board, words);
  return (
    <>
      <Alert
        type={board.allowed ? 'success' : 'warning'}
        showIcon
        title={board.allowed ? words.ready(board.count) : refusal}
      />
      <dl className="aggregates">
        {board.aggregates.map(({ id, title, number, value }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>{numberText(value, number ?? '')}</dd>
          </div>
        ))}
      </dl>
      {board.blockers.length > 0 && <Blockers blockers={board.blockers} />}
      {board.ranking && <RankedList ranking={board.ranking} />}
    </>
  );
}

function refusalOf({ count, message, ranking }: BatchView, words: ReviewWords): string {
  if (ranking?.refusal) return words.unranked[ranking.refusal];
  if (count > 0 || message !== '') return message || words.notReady;
  return ranking && ranking.rows.length > 0 ? words.rankedNone : words.nobodyToSend;
}

type GoProps = { board: BatchView; action: ActionView; batch: BatchRef; place: QueueRef };

function Go(props: GoProps) {
  const { board, action, place } = props;
  const [asked, setAsked] = useState(false);
  const programme = useProgramme().data;
  const sample = useQueue(place, '').data?.[0];
  const { edition } = useEdition(
    programme?.edition ?? '',
    sample?.category ?? programme?.categories[0]?.id ?? '',
  );
  return (
    <>
      <Button
        type="primary"
        danger={action.danger}
        disabled={!board.allowed || !edition}
        onClick={() => setAsked(true)}
      >
        {`${action.title} (${board.count})`}
      </Button>
      {asked && edition && <Confirm {...props} edition={edition} close={() => setAsked(false)} />}
    </>
  );
}

function Confirm({
  board,
  action,
  batch,
  place,
  edition,
  close,
}: GoProps & { edition: CompiledEdition; close: () => void }) {
  const words = useWords(reviewWords);
  const client = useQueryClient();
  const notify = useNotify();
  const [, navigate] = useLocation();
  const queued = useQueue(place, '').data ?? [];
  const rows = board.ranking?.rows.filter(({ taken }) => taken) ?? queued;
  const facts = useBareFacts(edition);
  const fire = async (input: JsonObject) => {
    try {
      const fired = await fireBatch(batch, {
        confirmCount: board.count,
        ...(board.ranking && { seen: board.ranking.seen }),
        ...(action.input ? { input } : {}),
      });
      notify.success(words.done(action.title, fired.cases.length));
      navigate(queuePath(place));
    } finally {
      await client.invalidateQueries({ queryKey: queuesKey });
    }
  };
  return (
    <EventDialog
      edition={edition}
      route={place.route}
      action={action}
      who={whoOf(rows, words, board.count)}
      facts={facts}
      fire={fire}
      close={close}
    />
  );
}
