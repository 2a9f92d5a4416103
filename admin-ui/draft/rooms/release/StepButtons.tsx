import { Alert, Button, Popconfirm } from 'antd';
import { messageOf, useDraftStep } from '#renderer/api/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { apiWords, draftWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';

/** Submits the draft as it was seen, or gives it up. */
export function StepButtons() {
  const words = useWords(draftWords);
  const sentences = useWords(apiWords);
  const notify = useNotify();
  const { view } = useOpenDraft();
  const take = useDraftStep(view.id);
  const run = (step: 'submit' | 'discard') =>
    take.mutate(
      { step, source: view.source },
      { onSuccess: () => notify.success(step === 'submit' ? words.submitted : words.discarded) },
    );
  return (
    <>
      {take.isError && <Alert type="error" showIcon role="alert" title={messageOf(take.error, sentences)} />}
      <div className="change-buttons">
        {view.status === 'editing' && (
          <Button
            type="primary"
            loading={take.isPending}
            disabled={view.found.errors > 0}
            onClick={() => run('submit')}
          >
            {words.submit}
          </Button>
        )}
        <Popconfirm
          title={words.discardTitle}
          description={words.discardText}
          okText={words.discard}
          cancelText={words.cancel}
          onConfirm={() => run('discard')}
        >
          <Button danger>{words.discard}</Button>
        </Popconfirm>
      </div>
    </>
  );
}
