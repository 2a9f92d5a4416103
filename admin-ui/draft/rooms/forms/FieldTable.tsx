import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { KeyboardEvent } from 'react';
import type { CategoryDefinition, SectionDefinition } from '#core/model/index.ts';
import { draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { Refusal } from '../../Refusal.tsx';
import { useMakeChange } from '../../useMakeChange.ts';
import { useUnsent } from '../../useUnsent.ts';
import { FieldForm } from './FieldForm.tsx';
import { fieldMoved } from './model/changed-field.ts';
import type { Demand, FieldRow } from './model/fields.ts';
import { RemoveFieldForm } from './RemoveFieldForm.tsx';

type Props = {
  rows: FieldRow[];
  category: CategoryDefinition;
  section: SectionDefinition;
  users: CategoryDefinition[];
};
type Opened = { field: string; act: 'edit' | 'remove' };

/** What a section asks for, a field a line: moved by its arrows, changed and removed below itself. */
export function FieldTable(props: Props) {
  const words = useWords(draftFormsWords);
  const { rows, section, category } = props;
  const { isOpen, cycle, view } = useOpenDraft();
  const { make, refused } = useMakeChange();
  const [opened, open, forget] = useUnsent<Opened | null>(`${category.id}/${section.id}/opened`, null);
  const close = () => {
    open(null);
    forget();
  };
  const move = (row: FieldRow, by: -1 | 1) => {
    const change = fieldMoved(rows, row, { section: section.id, cycle }, by);
    if (change) void make([change], '', view.length);
  };
  return (
    <>
      <Refusal refused={refused} />
      <table className="draft-table field-table">
        <thead>
          <tr>
            <th scope="col">{words.fieldTitle}</th>
            <th scope="col">{words.fieldKind}</th>
            <th scope="col">{words.demand}</th>
            <th scope="col">{words.evidence}</th>
            <th scope="col">{words.printed}</th>
            <th>
              <span className="unseen">{words.edit}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FieldLine
              key={row.field}
              {...props}
              row={row}
              isOpen={isOpen}
              opened={opened?.field === row.field ? opened.act : null}
              open={(act) => open({ field: row.field, act })}
              close={close}
              move={(by) => move(row, by)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

type LineProps = Props & {
  row: FieldRow;
  isOpen: boolean;
  opened: Opened['act'] | null;
  open: (act: Opened['act']) => void;
  close: () => void;
  move: (by: -1 | 1) => void;
};

function FieldLine(props: LineProps) {
  const words = useWords(draftFormsWords);
  const { edition } = useOpenDraft();
  const { row, opened, users, category } = props;
  const sheetTitle = (id: string) => edition.definition.sheets.find((sheet) => sheet.id === id)?.title ?? id;
  const { editBy } = row.schema;
  return (
    <>
      <tr className={row.depth > 0 ? 'inherited' : undefined}>
        <th scope="row">
          {row.title}
          {row.fragment !== undefined && <div className="quiet">{words.fromFragment}</div>}
          {row.from !== undefined && (
            <div className="quiet">
              {words.fromForm(users.find(({ id }) => id === row.from)?.title ?? category.title)}
            </div>
          )}
        </th>
        <td data-label={words.fieldKind} className="field-kind">
          {words.kinds[row.kind]}
          {editBy && (
            <div className="quiet">
              {words.writers}：{editBy.map((who) => words.roles[who] ?? who).join('、')}
            </div>
          )}
        </td>
        <td data-label={words.demand} className="field-demand">
          <DemandText demand={row.demand} />
        </td>
        <td data-label={words.evidence}>
          {row.slots.map(({ slot, demand }) => (
            <div key={slot.id}>
              {slot.title} <DemandText demand={demand} />
            </div>
          ))}
        </td>
        <td data-label={words.printed} className="quiet field-sheets">
          {row.printed.map((id) => (
            <div key={id} title={sheetTitle(id)}>
              {sheetTitle(id)}
            </div>
          ))}
        </td>
        <td>{props.isOpen && row.fragment === undefined && <Tools {...props} />}</td>
      </tr>
      {opened !== null && (
        <tr>
          <td colSpan={6}>{opened === 'edit' ? <FieldForm {...props} /> : <RemoveFieldForm {...props} />}</td>
        </tr>
      )}
    </>
  );
}

/** What is done to a field; its arrows answer to the arrow keys, too. */
function Tools({ row, open, move }: LineProps) {
  const words = useWords(draftFormsWords);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside it take the focus; it hears their keys.
    <div className="field-tools" onKeyDown={onKeyDown}>
      <Button
        size="small"
        icon={<ArrowUpOutlined aria-hidden="true" />}
        aria-label={words.of(words.up, row.title)}
        onClick={() => move(-1)}
      />
      <Button
        size="small"
        icon={<ArrowDownOutlined aria-hidden="true" />}
        aria-label={words.of(words.down, row.title)}
        onClick={() => move(1)}
      />
      <Button size="small" aria-label={words.of(words.edit, row.title)} onClick={() => open('edit')}>
        {words.edit}
      </Button>
      <Button
        size="small"
        danger
        aria-label={words.of(words.remove, row.title)}
        onClick={() => open('remove')}
      >
        {words.remove}
      </Button>
    </div>
  );
}

function DemandText({ demand }: { demand: Demand }) {
  const words = useWords(draftFormsWords);
  if (demand.when !== undefined) return <span className="condition">{words.when(demand.when)}</span>;
  return (
    <span className={demand.always ? undefined : 'quiet'}>
      {demand.always ? words.always : words.optional}
    </span>
  );
}
