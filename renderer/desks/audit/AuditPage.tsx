import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { type AuditLine, useAudit } from '#renderer/api/index.ts';
import { Empty, Failed, Loading, Page, useTimes } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { type AuditWords, auditWords, useWords } from '#renderer/locales/index.ts';
import { Verify } from './Verify.tsx';

/** Who did what to what and when, newest first; and whether the chain holds. */
export function AuditPage() {
  const words = useWords(auditWords);
  const [action, setAction] = useState('');
  const [subject, setSubject] = useState('');
  const search = useDeferredValue(`${action.trim()}\n${subject.trim()}`);
  const [wantedAction = '', wantedSubject = ''] = search.split('\n');
  const audit = useAudit({ action: wantedAction, subject: wantedSubject });
  return (
    <Page
      title={
        <>
          {words.title} <HelpMark topic="audit" />
        </>
      }
    >
      <Verify />
      <search className="filters">
        <Input
          allowClear
          value={action}
          onChange={(event) => setAction(event.target.value)}
          placeholder={words.action}
          aria-label={words.action}
          maxLength={80}
        />
        <Input
          allowClear
          value={subject}
          onChange={(event) => setSubject(event.target.value)}
          placeholder={words.subject}
          aria-label={words.subject}
          maxLength={80}
        />
      </search>
      {audit.isPending && <Loading />}
      {audit.isError && <Failed error={audit.error} retry={() => audit.refetch()} />}
      {audit.data?.length === 0 && <Empty>{words.none}</Empty>}
      {audit.data && audit.data.length > 0 && <Lines lines={audit.data} />}
      {audit.hasNextPage && (
        <div className="more">
          <Button loading={audit.isFetchingNextPage} onClick={() => audit.fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Lines({ lines }: { lines: AuditLine[] }) {
  const words = useWords(auditWords);
  const { formatTime } = useTimes();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reached by key
    <section className="scrolls" tabIndex={0} aria-label={words.list}>
      <table className="audit" aria-label={words.list}>
        <thead>
          <tr>
            {[words.seq, words.when, words.who, words.action, words.subject, words.detail].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.seq}>
              <td>{line.seq}</td>
              <td>{formatTime(line.at)}</td>
              <td>{line.actorName || (line.actorId ?? words.nobody)}</td>
              <td>
                {nameOf(line.action, words)} <small className="quiet">{line.action}</small>
              </td>
              <td>
                {line.subjectName} <small className="quiet">{line.subject}</small>
              </td>
              <td>{textOf(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function nameOf(action: string, words: AuditWords): string {
  return words.actions[action] ?? (action.startsWith('event:') ? words.event : '');
}

const textOf = ({ detail }: AuditLine): string =>
  Object.entries(detail)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ');
