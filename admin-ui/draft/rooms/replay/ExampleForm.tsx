import { Alert, Button } from 'antd';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { ExampleView } from '#core/model/wire/index.ts';
import { messageOf, useExampleOf, useKeepExample } from '#renderer/api/index.ts';
import { Loading, useNotify } from '#renderer/frame/index.ts';
import { apiWords, exampleWords, useWords } from '#renderer/locales/index.ts';
import { LineField } from '#renderer/plain-forms/index.ts';

type Props = { replay: string; of: { case: string; line?: string }; cause: string; close: () => void };

/** An application as an example without anything of its person: shown whole, then kept as a change of the draft. */
export function ExampleForm({ replay, of, cause, close }: Props) {
  const words = useWords(exampleWords);
  const sentences = useWords(apiWords);
  const look = useExampleOf(replay);
  const asked = useRef('');
  const { mutate } = look;
  const { case: application, line } = of;
  useEffect(() => {
    const key = `${application} ${line ?? ''}`;
    if (asked.current === key) return;
    asked.current = key;
    mutate({ case: application, ...(line !== undefined && { line }) });
  }, [application, line, mutate]);
  return (
    <section className="example-form" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className="quiet">{words.hint}</p>
      {look.isPending && <Loading />}
      {look.isError && <Alert type="error" showIcon role="alert" title={messageOf(look.error, sentences)} />}
      {look.data ? (
        <Keep replay={replay} of={of} cause={cause} example={look.data} close={close} />
      ) : (
        <Button onClick={close}>{words.close}</Button>
      )}
    </section>
  );
}

function Keep({ replay, of, cause, example, close }: Props & { example: ExampleView }) {
  const words = useWords(exampleWords);
  const sentences = useWords(apiWords);
  const notify = useNotify();
  const field = useId();
  const [name, setName] = useState(words.name(cause).slice(0, 120));
  const keep = useKeepExample(replay);
  const { length, lines, agrees, isBlocked } = example;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const kept = { ...of, length, name: name.trim() };
    keep.mutate(kept, {
      onSuccess: () => {
        notify.success(words.kept);
        close();
      },
    });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Alert
        type={agrees ? 'success' : 'warning'}
        showIcon
        title={isBlocked ? words.blocked : words.passes}
        description={agrees ? words.agrees : words.differs}
      />
      {(['application', 'applicant', 'unit'] as const).map((group) => (
        <Lines key={group} title={words.groups[group]} lines={lines.filter((one) => one.of === group)} />
      ))}
      <LineField
        name={field}
        label={words.nameLabel}
        value={name}
        starred={false}
        size="middle"
        autoComplete="off"
        maxLength={120}
        onChange={setName}
      />
      {keep.isError && <Alert type="error" showIcon role="alert" title={messageOf(keep.error, sentences)} />}
      <div className="change-buttons">
        <Button type="primary" htmlType="submit" loading={keep.isPending} disabled={name.trim() === ''}>
          {words.keep}
        </Button>
        <Button onClick={close}>{words.close}</Button>
      </div>
    </form>
  );
}

function Lines({ title, lines }: { title: string; lines: ExampleView['lines'] }) {
  if (lines.length === 0) return null;
  return (
    <details open={lines.length < 60}>
      <summary>
        {title}（{lines.length}）
      </summary>
      <ul className="example-lines">
        {lines.map(({ place, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows alike stand one after the other and never move
          <li key={index}>
            <span className="quiet">{place}</span> {value}
          </li>
        ))}
      </ul>
    </details>
  );
}
