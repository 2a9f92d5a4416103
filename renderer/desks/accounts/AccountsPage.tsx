import { Input, Select } from 'antd';
import { useState } from 'react';
import { useAccounts } from '#renderer/api/index.ts';
import { Listing, Page, useChoiceInAddress, useNarrow, useSearchInAddress } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { accountsWords, useWords } from '#renderer/locales/index.ts';
import { AccountCards } from './AccountCards.tsx';
import { AccountTable } from './AccountTable.tsx';
import { AddButtons } from './AddButtons.tsx';
import { type Task, TaskDialog } from './tasks/index.ts';
import { useUnit } from './useUnit.ts';

/** Every account of the unit and below it: searched, listed, and what may be done with each. */
export function AccountsPage() {
  const words = useWords(accountsWords);
  const narrow = useNarrow();
  const unit = useUnit();
  const search = useSearchInAddress('text');
  const [status, setStatus] = useChoiceInAddress('status', Object.keys(words.statuses));
  const [task, setTask] = useState<Task | null>(null);
  const accounts = useAccounts({ text: search.wanted, status });
  const List = narrow ? AccountCards : AccountTable;
  return (
    <Page
      title={
        <>
          {words.title} <HelpMark topic="accounts" />
        </>
      }
      aside={<AddButtons unit={unit} choose={setTask} />}
    >
      <search className="filters">
        <Input.Search
          allowClear
          {...search.input}
          placeholder={words.search}
          aria-label={words.search}
          maxLength={100}
        />
        <Select
          value={status}
          onChange={setStatus}
          aria-label={words.status}
          options={[
            { value: '', label: words.all },
            ...Object.entries(words.statuses).map(([value, label]) => ({ value, label })),
          ]}
        />
      </search>
      <Listing pages={accounts} none={words.none} more={words.more}>
        {(found) => <List accounts={found} unit={unit} choose={setTask} />}
      </Listing>
      {task && <TaskDialog task={task} unit={unit} choose={setTask} />}
    </Page>
  );
}
