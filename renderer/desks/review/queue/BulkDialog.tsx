import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { Alert, Modal } from 'antd';
import { useState } from 'react';
import type { CompiledEdition, JsonObject } from '#core/model/index.ts';
import {
  type ActionView,
  fireMany,
  isConflict,
  type QueuePage,
  type QueueRow,
  queuesKey,
  useProgramme,
} from '#renderer/api/index.ts';
import { Failed, Loading, useNotify } from '#renderer/frame/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { EventDialog, useBareFacts, useEdition, whoOf } from '../events/index.ts';

type Props = {
  route: string;
  action: ActionView;
  selected: readonly QueueRow[];
  /** The server takes this many cases in one call. */
  atOnce: number;
  close: () => void;
  done: () => void;
};

/** One event for many cases, all or none. Cases that do not offer it now are named and left unchanged. */
export function BulkDialog(props: Props) {
  const words = useWords(reviewWords);
  const programme = useProgramme().data;
  const [category] = useState(props.selected[0]?.category ?? '');
  const { edition, error } = useEdition(programme?.edition ?? '', category);
  if (edition) return <Ready {...props} edition={edition} />;
  return (
    <Modal
      open
      title={props.action.title}
      footer={null}
      onCancel={props.close}
      closable={{ 'aria-label': words.cancel }}
    >
      {error ? <Failed error={error} retry={props.close} /> : <Loading />}
    </Modal>
  );
}

function Ready({
  route,
  action,
  selected,
  atOnce,
  close,
  done,
  edition,
}: Props & { edition: CompiledEdition }) {
  const words = useWords(reviewWords);
  const client = useQueryClient();
  const notify = useNotify();
  const facts = useBareFacts(edition);
  const able = selected.filter((row) => row.actions.includes(action.event));
  const targets = able.slice(0, atOnce);
  const unable = selected.filter((row) => !row.actions.includes(action.event));
  const [changed, setChanged] = useState<readonly QueueRow[]>([]);
  const fire = async (input: JsonObject) => {
    const cases = targets.map(({ id, version }) => ({ id, version }));
    try {
      const fired = await fireMany({ event: action.event, cases, ...(action.input ? { input } : {}) });
      notify.success(words.done(action.title, fired.cases.length));
      for (const warning of fired.warnings) notify.warning(warning);
      done();
    } catch (error) {
      if (isConflict(error))
        await client
          .invalidateQueries({ queryKey: queuesKey })
          .then(() => setChanged(movedOn(client, targets)));
      throw error;
    } finally {
      void client.invalidateQueries({ queryKey: queuesKey });
    }
  };
  return (
    <EventDialog
      edition={edition}
      route={route}
      action={action}
      who={whoOf(targets, words)}
      facts={facts}
      fire={fire}
      close={close}
    >
      {changed.length > 0 && (
        <Alert type="warning" showIcon title={words.changedRows(whoOf(changed, words).names)} />
      )}
      {unable.length > 0 && (
        <p className="quiet">{words.leftOut(unable.length, whoOf(unable, words).names)}</p>
      )}
      {able.length > atOnce && <p className="quiet">{words.firstOf(atOnce)}</p>}
    </EventDialog>
  );
}

/** Cases that are missing from the new lists, or have another version there. */
function movedOn(client: QueryClient, rows: readonly QueueRow[]): QueueRow[] {
  const lists = client.getQueriesData<InfiniteData<QueuePage>>({
    queryKey: [...queuesKey, 'rows'],
    type: 'active',
  });
  const fresh = lists.flatMap(([, list]) => list?.pages.flatMap((page) => page.rows) ?? []);
  return rows.filter(({ id, version }) => !fresh.some((row) => row.id === id && row.version === version));
}
