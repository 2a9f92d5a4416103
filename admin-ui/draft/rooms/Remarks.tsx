import { Alert, Button, Input } from 'antd';
import { type FormEvent, useId } from 'react';
import { messageOf, useRemark } from '#renderer/api/index.ts';
import { useTimes } from '#renderer/frame/index.ts';
import { apiWords, draftWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../DraftContext.tsx';
import { useUnsent } from '../useUnsent.ts';

/** What those who work on the draft write to each other. */
export function Remarks() {
  const words = useWords(draftWords);
  const { view } = useOpenDraft();
  const { formatTime } = useTimes();
  return (
    <section className="draft-remarks" aria-label={words.remarks}>
      <h2>{words.remarks}</h2>
      <ul>
        {view.remarks.map(({ at, by, text }) => (
          <li key={`${at}/${text}`}>
            <p>{text}</p>
            <div className="quiet">{words.by(by, formatTime(at))}</div>
          </li>
        ))}
      </ul>
      <RemarkForm id={view.id} />
    </section>
  );
}

function RemarkForm({ id }: { id: string }) {
  const words = useWords(draftWords);
  const sentences = useWords(apiWords);
  const field = useId();
  const [text, setText, forget] = useUnsent('remark', '');
  const remark = useRemark(id);
  const sent = () => {
    setText('');
    forget();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') remark.mutate({ text: text.trim() }, { onSuccess: sent });
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor={field}>{words.remark}</label>
      <Input.TextArea
        id={field}
        value={text}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={(event) => setText(event.target.value)}
      />
      {remark.isError && (
        <Alert type="error" showIcon role="alert" title={messageOf(remark.error, sentences)} />
      )}
      <Button htmlType="submit" loading={remark.isPending} disabled={text.trim() === ''}>
        {words.addRemark}
      </Button>
    </form>
  );
}
