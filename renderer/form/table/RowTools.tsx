import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { formWords, useWords } from '../../locales/index.ts';
import { useSnapshot } from '../store/context.tsx';
import type { Rows } from './useRows.ts';

type Props = { rows: Rows; section: string; row: string; index: number; last: boolean; fixed: boolean };

/** What can be done with a saved row. `fixed`: it may be filled in, not moved or deleted. */
export function RowTools({ rows, section, row, index, last, fixed }: Props) {
  const words = useWords(formWords);
  const { modal } = App.useApp();
  const files = useSnapshot((snapshot) => snapshot.files);
  const name = words.rowOf(index + 1);
  const remove = () => {
    const mine = files.filter((file) => file.section === section && file.row === row).length;
    modal.confirm({
      title: `${words.deleteRowTitle} (${name})`,
      content: words.deleteRowText(mine),
      okText: words.deleteRow,
      okButtonProps: { danger: true },
      onOk: () => rows.remove(row),
    });
  };
  return (
    <div className="row-tools">
      <Button size="small" onClick={() => rows.open(row)} aria-label={`${name} ${words.editRow}`}>
        {words.editRow}
      </Button>
      {!fixed && (
        <>
          <Button size="small" danger onClick={remove} aria-label={`${name} ${words.deleteRow}`}>
            {words.deleteRow}
          </Button>
          <Button
            size="small"
            icon={<ArrowUpOutlined />}
            disabled={index === 0}
            onClick={() => rows.move(row, -1)}
            aria-label={`${name} ${words.moveUp}`}
          />
          <Button
            size="small"
            icon={<ArrowDownOutlined />}
            disabled={last}
            onClick={() => rows.move(row, 1)}
            aria-label={`${name} ${words.moveDown}`}
          />
        </>
      )}
    </div>
  );
}
