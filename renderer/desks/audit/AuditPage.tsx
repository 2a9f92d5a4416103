import { Select } from 'antd';
import { useMemo } from 'react';
import { type AuditLine, useAudit } from '#renderer/api/index.ts';
import {
  FilterInput,
  Listing,
  Page,
  useAddress,
  useSearchInAddress,
  useTimes,
} from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { type AuditWords, auditWords, useWords } from '#renderer/locales/index.ts';
import { Verify } from './Verify.tsx';

/** Who did what to what and when, newest first; and whether the chain is intact. */
export function AuditPage() {
  const words = useWords(auditWords);
  const [action, setAction] = useAddress('action');
  const subject = useSearchInAddress('subject');
  const audit = useAudit({ action, subject: subject.wanted });
  const { lines, events = [] } = audit.data ?? {};
  const titles = useTitles(events, words);
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
        <Select
          showSearch={{ filterOption: (typed, option) => isNamed(typed, option) }}
          allowClear
          value={action || null}
          onChange={(chosen) => setAction(chosen ?? '')}
          placeholder={words.action}
          aria-label={words.action}
          options={[...titles].map(([value, label]) => ({ value, label }))}
        />
        <FilterInput label={words.subject} input={subject.input} maxLength={80} />
      </search>
      <Listing pages={{ ...audit, data: lines }} none={words.none} more={words.more}>
        {(found) => <Lines lines={found} titles={titles} />}
      </Listing>
    </Page>
  );
}

type Option = { value: string; label: string };

/** An action is found by its title and by the name that the trail has for it. */
const isNamed = (typed: string, option: Option | undefined): boolean =>
  option !== undefined &&
  `${option.label} ${option.value}`.toLowerCase().includes(typed.trim().toLowerCase());

type Titles = ReadonlyMap<string, string>;

/** What each action is called: the engine's own, and the events of routes. */
const useTitles = (events: readonly { action: string; title: string }[], words: AuditWords): Titles =>
  useMemo(
    () =>
      new Map([
        ...events.map(({ action, title }) => [action, title] as const),
        ...Object.entries(words.actions),
      ]),
    [events, words],
  );

function Lines({ lines, titles }: { lines: AuditLine[]; titles: Titles }) {
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
                {titles.get(line.action) ?? nameless(line.action, words)}{' '}
                <small className="quiet">{line.action}</small>
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

/** An action of another version of the program, or of a route that is no longer there. */
const nameless = (action: string, words: AuditWords): string =>
  action.startsWith('event:') ? words.event : words.unknown;

function textOf({ detail: { destroyed, ...detail } }: AuditLine, words: AuditWords): string {
  const parts = Object.entries(detail).map(
    ([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return (destroyed === true ? [...parts, words.destroyed] : parts).join('; ');
}
