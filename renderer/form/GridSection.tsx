import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { writeAnswer } from '#core/normalise/index.ts';
import { useNarrow } from '#renderer/frame/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { GridCards } from './grid/GridCards.tsx';
import { GridTable } from './grid/GridTable.tsx';
import { useGrid } from './grid/useGrid.ts';
import { useFieldsOf } from './store/useFieldsOf.ts';
import { useSection } from './store/useSection.ts';
import { CellProblems } from './table/RowEnd.tsx';
import { FieldsContext } from './templates/index.ts';

/** A section of items by columns. Each cell keeps its own typing, so a full grid is as fast as a single input. */
export function GridSection({ id, revealed }: { id: string; revealed: boolean }) {
  const words = useWords(formWords);
  const narrow = useNarrow();
  const handle = useSection(id);
  const grid = useGrid(handle);
  const fields = useFieldsOf(handle, revealed);
  const cell = Object.values(handle.section.definition.cells ?? {}).find((one) => one.blank);
  const blank = cell && writeAnswer(cell.blank, cell.words);
  return (
    <FieldsContext value={fields}>
      <div id={`/${id}`} tabIndex={-1}>
        <p className="quiet grid-hint">
          {blank && words.notApplicable(blank)} {!narrow && grid.frame.editable && words.gridKeys}
        </p>
        <CellProblems anchor={`/${id}`} />
        {narrow ? (
          <GridCards frame={grid.frame} lines={grid.lines} />
        ) : (
          <GridTable frame={grid.frame} lines={grid.lines} />
        )}
        {grid.own && grid.frame.editable && (
          <div className="table-foot">
            <Button
              icon={<PlusOutlined aria-hidden="true" />}
              disabled={grid.left <= 0}
              onClick={grid.addOwn}
            >
              {words.addItem}
            </Button>
            <span className="quiet">{words.itemsLeft(grid.left)}</span>
          </div>
        )}
      </div>
    </FieldsContext>
  );
}
