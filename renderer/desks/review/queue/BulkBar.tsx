import { Button } from 'antd';
import type { ActionView, QueueRow } from '#renderer/api/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import type { Selection } from './useSelection.ts';

type Props = {
  selection: Selection;
  /** Every row that the list shows. */
  shown: readonly QueueRow[];
  actions: readonly ActionView[];
  choose: (action: ActionView) => void;
};

/** What can be done with the selected rows; an action that fits none of them is disabled and says so. */
export function BulkBar({ selection, shown, actions, choose }: Props) {
  const words = useWords(reviewWords);
  const { rows } = selection;
  if (rows.length === 0) return null;
  const fits = ({ event }: ActionView): boolean => rows.some((row) => row.actions.includes(event));
  return (
    <div className="actions bulk">
      <span role="status">{words.selected(rows.length)}</span>
      {rows.length < shown.length && (
        <Button onClick={() => selection.set(shown.map(({ id }) => id))}>
          {words.selectShown(shown.length)}
        </Button>
      )}
      <Button onClick={selection.clear}>{words.clear}</Button>
      <span className="spring" />
      {[...actions]
        .sort((a, b) => Number(b.danger) - Number(a.danger) || Number(a.primary) - Number(b.primary))
        .map((action) => (
          <Button
            key={action.event}
            type={action.primary ? 'primary' : 'default'}
            danger={action.danger}
            disabled={!fits(action)}
            title={fits(action) ? undefined : words.noneCan}
            onClick={() => choose(action)}
          >
            {action.title}
          </Button>
        ))}
    </div>
  );
}
