import { CloseOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { FileRef } from '#core/model/index.ts';
import { fileUrl } from '#renderer/api/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { Picture } from './Picture.tsx';

/** Asks the browser's own viewer to use the whole width without a list of pages. */
const FIT = '#navpanes=0&view=FitH';

type Props = { file: FileRef; at: number; of: number; step: (by: 1 | -1) => void; close: () => void };

/** A file beside the answers that it proves. */
export function Viewer({ file, at, of, step, close }: Props) {
  const words = useWords(reviewWords);
  return (
    <aside className="viewer" aria-label={words.evidence}>
      <div className="viewer-head">
        <strong>{file.name}</strong>
        <span className="quiet">{words.fileOf(at + 1, of)}</span>
        <span className="spring" />
        <Button
          size="small"
          icon={<LeftOutlined />}
          disabled={at <= 0}
          onClick={() => step(-1)}
          aria-label={words.previousFile}
          title={words.previousFile}
        />
        <Button
          size="small"
          icon={<RightOutlined />}
          disabled={at >= of - 1}
          onClick={() => step(1)}
          aria-label={words.nextFile}
          title={words.nextFile}
        />
        <a href={fileUrl(file.id)} target="_blank" rel="noopener noreferrer">
          {words.openNewTab}
        </a>
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined />}
          onClick={close}
          aria-label={words.closeViewer}
          title={words.closeViewer}
        />
      </div>
      {file.mediaType.startsWith('image/') ? (
        <Picture key={file.id} file={file} />
      ) : (
        <iframe key={file.id} className="viewer-page" src={`${fileUrl(file.id)}${FIT}`} title={file.name} />
      )}
    </aside>
  );
}
