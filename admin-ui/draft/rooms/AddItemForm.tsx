import { Checkbox } from 'antd';
import { useId, useState } from 'react';
import { draftWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../ChangeForm.tsx';
import { ChoiceField } from '../ChoiceField.tsx';
import { useOpenDraft } from '../DraftContext.tsx';
import { type Grid, itemAdded, type NewItem } from '../model/items.ts';
import { useUnsent } from '../useUnsent.ts';

/** An item more: what it is called, how it is counted, who has it. */
export function AddItemForm({ grid, close }: { grid: Grid; close: () => void }) {
  const words = useWords(draftWords);
  const { cycle } = useOpenDraft();
  const id = useId();
  const cells = cellsOf(grid);
  const [typed, setTyped] = useUnsent<NewItem>('typed', {
    ...{ title: '', unit: '', cell: cells[0] ?? '', categories: [] },
  });
  const [hasFailed, setFailed] = useState(false);
  const change = (patch: Partial<NewItem>) => setTyped((before) => ({ ...before, ...patch }));
  const lacksTitle = typed.title.trim() === '';
  const lacksCategory = typed.categories.length === 0;
  const missing = (isMissing: boolean) => (hasFailed && isMissing ? words.missing : undefined);
  return (
    <ChangeForm
      label={words.addItem}
      changes={lacksTitle || lacksCategory ? null : itemAdded(grid, cycle, typed)}
      onWrong={() => {
        setFailed(true);
        if (lacksTitle) focusField(`${id}-title`);
      }}
      close={close}
    >
      <LineField
        name={`${id}-title`}
        label={words.itemTitle}
        value={typed.title}
        error={missing(lacksTitle)}
        size="middle"
        autoComplete="off"
        maxLength={100}
        onChange={(title) => change({ title })}
      />
      <LineField
        name={`${id}-unit`}
        label={words.itemUnit}
        value={typed.unit}
        starred={false}
        size="middle"
        autoComplete="off"
        maxLength={20}
        onChange={(unit) => change({ unit })}
      />
      {cells.length > 1 && (
        <ChoiceField
          label={words.itemCell}
          value={typed.cell}
          onChange={(cell) => change({ cell })}
          options={cells.map((cell) => ({ value: cell, label: words.itemCellAs(exampleOf(grid, cell)) }))}
        />
      )}
      <fieldset className="line">
        <legend>{words.itemFor}</legend>
        <Checkbox.Group
          value={typed.categories}
          onChange={(categories) => change({ categories })}
          options={grid.has.map(({ category }) => ({ value: category.id, label: category.title }))}
        />
        {missing(lacksCategory) && <p className="problem">{words.missing}</p>}
      </fieldset>
    </ChangeForm>
  );
}

const cellsOf = ({ has }: Grid): string[] => [
  ...new Set(has.flatMap(({ section }) => Object.keys(section.cells ?? {}))),
];

/** Nobody knows an answer's kind by its id: an item that is answered so stands for it. */
const exampleOf = ({ items }: Grid, cell: string): string =>
  items.find((item) => item.cell === cell)?.title ?? cell;
