import { type AuditLine, useAudit } from '#renderer/api/index.ts';
import { FilterInput, Listing, Page, useSearchInAddress, useTimes } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { type AuditWords, auditWords, useWords } from '#renderer/locales/index.ts';
import { Verify } from './Verify.tsx';

/** Who did what to what and when, newest first; and whether the chain is intact. */
export function AuditPage() {
  const words = useWords(auditWords);
  const action = useSearchInAddress('action');
  const subject = useSearchInAddress('subject');
  const audit = useAudit({ action: action.wanted, subject: subject.wanted });
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
        <FilterInput label={words.action} input={action.input} maxLength={80} />
        <FilterInput label={words.subject} input={subject.input} maxLength={80} />
      </search>
      <Listing pages={audit} none={words.none} more={words.more}>
        {(lines) => <Lines lines={lines} />}
      </Listing>
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
              <td>{textOf(line, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function nameOf(action: string, words: AuditWords): string {
  if (action.startsWith('event:')) return words.event;
  const title = Object.entries(words.actions).find(([name]) => name === action)?.[1];
  return title ?? words.unknown;
}

function textOf({ detail: { destroyed, ...detail } }: AuditLine, words: AuditWords): string {
  const parts = Object.entries(detail).map(
    ([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return (destroyed === true ? [...parts, words.destroyed] : parts).join('; ');
}
