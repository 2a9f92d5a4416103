import { Button } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import type { SheetBlock } from '#core/change/index.ts';
import { sheetWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';

type Props = {
  block: SheetBlock;
  isFirst: boolean;
  isLast: boolean;
  shift: (block: SheetBlock, by: -1 | 1) => void;
  toggle: (block: SheetBlock) => void;
  /** It has blocks inside: whether they are shown. */
  inner: { isOpen: boolean; toggle: () => void } | false;
  children: ReactNode;
};

/** A block: moved by its buttons, or by Alt and the arrow keys wherever in it the focus is. */
export function BlockLine({ block, isFirst, isLast, shift, toggle, inner, children }: Props) {
  const words = useWords(sheetWords);
  const { isOpen } = useOpenDraft();
  const { key, isHidden } = block;
  const step = (by: -1 | 1) => {
    const focused = document.activeElement;
    shift(block, by);
    // The line is put elsewhere in the list, which takes the focus from it.
    requestAnimationFrame(() => focused instanceof HTMLElement && focused.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || !isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'ArrowUp' ? !isFirst : !isLast) step(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li onKeyDown={onKeyDown}>
      <div className="sheet-block">
        <span className={isHidden ? 'block-title hidden-block' : 'block-title'}>{key}</span>
        {isHidden && <span className="quiet">{words.hidden}</span>}
        <span className="block-buttons">
          {inner && (
            <Button
              size="small"
              type="text"
              aria-expanded={inner.isOpen}
              aria-label={words.inside(key)}
              onClick={inner.toggle}
            >
              {inner.isOpen ? '−' : '＋'}
            </Button>
          )}
          {isOpen && (
            <>
              <Button size="small" aria-label={words.upOf(key)} disabled={isFirst} onClick={() => step(-1)}>
                {words.up}
              </Button>
              <Button size="small" aria-label={words.downOf(key)} disabled={isLast} onClick={() => step(1)}>
                {words.down}
              </Button>
              <Button
                size="small"
                aria-label={isHidden ? words.showOf(key) : words.hideOf(key)}
                onClick={() => toggle(block)}
              >
                {isHidden ? words.show : words.hide}
              </Button>
            </>
          )}
        </span>
      </div>
      {children}
    </li>
  );
}
