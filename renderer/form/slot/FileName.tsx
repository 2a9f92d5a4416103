import type { FileRef } from '#core/model/index.ts';
import { fileUrl } from '#renderer/api/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { formatBytes } from './size.ts';

/** A file's name, which leads to it; where nobody may open it, why. */
export function FileName({ file }: { file: FileRef }) {
  const words = useWords(formWords);
  if (file.state)
    return (
      <>
        {file.name}{' '}
        <span className={file.state === 'held' ? 'quiet' : 'problem'}>{words.fileStates[file.state]}</span>
      </>
    );
  return (
    <>
      <a href={fileUrl(file.id)} target="_blank" rel="noreferrer">
        {file.name}
      </a>{' '}
      <span className="quiet">{words.fileFacts(file.pages, formatBytes(file.bytes))}</span>
    </>
  );
}
