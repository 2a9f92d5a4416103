import { useMemo, useState } from 'react';
import { blocksOf, type Change, type SheetBlock } from '#core/change/index.ts';
import { Empty } from '#renderer/frame/index.ts';
import { sheetWords, useWords } from '#renderer/locales/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { shifted } from '../../model/order.ts';
import { useSentenceOf } from '../../useSentenceOf.ts';
import { useOpened } from '../../useUnsent.ts';
import { BlockLine } from './BlockLine.tsx';
import { besideOf, moves } from './blocks.ts';

type Props = { sheet: string; template: string };

/** The blocks of a sheet in their order: moved among those beside them, hidden, shown again. */
export function BlocksPanel({ sheet, template }: Props) {
  const words = useWords(sheetWords);
  const { cycle } = useOpenDraft();
  const blocks = useMemo(() => blocksOf(template), [template]);
  const [meant, setMeant] = useOpened<Meant>(`sheet/${sheet}/blocks`);
  const [opened, open] = useState<readonly string[]>([]);
  if (blocks.length === 0) return <Empty>{words.noBlocks}</Empty>;
  const at = { sheet, cycle };
  const shift = (block: SheetBlock, by: -1 | 1) => {
    const known = besideOf(blocks, block).map(({ key }) => key);
    const enclosing = block.at.slice(0, -1).join('/');
    const keys = meant?.kind === 'order' && meant.enclosing === enclosing ? meant.keys : known;
    const next = shifted(keys, block.key, by);
    const isBack = next.join('\n') === known.join('\n');
    setMeant(isBack ? null : { kind: 'order', enclosing, known, keys: next, moved: block.key });
  };
  const toggle = ({ key, isHidden }: SheetBlock) =>
    setMeant({ kind: 'turn', change: { kind: isHidden ? 'showBlock' : 'hideBlock', ...at, block: key } });
  const list = (enclosing: string, level: number) => {
    const keys = meant?.kind === 'order' && meant.enclosing === enclosing ? meant.keys : null;
    const here = blocks.filter((block) => block.at.slice(0, -1).join('/') === enclosing);
    const shown = keys ? keys.flatMap((key) => here.find((block) => block.key === key) ?? []) : here;
    return (
      <ol className="sheet-blocks">
        {shown.map((block, index) => {
          const own = block.at.join('/');
          const hasInner = blocks.some((one) => one.at.slice(0, -1).join('/') === own);
          const isOpen = opened.includes(own);
          return (
            <BlockLine
              key={block.key}
              block={block}
              isFirst={index === 0}
              isLast={index === shown.length - 1}
              shift={shift}
              toggle={toggle}
              inner={
                hasInner && {
                  isOpen,
                  toggle: () => open(isOpen ? opened.filter((one) => one !== own) : [...opened, own]),
                }
              }
            >
              {isOpen && list(own, level + 1)}
            </BlockLine>
          );
        })}
      </ol>
    );
  };
  return (
    <section aria-label={words.blocks}>
      <p className="quiet">{words.blocksHint}</p>
      {meant && <MeantForm changes={changesOf(meant, at)} close={() => setMeant(null)} />}
      {list('', 0)}
    </section>
  );
}

/** Another order of blocks that stand beside each other, or one that is hidden or shown. */
type Meant =
  | { kind: 'order'; enclosing: string; known: string[]; keys: string[]; moved: string }
  | { kind: 'turn'; change: Change };

const changesOf = (meant: Meant, at: { sheet: string; cycle: string }): Change[] =>
  meant.kind === 'turn'
    ? [meant.change]
    : moves(meant.known, meant.keys, meant.moved).map((move) => ({ kind: 'moveBlock', ...at, ...move }));

function MeantForm({ changes, close }: { changes: Change[]; close: () => void }) {
  const words = useWords(sheetWords);
  const sentenceOf = useSentenceOf();
  return (
    <ChangeForm
      label={words.order}
      changes={changes}
      onWrong={() => undefined}
      close={close}
      showsEffects={false}
    >
      {changes.map((change) => (
        <p key={JSON.stringify(change)}>{sentenceOf(change)}</p>
      ))}
    </ChangeForm>
  );
}
