import { Alert, Button } from 'antd';
import { messageOf, useApproveDraft } from '#renderer/api/index.ts';
import { useNotify, useTimes } from '#renderer/frame/index.ts';
import { apiWords, draftWords, useWords } from '#renderer/locales/index.ts';
import { LineField, usePlainForm } from '#renderer/plain-forms/index.ts';
import { FactorField } from '../../../FactorField.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';

/** A second person approves what was submitted: published at once, or at an hour to come. */
export function ApproveForm() {
  const words = useWords(draftWords);
  const sentences = useWords(apiWords);
  const notify = useNotify();
  const { momentOf } = useTimes();
  const { view } = useOpenDraft();
  const approve = useApproveDraft(view.id);
  const form = usePlainForm({
    initialValues: { publishAt: '', code: '' },
    validate: ({ publishAt }) => {
      const at = momentOf(publishAt, 0);
      const isToCome = publishAt.trim() === '' || (at !== null && Date.parse(at) > Date.now());
      return isToCome ? {} : { publishAt: words.wrongMoment };
    },
    send: async ({ publishAt, code }) => {
      const at = momentOf(publishAt, 0);
      await approve.mutateAsync({
        source: view.source,
        ...(at !== null && { at }),
        ...(code.trim() !== '' && { code: code.trim() }),
      });
      notify.success(at === null ? words.published : words.scheduled(publishAt));
    },
  });
  return (
    <form className="change-form" noValidate aria-label={words.approve} onSubmit={form.submit}>
      <h2>{words.approve}</h2>
      <p>{words.approveText}</p>
      <LineField
        {...form.line('publishAt')}
        label={words.publishAt}
        starred={false}
        size="middle"
        autoComplete="off"
        maxLength={30}
        note={<span className="quiet">{words.publishAtHint}</span>}
      />
      <FactorField {...form.line('code')} />
      {approve.isError && (
        <Alert type="error" showIcon role="alert" title={messageOf(approve.error, sentences)} />
      )}
      <Button type="primary" htmlType="submit" loading={approve.isPending}>
        {words.approve}
      </Button>
    </form>
  );
}
