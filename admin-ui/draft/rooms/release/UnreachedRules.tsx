import { Alert, Button, Input, Tag } from 'antd';
import { type FormEvent, useId } from 'react';
import type { DraftView } from '#core/model/wire/index.ts';
import { messageOf, useGiveReason, useSession } from '#renderer/api/index.ts';
import { useTimes } from '#renderer/frame/index.ts';
import { apiWords, unreachedWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { useUnsent } from '../../useUnsent.ts';

type Rule = DraftView['unreached'][number];

/** Changed rules that no case and no replayed application reaches: each wants a reason before it can be published. */
export function UnreachedRules() {
  const words = useWords(unreachedWords);
  const { view } = useOpenDraft();
  const open = view.unreached.filter(({ reason }) => reason === null).length;
  if (view.unreached.length === 0) return null;
  return (
    <section className="findings unreached" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="quiet">{words.hint}</p>
      {open > 0 && <Alert type="warning" showIcon title={words.open(open)} />}
      <ul>
        {view.unreached.map((rule) => (
          <li key={rule.rule}>
            <RuleText rule={rule} />
            <Reason key={rule.reason?.at ?? ''} rule={rule} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RuleText({ rule: { cycle, heading, message, sentence, forms } }: { rule: Rule }) {
  return (
    <>
      <strong>
        {heading} · {message}
      </strong>{' '}
      <Tag>{cycle}</Tag>
      <div className="quiet">{sentence}</div>
      <div className="quiet">{forms.map(({ title }) => title).join('、')}</div>
    </>
  );
}

function Reason({ rule }: { rule: Rule }) {
  const words = useWords(unreachedWords);
  const { formatTime } = useTimes();
  const { isOpen } = useOpenDraft();
  const writes = useSession().data?.user.abilities.includes('definitions') ?? false;
  const { reason } = rule;
  return (
    <>
      {reason && (
        <p>
          {words.reason(reason.text)}{' '}
          <span className="quiet">{words.by(reason.by, formatTime(reason.at))}</span>
        </p>
      )}
      {!reason && !(isOpen && writes) && <p className="problem">{words.missing}</p>}
      {isOpen && writes && <ReasonForm rule={rule} />}
    </>
  );
}

/** What is typed is kept in this browser until it is saved. */
function ReasonForm({ rule: { rule, message, reason } }: { rule: Rule }) {
  const words = useWords(unreachedWords);
  const sentences = useWords(apiWords);
  const { view } = useOpenDraft();
  const field = useId();
  const [text, setText, forget] = useUnsent(`reason/${rule}`, reason?.text ?? '');
  const give = useGiveReason(view.id);
  const isReady = text.trim() !== '' && text.trim() !== reason?.text;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) give.mutate({ rule, text: text.trim() }, { onSuccess: forget });
  };
  return (
    <form className="reason-form" aria-label={words.label(message)} onSubmit={submit}>
      <label htmlFor={field}>{words.label(message)}</label>
      <Input.TextArea
        id={field}
        value={text}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={(event) => setText(event.target.value)}
      />
      {give.isError && <Alert type="error" showIcon role="alert" title={messageOf(give.error, sentences)} />}
      <Button htmlType="submit" loading={give.isPending} disabled={!isReady}>
        {words.save}
      </Button>
    </form>
  );
}
