import { Alert, Button, Tag } from 'antd';
import { useId } from 'react';
import { type CycleChange, type CyclesView, messageOf, useChangeCycle } from '#renderer/api/index.ts';
import { useNotify, useTimes } from '#renderer/frame/index.ts';
import { apiWords, type CycleWords, cycleWords, useWords } from '#renderer/locales/index.ts';
import { LineField, usePlainForm } from '#renderer/plain-forms/index.ts';

type Cycle = CyclesView['cycles'][number];
type Moments = Omit<CycleChange, 'version'>;

const MOMENTS = ['opensAt', 'closesAt', 'returnedUntil'] as const;
/** Longer than any way of writing a moment. */
const LONGEST = 30;

/** One cycle: when it opens and closes, each beside what its definition says. */
export function CycleForm({ cycle }: { cycle: Cycle }) {
  const words = useWords(cycleWords);
  const { formatTime } = useTimes();
  const title = useId();
  const { form, change } = useCycleForm(cycle);
  const sentences = useWords(apiWords);
  return (
    <form className="cycle-form" noValidate onSubmit={form.submit} aria-labelledby={title}>
      <h2 id={title}>
        {cycle.title} {cycle.serving && <Tag>{words.serving}</Tag>}
      </h2>
      {change.isError && (
        <Alert type="error" showIcon role="alert" title={messageOf(change.error, sentences)} />
      )}
      {MOMENTS.map((name) => (
        <LineField
          key={name}
          {...form.line(name)}
          label={words[name]}
          note={<span className="quiet">{words.defined(formatTime(cycle.defined[name]))}</span>}
          autoComplete="off"
          maxLength={LONGEST}
        />
      ))}
      <p className="quiet">{words.format}</p>
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {words.save}
      </Button>
      <p>
        {cycle.retention
          ? words.retained(cycle.retention.years, formatTime(cycle.retention.until))
          : words.retainedForEver}
      </p>
      {cycle.changedAt && <p className="quiet">{words.changedAt(formatTime(cycle.changedAt))}</p>}
    </form>
  );
}

function useCycleForm(cycle: Cycle) {
  const words = useWords(cycleWords);
  const notify = useNotify();
  const { formatTime } = useTimes();
  const momentsOf = useMoments(cycle);
  const change = useChangeCycle(cycle.id);
  const form = usePlainForm({
    initialValues: {
      opensAt: formatTime(cycle.window.opensAt),
      closesAt: formatTime(cycle.window.closesAt),
      returnedUntil: formatTime(cycle.window.returnedUntil),
    },
    validate: (values) => wrong(momentsOf(values), words),
    send: async (values) => {
      const { opensAt, closesAt, returnedUntil } = momentsOf(values);
      if (opensAt === null || closesAt === null || returnedUntil === null) return;
      await change.mutateAsync({ opensAt, closesAt, returnedUntil, version: cycle.version });
      notify.success(words.saved);
    },
  });
  return { form, change };
}

type Read = { [Name in keyof Moments]: string | null };

/** What was typed as moments, null where it is none. A minute that closes is open to its end. */
function useMoments({ window }: Cycle): (texts: Moments) => Read {
  const { formatTime, momentOf } = useTimes();
  const read = (name: keyof Moments, text: string, seconds: number): string | null =>
    text === formatTime(window[name]) ? window[name] : momentOf(text, seconds);
  return ({ opensAt, closesAt, returnedUntil }) => ({
    opensAt: read('opensAt', opensAt, 0),
    closesAt: read('closesAt', closesAt, 59),
    returnedUntil: read('returnedUntil', returnedUntil, 59),
  });
}

function wrong(moments: Read, words: CycleWords): Partial<Moments> {
  const unreadable = MOMENTS.filter((name) => moments[name] === null);
  if (unreadable.length > 0) return Object.fromEntries(unreadable.map((name) => [name, words.unreadable]));
  const [opens, closes, until] = MOMENTS.map((name) => Date.parse(moments[name] ?? ''));
  if ((opens ?? 0) >= (closes ?? 0)) return { closesAt: words.crossed };
  return (until ?? 0) < (closes ?? 0) ? { returnedUntil: words.noGrace } : {};
}
