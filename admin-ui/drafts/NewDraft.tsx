import { Alert, Button, Select } from 'antd';
import { useId } from 'react';
import { useLocation } from 'wouter';
import { messageOf, usePolicy, useStartDraft } from '#renderer/api/index.ts';
import { apiWords, draftWords, useWords } from '#renderer/locales/index.ts';
import { LineField, usePlainForm } from '#renderer/plain-forms/index.ts';

/** Begins a draft with what is published in a cycle. */
export function NewDraft({ close }: { close: () => void }) {
  const words = useWords(draftWords);
  const sentences = useWords(apiWords);
  const id = useId();
  const [, go] = useLocation();
  const policy = usePolicy();
  const start = useStartDraft();
  const cycles = (policy.data?.editions ?? []).filter(({ status }) => status === 'published');
  const form = usePlainForm({
    initialValues: { title: '', cycle: cycles.at(-1)?.cycle ?? '' },
    validate: ({ title }) => (title.trim() === '' ? { title: words.missing } : {}),
    send: async ({ title, cycle }) => {
      const made = await start.mutateAsync({ title: title.trim(), cycle });
      go(`/policy/drafts/${made.id}/changes`);
    },
  });
  return (
    <form className="change-form" noValidate aria-label={words.begin} onSubmit={form.submit}>
      <LineField
        {...form.line('title')}
        label={words.draftTitle}
        size="middle"
        autoComplete="off"
        maxLength={200}
      />
      <div className="line">
        <label htmlFor={id}>{words.beginFrom}</label>
        <Select
          id={id}
          value={form.values.cycle}
          onChange={(cycle) => form.change('cycle', cycle)}
          options={cycles.map(({ cycle }) => ({ value: cycle, label: cycle }))}
        />
      </div>
      {start.isError && (
        <Alert type="error" showIcon role="alert" title={messageOf(start.error, sentences)} />
      )}
      <div className="change-buttons">
        <Button type="primary" htmlType="submit" loading={start.isPending}>
          {words.begin}
        </Button>
        <Button onClick={close}>{words.cancel}</Button>
      </div>
    </form>
  );
}
