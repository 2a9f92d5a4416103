import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { CaseView } from '#renderer/api/index.ts';
import { PrintSettings } from '#renderer/form/index.ts';
import { printSettingsWords, reviewWords, useWords } from '#renderer/locales/index.ts';

type Props = { view: CaseView; sheet: CaseView['sheets'][number] };

/** How a sheet of this case is printed, for the desk that holds it. */
export function SettingsButton({ view, sheet }: Props) {
  const words = useWords(printSettingsWords);
  const { cancel } = useWords(reviewWords);
  const [isOpen, setOpen] = useState(false);
  if (!sheet.settable || view.editingAs === null) return null;
  return (
    <>
      <Button size="small" aria-label={`${sheet.title} ${words.title}`} onClick={() => setOpen(true)}>
        {words.title}
      </Button>
      {isOpen && (
        <Modal
          open
          width={1280}
          title={`${sheet.title} · ${words.title}`}
          footer={null}
          onCancel={() => setOpen(false)}
          closable={{ 'aria-label': cancel }}
        >
          <PrintSettings caseId={view.id} sheet={sheet} />
        </Modal>
      )}
    </>
  );
}
