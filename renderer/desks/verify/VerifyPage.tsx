import { Alert, Button, Select } from 'antd';
import { useId, useState } from 'react';
import { codeInSigned, readCode } from '#core/attest/index.ts';
import { type AttestedSheets, messageOf, useAttestation, useAttestedSheets } from '#renderer/api/index.ts';
import { Empty, Failed, Loading } from '#renderer/frame/index.ts';
import { apiWords, useWords, verifyWords } from '#renderer/locales/index.ts';
import { LineField, Paper, usePlainForm } from '#renderer/plain-forms/index.ts';
import '#renderer/plain-forms/plain-forms.css';
import { Issued } from './Issued.tsx';
import './verify.css';

type Props = { signed?: string };

/** Asks for what stands on a print, and tells whether such a print was issued. */
export function VerifyPage({ signed }: Props) {
  const words = useWords(verifyWords);
  const attested = useAttestedSheets();
  return (
    <Paper title={words.title}>
      {attested.isPending && <Loading />}
      {attested.isError && <Failed error={attested.error} retry={() => attested.refetch()} />}
      {attested.data?.sheets.length === 0 && <Empty>{words.none}</Empty>}
      {attested.data && attested.data.sheets.length > 0 && (
        <Question sheets={attested.data.sheets} {...(signed !== undefined && { signed })} />
      )}
    </Paper>
  );
}

type Sheets = AttestedSheets['sheets'];

/** The code, which print it is where there are several, and its facts. */
function Question({ sheets, signed }: Props & { sheets: Sheets }) {
  const words = useWords(verifyWords);
  const sentences = useWords(apiWords);
  const label = useId();
  const [chosen, choose] = useState(sheets[0]?.id);
  const facts = sheets.find(({ id }) => id === chosen)?.facts ?? [];
  const attestation = useAttestation();
  const form = usePlainForm<Record<string, string>>({
    initialValues: { code: (signed && codeInSigned(signed)) ?? '' },
    validate: (values) => ({
      ...wrongCode(values.code ?? '', words),
      ...Object.fromEntries(
        facts.flatMap((title, index) =>
          (values[`fact${index}`] ?? '').trim() === '' ? [[`fact${index}`, words.factMissing(title)]] : [],
        ),
      ),
    }),
    send: (values) =>
      attestation.mutateAsync({
        code: values.code ?? '',
        facts: facts.map((_, index) => values[`fact${index}`] ?? ''),
        ...(signed !== undefined && { signed }),
      }),
    afterFailure: ([first = 'code']) => document.getElementById(first)?.focus(),
  });
  return (
    <>
      <p className="quiet">{words.hint}</p>
      <form className="verify-form" noValidate onSubmit={form.submit} aria-label={words.title}>
        {attestation.error && (
          <Alert type="error" showIcon role="alert" title={messageOf(attestation.error, sentences)} />
        )}
        <LineField
          {...form.line('code')}
          value={form.values.code ?? ''}
          label={words.code}
          starred={false}
          autoComplete="off"
          maxLength={40}
          note={<span className="quiet">{words.codeNote}</span>}
        />
        {sheets.length > 1 && (
          <div className="line">
            <span id={label}>{words.sheet}</span>
            <Select
              size="large"
              aria-labelledby={label}
              value={chosen}
              onChange={choose}
              options={sheets.map(({ id, title }) => ({ value: id, label: title }))}
            />
          </div>
        )}
        {facts.map((title, index) => (
          <LineField
            key={title}
            {...form.line(`fact${index}`)}
            value={form.values[`fact${index}`] ?? ''}
            label={title}
            starred={false}
            autoComplete="off"
            maxLength={200}
          />
        ))}
        <Button type="primary" htmlType="submit" size="large" loading={form.isSending}>
          {words.ask}
        </Button>
      </form>
      {attestation.data && <Issued answer={attestation.data} />}
    </>
  );
}

function wrongCode(typed: string, words: { codeMissing: string; codeWrong: string }): { code?: string } {
  if (typed.trim() === '') return { code: words.codeMissing };
  return readCode(typed) === null ? { code: words.codeWrong } : {};
}
