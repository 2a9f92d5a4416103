import { Button, Checkbox, Select } from 'antd';
import { useMemo, useState } from 'react';
import { Empty, Page } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { draftWords, pasteWords, useWords } from '#renderer/locales/index.ts';
import { ChangeForm } from '../ChangeForm.tsx';
import { useOpenDraft } from '../DraftContext.tsx';
import { Matrix } from '../Matrix.tsx';
import { filesOfCycle } from '../model/files.ts';
import { changesOf, type Grid, gridsOf, hasItem, type Tick } from '../model/items.ts';
import { OpenedForm } from '../OpenedForm.tsx';
import { itemTable, TableButtons } from '../tables/index.ts';
import { useOpened, useUnsent } from '../useUnsent.ts';
import { AddItemForm } from './AddItemForm.tsx';

/** Which category has which item of a grid, as ticks. */
export function ItemsRoom() {
  const words = useWords(draftWords);
  const { edition } = useOpenDraft();
  const grids = useMemo(() => gridsOf(edition.definition), [edition]);
  const [chosen, choose] = useState(grids[0]?.id);
  const grid = grids.find(({ id }) => id === chosen) ?? grids[0];
  return (
    <Page
      title={
        <>
          {words.rooms.items} <HelpMark topic="changing" />
        </>
      }
    >
      <p className="quiet">{words.itemsHint}</p>
      {!grid && <Empty>{words.noGrids}</Empty>}
      {grids.length > 1 && (
        <search>
          <Select
            className="draft-choice"
            aria-label={words.grid}
            value={grid?.id}
            onChange={choose}
            options={grids.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </search>
      )}
      {grid && <Items key={grid.id} grid={grid} />}
    </Page>
  );
}

function Items({ grid }: { grid: Grid }) {
  const words = useWords(draftWords);
  const own = useWords(pasteWords);
  const { isOpen, cycle, files } = useOpenDraft();
  const [ticks, setTicks, forgetTicks] = useUnsent<Tick[]>(`items/${grid.id}/ticks`, []);
  const adding = `items/${grid.id}/new`;
  const [isAdding, setAdding] = useOpened<true>(adding);
  const table = useMemo(
    () => itemTable({ grid, cycle, files: filesOfCycle(files, cycle), words: own }),
    [grid, cycle, files, own],
  );
  const isTicked = (tick: Tick) => ticks.some((one) => isSame(one, tick));
  const toggle = (tick: Tick) =>
    setTicks((before) => (isTicked(tick) ? before.filter((one) => !isSame(one, tick)) : [...before, tick]));
  return (
    <>
      <Matrix>
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            {grid.has.map(({ category }) => (
              <th key={category.id} scope="col">
                {category.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.items.map(({ id, title, unit }) => (
            <tr key={id}>
              <th scope="row">
                {title} {unit && <span className="quiet">{unit}</span>}
              </th>
              {grid.has.map((one) => {
                const tick = { category: one.category.id, item: id };
                return (
                  <td key={one.category.id} className={isTicked(tick) ? 'ticked' : undefined}>
                    <Checkbox
                      aria-label={`${one.category.title} ${title}`}
                      disabled={!isOpen}
                      checked={hasItem(one, id) !== isTicked(tick)}
                      onChange={() => toggle(tick)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Matrix>
      {ticks.length > 0 && (
        <ChangeForm
          label={words.rooms.items}
          changes={changesOf(grid, cycle, ticks)}
          onWrong={() => undefined}
          close={() => {
            setTicks([]);
            forgetTicks();
          }}
        >
          <TickList grid={grid} ticks={ticks} />
        </ChangeForm>
      )}
      {isAdding && (
        <OpenedForm name={adding}>
          <AddItemForm grid={grid} close={() => setAdding(null)} />
        </OpenedForm>
      )}
      {isOpen && !isAdding && ticks.length === 0 && (
        <Button onClick={() => setAdding(true)}>{words.addItem}</Button>
      )}
      <TableButtons table={table} hint={own.itemsHint} />
    </>
  );
}

const isSame = (a: Tick, b: Tick): boolean => a.category === b.category && a.item === b.item;

/** What the ticks mean, in words. */
function TickList({ grid, ticks }: { grid: Grid; ticks: Tick[] }) {
  const words = useWords(draftWords);
  return (
    <ul>
      {ticks.map(({ category, item }) => {
        const own = grid.has.find((one) => one.category.id === category);
        const title = grid.items.find(({ id }) => id === item)?.title ?? item;
        const sentence = own && hasItem(own, item) ? words.removedFrom : words.addedTo;
        return <li key={`${category}/${item}`}>{sentence(title, own?.category.title ?? category)}</li>;
      })}
    </ul>
  );
}
