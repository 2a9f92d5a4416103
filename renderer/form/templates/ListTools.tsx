import { Button } from 'antd';
import { formWords, useWords } from '#renderer/locales/index.ts';

/** What the buttons of an item do; none of them where nobody may write. */
export type ListActions = {
  remove: (index: number) => void;
  move: (index: number, by: -1 | 1) => void;
};

type Props = { actions: ListActions; name: string; index: number; length: number };

/** Takes an item out, or moves it up and down where there is more than one. */
export function ListTools({ actions: { remove, move }, name, index, length }: Props) {
  const words = useWords(formWords);
  return (
    <div className="list-tools">
      <Button onClick={() => remove(index)} aria-label={`${name} ${words.deleteRow}`}>
        {words.deleteRow}
      </Button>
      {length > 1 && (
        <>
          <Button
            icon={<span aria-hidden="true">↑</span>}
            disabled={index === 0}
            onClick={() => move(index, -1)}
            aria-label={`${name} ${words.moveUp}`}
          />
          <Button
            icon={<span aria-hidden="true">↓</span>}
            disabled={index === length - 1}
            onClick={() => move(index, 1)}
            aria-label={`${name} ${words.moveDown}`}
          />
        </>
      )}
    </div>
  );
}

/** After a move: the same button of the item where it stands now, or the other one at either end. */
export function focusMoved(item: HTMLElement | undefined, by: -1 | 1): void {
  const [, up, down] = [
    ...(item?.querySelectorAll<HTMLButtonElement>(':scope > .list-tools > button') ?? []),
  ];
  const [wanted, other] = by < 0 ? [up, down] : [down, up];
  (wanted?.disabled ? other : wanted)?.focus();
}
