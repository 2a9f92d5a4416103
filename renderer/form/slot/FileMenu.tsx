import { Button } from 'antd';
import type { FileRef } from '#core/model/index.ts';
import { fileUrl } from '#renderer/api/index.ts';
import { ActionMenu } from '#renderer/focus/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';

type Props = {
  file: FileRef /** Absent where a slot takes several: another one is simply added. */;
  replace?: (() => void) | undefined;
  remove: () => void;
};

/** What can be done with a stored file: look at it where that is allowed, put another in its place, delete it. */
export function FileMenu({ file, replace, remove }: Props) {
  const words = useWords(formWords);
  const items = [
    ...(file.state ? [] : [{ key: 'view', label: words.viewFile }]),
    ...(replace ? [{ key: 'replace', label: words.replaceFile }] : []),
    ...(file.state && !replace ? [] : [{ type: 'divider' as const }]),
    { key: 'remove', label: words.deleteFile, danger: true },
  ];
  const choose = (key: string) => {
    if (key === 'view') window.open(fileUrl(file.id), '_blank', 'noopener');
    if (key === 'replace') replace?.();
    if (key === 'remove') remove();
  };
  return (
    <ActionMenu items={items} choose={choose}>
      <Button size="small" aria-label={`${words.editFile} ${file.name}`}>
        {words.editFile}
      </Button>
    </ActionMenu>
  );
}
