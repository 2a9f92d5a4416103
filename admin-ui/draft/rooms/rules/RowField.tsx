import { CloseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import {
  type Comparison,
  comparisonsFor,
  logicOf,
  needsValue,
  type Row,
  viewed,
  viewOf,
  withComparison,
} from '#core/builder/index.ts';
import { condition } from '#core/sentence/index.ts';
import { rulesWords, useWords } from '#renderer/locales/index.ts';
import { useBuilder } from './BuilderContext.tsx';
import { Locked } from './Locked.tsx';
import { TermField } from './TermField.tsx';
import { valuesOfTerm } from './terms.ts';
import { ValueField } from './ValueField.tsx';

type Props = { row: Row; change: (row: Row) => void; remove?: (() => void) | undefined };

/** A condition: a group of others, or what is looked at, how it is compared, and with what. */
export function RowField({ row, change, remove }: Props) {
  const words = useWords(rulesWords);
  if (groupOf(row)) return <GroupField {...{ row, change, remove }} />;
  return (
    <div className="condition">
      <Compared {...{ row, change }} />
      {remove && (
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined />}
          aria-label={words.removeRow}
          onClick={remove}
        />
      )}
    </div>
  );
}

function Compared({ row, change }: Omit<Props, 'remove'>) {
  const words = useWords(rulesWords);
  const { sources, scope, locale } = useBuilder();
  const view = viewOf(row);
  if (!view) return <Locked text={condition(logicOf(row), scope, locale)} />;
  const { subject, comparison, object } = view;
  const values = valuesOfTerm(subject, sources, scope.section?.id);
  const compare = (chosen: Comparison) => change(withComparison(view, chosen));
  return (
    <>
      {subject.kind === 'value' ? (
        <Locked text={String(subject.value)} />
      ) : (
        <TermField
          label={words.subject}
          term={subject}
          change={(term) => change(viewed(row, { ...view, subject: term }))}
        />
      )}
      <Select
        aria-label={words.comparison}
        popupMatchSelectWidth={false}
        value={comparison}
        onChange={compare}
        options={comparisonsFor(values.kind, comparison).map((one) => ({
          value: one,
          label: words.comparisons[one],
        }))}
      />
      {needsValue(comparison) && object && (
        <ValueField
          object={object}
          values={comparison === 'matches' ? { kind: 'text' } : values}
          isList={comparison === 'oneOf' || comparison === 'notOneOf'}
          change={(term) => change(viewed(row, { subject, object: term }))}
        />
      )}
    </>
  );
}

type Group = Extract<Row, { kind: 'group' }>;

/** The group that a row is, or that it denies. */
export function groupOf(row: Row): Group | undefined {
  if (row.kind === 'group') return row;
  return row.kind === 'not' && row.row.kind === 'group' ? row.row : undefined;
}

const withGroup = (row: Row, group: Group): Row => (row.kind === 'not' ? { ...row, row: group } : group);

/** Conditions that hold together: all of them, any, not all, none. */
function GroupField({ row, change, remove }: Props) {
  const words = useWords(rulesWords);
  const newRow = useNewRow();
  const group = groupOf(row);
  if (!group) return null;
  const isDenied = row.kind === 'not';
  const join = isDenied ? (group.join === 'and' ? 'notAnd' : 'notOr') : group.join;
  const put = (rows: Row[]) => change(withGroup(row, { ...group, rows, isShort: false }));
  const rejoin = (chosen: keyof typeof words.joins) => {
    const next: Group = { ...group, join: chosen === 'and' || chosen === 'notAnd' ? 'and' : 'or' };
    change(chosen === next.join ? next : { kind: 'not', row: next, isShort: true });
  };
  return (
    <fieldset className="conditions">
      <legend>
        <Select
          aria-label={words.join}
          value={join}
          onChange={rejoin}
          options={(Object.keys(words.joins) as (keyof typeof words.joins)[]).map((one) => ({
            value: one,
            label: words.joins[one],
          }))}
        />
        {remove && (
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined />}
            aria-label={words.removeRow}
            onClick={remove}
          />
        )}
      </legend>
      {group.rows.map((one, index) => (
        <RowField
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no ids, and each field is drawn from its row alone
          key={index}
          row={one}
          change={(next) => put(group.rows.map((before, at) => (at === index ? next : before)))}
          remove={group.rows.length > 1 ? () => put(group.rows.filter((_, at) => at !== index)) : undefined}
        />
      ))}
      <Button size="small" onClick={() => put([...group.rows, newRow])}>
        {words.addRow}
      </Button>{' '}
      <Button
        size="small"
        onClick={() =>
          put([
            ...group.rows,
            { kind: 'group', join: group.join === 'and' ? 'or' : 'and', rows: [newRow], isShort: false },
          ])
        }
      >
        {words.addGroup}
      </Button>
    </fieldset>
  );
}

/** A condition to begin with: the first thing that can be read is answered. */
export function useNewRow(): Row {
  const { sources } = useBuilder();
  const path = sources[0]?.path ?? 'now';
  return { kind: 'answered', term: { kind: 'read', path, isShort: true }, isShort: true };
}
