import { Alert, Button, Modal, Radio, Select, Space } from 'antd';
import { useState } from 'react';
import { type QueueMenu, type QueueRef, type QueueRow, useStartPrintRun } from '#renderer/api/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { PrintRuns } from './PrintRuns.tsx';

type Props = {
  sheets: QueueMenu[number]['sheets'];
  place: QueueRef;
  selected: readonly QueueRow[];
  close: () => void;
};

/** Which sheet, of whom, in what kind of file; below it what is being printed and what is ready. */
export function PrintDialog({ sheets, place, selected, close }: Props) {
  const words = useWords(reviewWords);
  const start = useStartPrintRun();
  const [sheet, setSheet] = useState(sheets[0]?.id ?? '');
  const [form, setForm] = useState<'pdf' | 'zip'>('pdf');
  const [whom, setWhom] = useState<'selected' | 'all'>('selected');
  const [isMissing, setMissing] = useState(false);
  const { route, queue, cycle } = place;
  const ask = () => {
    const isNone = whom === 'selected' && selected.length === 0;
    setMissing(isNone);
    if (isNone) return;
    const of =
      whom === 'all'
        ? { queue: { route, queue, ...(cycle !== undefined && { cycle }) } }
        : { cases: selected.map(({ id }) => id) };
    start.mutate({ sheet, form, ...of });
  };
  return (
    <Modal
      open
      title={words.printMany}
      footer={null}
      onCancel={close}
      closable={{ 'aria-label': words.cancel }}
    >
      <Space orientation="vertical" className="print-many">
        <Select
          aria-label={words.printSheet}
          value={sheet}
          onChange={setSheet}
          options={sheets.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <Radio.Group
          aria-label={words.printWhom}
          value={whom}
          onChange={({ target }) => setWhom(target.value)}
          options={[
            { value: 'selected', label: words.printSelected(selected.length) },
            { value: 'all', label: words.printAll },
          ]}
        />
        <Radio.Group
          aria-label={words.printForm}
          value={form}
          onChange={({ target }) => setForm(target.value)}
          options={[
            { value: 'pdf', label: words.printPdf },
            { value: 'zip', label: words.printZip },
          ]}
        />
        <div role="alert">
          {isMissing && <Alert type="warning" showIcon title={words.printNobody} />}
          {!isMissing && start.error && <Alert type="error" showIcon title={start.error.message} />}
        </div>
        <Button type="primary" loading={start.isPending} onClick={ask}>
          {words.printStart}
        </Button>
        <PrintRuns />
      </Space>
    </Modal>
  );
}
