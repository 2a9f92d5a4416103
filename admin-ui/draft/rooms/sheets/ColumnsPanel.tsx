import { Button, Checkbox, Select } from 'antd';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { type PrintedTable, tablesOf } from '#core/change/index.ts';
import { Empty } from '#renderer/frame/index.ts';
import { sheetWords, useWords } from '#renderer/locales/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { shifted } from '../../model/order.ts';
import { useSentenceOf } from '../../useSentenceOf.ts';
import { useOpened } from '../../useUnsent.ts';
import { type ColumnChoice, columnChoices } from './choices.ts';

type Props = { sheet: string; template: string };

/** The tables of a sheet: which columns each prints, in which order. */
export function ColumnsPanel({ sheet, template }: Props) {
  const words = useWords(sheetWords);
  const tables = useMemo(() => tablesOf(template), [template]);
  const [chosen, choose] = useState(tables[0]?.key);
  const table = tables.find(({ key }) => key === chosen) ?? tables[0];
  if (!table) return <Empty>{words.noTables}</Empty>;
  return (
    <section aria-label={words.view.columns}>
      <search>
        <Select
          className="wide"
          aria-label={words.table}
          value={table.key}
          onChange={choose}
          options={tables.map(({ key }) => ({ value: key, label: key }))}
        />
      </search>
      <p className="quiet">{words.columnsHint}</p>
      <Columns key={`${table.key} ${keysOf(table).join(' ')}`} sheet={sheet} table={table} />
    </section>
  );
}

const keysOf = ({ columns }: PrintedTable): string[] => columns.map(({ key }) => key);

function Columns({ sheet, table }: { sheet: string; table: PrintedTable }) {
  const words = useWords(sheetWords);
  const { edition, cycle, isOpen } = useOpenDraft();
  const sentenceOf = useSentenceOf();
  const choices = useMemo(() => columnChoices(table, sheet, edition.definition), [table, sheet, edition]);
  const [typed, setTyped] = useOpened<string[]>(`sheet/${sheet}/columns/${table.key}`);
  const keys = typed ?? keysOf(table);
  const isSame = keys.join('\n') === keysOf(table).join('\n');
  const change = { kind: 'chooseColumns', sheet, cycle, table: table.key, columns: keys };
  const byKey = new Map(choices.map((choice) => [choice.key, choice]));
  const shown = [
    ...keys.flatMap((key) => byKey.get(key) ?? []),
    ...choices.filter(({ key }) => !keys.includes(key)),
  ];
  const toggle = (key: string) =>
    setTyped(keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key]);
  return (
    <>
      <ol className="sheet-blocks" aria-label={words.columns}>
        {shown.map((choice) => (
          <ColumnLine
            key={choice.key}
            choice={choice}
            index={keys.indexOf(choice.key)}
            count={keys.length}
            isOpen={isOpen}
            toggle={() => toggle(choice.key)}
            shift={(by) => setTyped(shifted(keys, choice.key, by))}
          />
        ))}
      </ol>
      {!isSame && (
        <ChangeForm
          label={words.columns}
          changes={keys.length > 0 ? [change] : null}
          onWrong={() => undefined}
          close={() => setTyped(null)}
          showsEffects={false}
        >
          <p>{keys.length > 0 ? sentenceOf(change) : words.noColumns}</p>
        </ChangeForm>
      )}
    </>
  );
}

type LineProps = {
  choice: ColumnChoice;
  /** Its place among those that are printed; -1: it is not. */
  index: number;
  count: number;
  isOpen: boolean;
  toggle: () => void;
  shift: (by: -1 | 1) => void;
};

function ColumnLine({ choice: { title, isNew }, index, count, isOpen, toggle, shift }: LineProps) {
  const words = useWords(sheetWords);
  const isPrinted = index >= 0;
  const step = (by: -1 | 1) => {
    const focused = document.activeElement;
    shift(by);
    requestAnimationFrame(() => focused instanceof HTMLElement && focused.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || !isPrinted) return;
    event.preventDefault();
    step(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li onKeyDown={onKeyDown}>
      <div className="sheet-block">
        <Checkbox checked={isPrinted} disabled={!isOpen} onChange={toggle}>
          {title}
        </Checkbox>
        {isNew && !isPrinted && <span className="quiet">{words.newColumn}</span>}
        {isOpen && isPrinted && (
          <span className="block-buttons">
            <Button
              size="small"
              aria-label={words.upOf(title)}
              disabled={index === 0}
              onClick={() => step(-1)}
            >
              {words.up}
            </Button>
            <Button
              size="small"
              aria-label={words.downOf(title)}
              disabled={index === count - 1}
              onClick={() => step(1)}
            >
              {words.down}
            </Button>
          </span>
        )}
      </div>
    </li>
  );
}
