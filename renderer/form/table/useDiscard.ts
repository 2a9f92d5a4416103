import { formWords, useWords } from '#renderer/locales/index.ts';
import { usePopups } from '#renderer/popups/index.ts';

/** Asks before what was done to the open row is given up, with so many files: Escape and the corner of a sheet do it, too. */
export function useDiscard(): (files: number, discard: () => void) => void {
  const words = useWords(formWords);
  const popup = usePopups();
  return (files, discard) =>
    popup(({ modal }) =>
      modal.confirm({
        title: words.discardTitle,
        content: words.discardText(files),
        okText: words.discard,
        okButtonProps: { danger: true },
        cancelText: words.goOn,
        // Whoever pressed Escape may press Enter next.
        autoFocusButton: 'cancel',
        onOk: discard,
      }),
    );
}
