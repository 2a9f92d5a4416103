import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { QueueMenu, QueueRef, QueueRow } from '#renderer/api/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { PrintDialog } from './PrintDialog.tsx';

type Props = {
  sheets: QueueMenu[number]['sheets'];
  place: QueueRef;
  selected: readonly QueueRow[];
};

/** Sheets of the selected cases, or of all, in one file. */
export function PrintButton({ sheets, place, selected }: Props) {
  const words = useWords(reviewWords);
  const [isOpen, setOpen] = useState(false);
  if (sheets.length === 0) return null;
  return (
    <>
      <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => setOpen(true)}>
        {words.printMany}
      </Button>
      {isOpen && (
        <PrintDialog sheets={sheets} place={place} selected={selected} close={() => setOpen(false)} />
      )}
    </>
  );
}
