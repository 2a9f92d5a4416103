import { App } from 'antd';
import type { FileRef } from '#core/model/index.ts';
import { deleteFile, fileUrl } from '#renderer/api/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { useOpenCase } from '../store/context.tsx';
import { FileMenu } from './FileMenu.tsx';
import { formatBytes } from './size.ts';

type Props = { file: FileRef; editable: boolean; replace?: (() => void) | undefined };

/** A file in its slot: its name leads to it, the menu replaces and deletes it. */
export function StoredFile({ file, editable, replace }: Props) {
  const words = useWords(formWords);
  const { store } = useOpenCase();
  const { modal } = App.useApp();
  const notify = useNotify();
  const remove = () =>
    modal.confirm({
      title: words.deleteFileTitle(file.name),
      content: words.deleteFileText,
      okText: words.deleteFile,
      okButtonProps: { danger: true },
      onOk: () => deleteFile(file.id).then(() => store.removeFile(file.id), notify.failure),
    });
  return (
    <span className="file">
      <a href={fileUrl(file.id)} target="_blank" rel="noreferrer">
        {file.name}
      </a>{' '}
      <span className="quiet">{words.fileFacts(file.pages, formatBytes(file.bytes))}</span>
      {editable && <FileMenu file={file} replace={replace} remove={remove} />}
    </span>
  );
}
