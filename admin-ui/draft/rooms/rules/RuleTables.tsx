import { Button, Input } from 'antd';
import { useMemo } from 'react';
import type { Json } from '#core/json/index.ts';
import { Empty } from '#renderer/frame/index.ts';
import { draftWords, rulesWords, useLocale, useWords } from '#renderer/locales/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { cellOf, cellText, type RuleTable, ruleTables, withCell } from '../../model/rule-tables.ts';
import { changeOf, type RuleEntry } from '../../model/rules.ts';
import { OpenedForm } from '../../OpenedForm.tsx';
import { useOpened, useUnsent } from '../../useUnsent.ts';
import { valueFrom } from './terms.ts';

/** Rules of one shape as a table: rules down, across the values in which they differ. */
export function RuleTables({ rules }: { rules: RuleEntry[] }) {
  const words = useWords(rulesWords);
  const locale = useLocale();
  const tables = useMemo(() => ruleTables(rules, locale), [rules, locale]);
  return (
    <>
      <p className="quiet">{words.tableHint}</p>
      {tables.length === 0 && <Empty>{words.noTables}</Empty>}
      {tables.map((table) => (
        <Table key={table.key} table={table} />
      ))}
    </>
  );
}

function Table({ table: { rules, columns } }: { table: RuleTable }) {
  const words = useWords(rulesWords);
  return (
    <table className="draft-table">
      <caption>{words.tableOf(rules.length)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.ruleColumn}</th>
          {columns.map(({ key, title }) => (
            <th key={key} scope="col">
              {title || words.subject}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rules.map((entry) => (
          <tr key={entry.key} className={entry.rule.enabled === false ? 'off' : undefined}>
            <th scope="row">{entry.rule.message}</th>
            {columns.map((column) => (
              <td key={column.key} data-label={column.title || words.subject}>
                <Cell entry={entry} column={column} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = { entry: RuleEntry; column: RuleTable['columns'][number] };

/** A value of a rule; a number or a text can be changed where it stands. */
function Cell({ entry, column }: CellProps) {
  const titles = useWords(draftWords);
  const locale = useLocale();
  const { isOpen } = useOpenDraft();
  const name = `rule/${entry.key}/${column.key}`;
  const [isChanging, setChanging] = useOpened<true>(name);
  const value = cellOf(entry.rule, column);
  const text = cellText(entry, column, locale);
  const isPlain = typeof value === 'number' || typeof value === 'string';
  if (isChanging)
    return (
      <OpenedForm name={name}>
        <CellForm {...{ entry, column, value }} close={() => setChanging(null)} />
      </OpenedForm>
    );
  return (
    <>
      {text}{' '}
      {isOpen && isPlain && !column.isPath && (
        <Button
          size="small"
          aria-label={`${titles.change} ${entry.rule.message} ${text}`}
          onClick={() => setChanging(true)}
        >
          {titles.change}
        </Button>
      )}
    </>
  );
}

function CellForm({ entry, column, value, close }: CellProps & { value: Json; close: () => void }) {
  const words = useWords(rulesWords);
  const { cycle } = useOpenDraft();
  const [typed, setTyped] = useUnsent('typed', String(value));
  const { rule, level, message } = entry;
  const written = { ...rule, message };
  const after = withCell(
    written,
    column,
    valueFrom(typed, typeof value === 'number' ? 'number' : 'text', value),
  );
  const change = changeOf(level, cycle, written, after);
  return (
    <ChangeForm
      label={words.changeRule(rule.message)}
      changes={change && [change]}
      onWrong={() => undefined}
      close={close}
    >
      <Input
        aria-label={words.value}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
      />
    </ChangeForm>
  );
}
