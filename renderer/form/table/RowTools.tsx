import { Button } from 'antd';
import { memo } from 'react';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { usePopups } from '#renderer/popups/index.ts';
import { useSnapshot } from '../store/context.tsx';
import type { Rows } from './useRows.ts';

type RowPlace = { section: string; row: string; index: number; fixed: boolean };

/** What can be done with a saved row. `fixed`: it may be filled in, but not moved or deleted. */
export function RowTools({ rows, ...place }: RowPlace & { rows: Rows }) {
  const { open, remove, move } = rows;
  const last = place.index === rows.rows.length - 1;
  return <Tools {...place} open={open} remove={remove} move={move} last={last} />;
}

type ToolsProps = RowPlace & Pick<Rows, 'open' | 'remove' | 'move'> & { last: boolean };

/** Renders again for its own row, not when another one is typed into. */
const Tools = memo(function Tools(props: ToolsProps) {
  const { open, remove, move, section, row, index, last, fixed } = props;
  const words = useWords(formWords);
  const popup = usePopups();
  const files = useSnapshot((snapshot) => snapshot.files);
  const name = words.rowOf(index + 1);
  const ask = () => {
    const mine = files.filter((file) => file.section === section && file.row === row).length;
    popup(({ modal }) =>
      modal.confirm({
        title: `${words.deleteRowTitle} (${name})`,
        content: words.deleteRowText(mine),
        okText: words.deleteRow,
        okButtonProps: { danger: true },
        onOk: () => remove(row),
      }),
    );
  };
  return (
    <div className="row-tools">
      <Button size="small" onClick={() => open(row)} aria-label={`${name} ${words.editRow}`}>
        {words.editRow}
      </Button>
      {!fixed && (
        <>
          <Button size="small" danger onClick={ask} aria-label={`${name} ${words.deleteRow}`}>
            {words.deleteRow}
          </Button>
          <Button
            size="small"
            icon={<span aria-hidden="true">↑</span>}
            disabled={index === 0}
            onClick={() => move(row, -1)}
            aria-label={`${name} ${words.moveUp}`}
          />
          <Button
            size="small"
            icon={<span aria-hidden="true">↓</span>}
            disabled={last}
            onClick={() => move(row, 1)}
            aria-label={`${name} ${words.moveDown}`}
          />
        </>
      )}
    </div>
  );
});
