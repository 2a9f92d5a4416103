import { Button } from 'antd';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { useReader } from './context.tsx';

type Props = { section: string; row: string; index: number; struck: boolean };

/** Marks a row as struck, or takes the mark back. Where that is not allowed now, shows whether it is struck. */
export function StrikeButton({ section, row, index, struck }: Props) {
  const words = useWords(reviewWords);
  const action = useReader().strike?.({ section, row }, index, struck);
  return (
    <>
      {struck && <span className="hint">{words.struck}</span>}
      {action && (
        <Button
          size="small"
          data-strike={`${section}/${row}`}
          danger={!struck}
          onClick={action.run}
          aria-label={`${words.row(index + 1)} ${action.title}`}
        >
          {action.title}
        </Button>
      )}
    </>
  );
}
