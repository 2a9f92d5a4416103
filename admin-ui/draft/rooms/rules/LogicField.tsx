import { Button, Segmented, Spin } from 'antd';
import { lazy, Suspense } from 'react';
import { logicOf, type Row, rowOf } from '#core/builder/index.ts';
import type { Logic } from '#core/model/index.ts';
import { rulesWords, useWords } from '#renderer/locales/index.ts';
import { useUnsent } from '../../useUnsent.ts';
import { groupOf, RowField, useNewRow } from './RowField.tsx';

const FormulaField = lazy(() => import('./formula/FormulaField.tsx'));

type Props = {
  label: string;
  logic: Logic;
  change: (logic: Logic) => void;
  /** What is typed as a formula cannot be read yet. */
  broken: (isBroken: boolean) => void;
};

/** A condition as rows or as the formula that they stand for: two views of the same logic. */
export function LogicField({ label, logic, change, broken }: Props) {
  const words = useWords(rulesWords);
  const [view, setView] = useUnsent<'rows' | 'formula'>(`${label}/view`, 'rows');
  const [unreadable, setUnreadable] = useUnsent<string | null>(`${label}/formula`, null);
  const show = (next: 'rows' | 'formula') => {
    broken(next === 'formula' && unreadable !== null);
    setView(next);
  };
  return (
    <fieldset className="logic">
      <legend>{label}</legend>
      <Segmented<'rows' | 'formula'>
        aria-label={label}
        size="small"
        value={view}
        onChange={show}
        options={[
          { value: 'rows', label: words.rows },
          { value: 'formula', label: words.formula },
        ]}
      />
      {view === 'rows' ? (
        <Rows row={rowOf(logic)} change={(row) => change(logicOf(row))} />
      ) : (
        <Suspense fallback={<Spin />}>
          <FormulaField
            {...{ label, logic, change, unreadable }}
            setUnreadable={(text) => {
              setUnreadable(text);
              broken(text !== null);
            }}
          />
        </Suspense>
      )}
    </fieldset>
  );
}

/** The conditions; a single one becomes a group when another is added. */
function Rows({ row, change }: { row: Row; change: (row: Row) => void }) {
  const words = useWords(rulesWords);
  const newRow = useNewRow();
  const add = () => change({ kind: 'group', join: 'and', rows: [row, newRow], isShort: false });
  return (
    <>
      <RowField row={row} change={change} />
      {!groupOf(row) && (
        <Button size="small" onClick={add}>
          {words.addRow}
        </Button>
      )}
    </>
  );
}
