import { Button } from 'antd';
import { useNotify } from '#renderer/frame/index.ts';
import { pasteWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../DraftContext.tsx';
import { OpenedForm } from '../OpenedForm.tsx';
import { useOpened } from '../useUnsent.ts';
import type { Exchange } from './lines.ts';
import { TableForm } from './TableForm.tsx';

type Props = {
  table: Exchange;
  /** Which columns are meant, in words. */
  hint: string;
};

/** A table goes out as a workbook, and comes in from one or from what is pasted. */
export function TableButtons({ table, hint }: Props) {
  const words = useWords(pasteWords);
  const { isOpen } = useOpenDraft();
  const notify = useNotify();
  const name = `paste/${table.title}`;
  const [isReading, setReading] = useOpened<true>(name);
  const save = async () => {
    try {
      const { writeWorkbook } = await import('../../workbook/index.ts');
      keep(await writeWorkbook(table), `${table.title}.xlsx`);
      notify.success(words.exported(table.lines.length));
    } catch (error) {
      notify.failure(error);
    }
  };
  return (
    <>
      <div className="change-buttons table-buttons">
        <Button onClick={save}>{words.save}</Button>
        {isOpen && !isReading && <Button onClick={() => setReading(true)}>{words.button}</Button>}
      </div>
      {isReading && (
        <OpenedForm name={name}>
          <TableForm table={table} hint={hint} close={() => setReading(null)} />
        </OpenedForm>
      )}
    </>
  );
}

/** Hands the finished file to the browser's downloads. */
function keep(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(/[\\/:*?"<>|]/g, ' ');
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
