import { PaperClipOutlined } from '@ant-design/icons';
import type { FileRef, SlotDefinition } from '#core/model/index.ts';
import { FileName, formatBytes, useOpenCase, useSnapshot } from '#renderer/form/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { useReader } from './context.tsx';

type Props = {
  section: string;
  slots: readonly SlotDefinition[];
  row?: string /** With the slots' titles. */;
  named?: boolean;
};

/** The evidence of a section or of a row: uploaded files as buttons, and the files that are missing. */
export function Files({ section, slots, row, named = false }: Props) {
  const { store } = useOpenCase();
  const live = useSnapshot((snapshot) => snapshot.live);
  const shown = slots.filter((slot) => live.slot(section, slot.id, row).visible);
  return shown.map((slot) => {
    const files = store.view.files.filter(
      (file) => file.section === section && file.slot === slot.id && file.row === row,
    );
    return (
      <div key={slot.id} className="read-slot">
        {named && <span className="quiet">{slot.title}</span>}
        {files.map((file) =>
          file.state ? <FileName key={file.id} file={file} /> : <FileButton key={file.id} file={file} />,
        )}
        {files.length === 0 && <Missing wanted={live.slot(section, slot.id, row).required} />}
      </div>
    );
  });
}

function Missing({ wanted }: { wanted: boolean }) {
  const words = useWords(reviewWords);
  return <span className={wanted ? 'problem warn' : 'quiet'}>{words.noFile}</span>;
}

function FileButton({ file }: { file: FileRef }) {
  const words = useWords(reviewWords);
  const { shown, open } = useReader();
  return (
    <button
      type="button"
      className="file-button"
      data-file={file.id}
      aria-pressed={shown === file.id}
      onClick={() => open(file)}
    >
      <PaperClipOutlined aria-hidden="true" /> {file.name}{' '}
      <small>{words.facts(file.pages, formatBytes(file.bytes))}</small>
    </button>
  );
}
