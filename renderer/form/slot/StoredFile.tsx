import type { FileRef } from '#core/model/index.ts';
import { deleteFile } from '#renderer/api/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { usePopups } from '#renderer/popups/index.ts';
import { useOpenCase } from '../store/context.tsx';
import { FileMenu } from './FileMenu.tsx';
import { FileName } from './FileName.tsx';

type Props = { file: FileRef; editable: boolean; replace?: (() => void) | undefined };

/** A file in its slot, with the menu that replaces and deletes it. */
export function StoredFile({ file, editable, replace }: Props) {
  const words = useWords(formWords);
  const { store } = useOpenCase();
  const popup = usePopups();
  const notify = useNotify();
  const remove = () =>
    popup(({ modal }) =>
      modal.confirm({
        title: words.deleteFileTitle(file.name),
        content: file.state === 'infected' ? words.infectedText : words.deleteFileText,
        okText: words.deleteFile,
        okButtonProps: { danger: true },
        onOk: () => deleteFile(file.id).then(() => store.removeFile(file.id), notify.failure),
      }),
    );
  return (
    <span className="file">
      <FileName file={file} />
      {editable && <FileMenu file={file} replace={replace} remove={remove} />}
    </span>
  );
}
