import { Alert, Button, Tag } from 'antd';
import type { Replay } from '#core/model/wire/index.ts';
import { messageOf, useCancelReplay } from '#renderer/api/index.ts';
import { useTimes } from '#renderer/frame/index.ts';
import { apiWords, replayWords, useWords } from '#renderer/locales/index.ts';
import { LineTable } from './LineTable.tsx';

type Props = { replay: Replay; isOutdated: boolean; isLatest: boolean; mayReplay: boolean };
type Report = NonNullable<Replay['report']>;

const TOTALS = [
  ...(['cases', 'changed', 'blocked', 'allowed', 'aside', 'stuck'] as const),
  ...(['overflow', 'blank', 'print', 'stays'] as const),
];

/** One replay: how far it is, then its numbers. Those before the last one are folded up. */
export function ReplayRun({ replay, isOutdated, isLatest, mayReplay }: Props) {
  const words = useWords(replayWords);
  const { formatTime } = useTimes();
  const { id, status, cycle, target, mode, createdBy, createdAt, report } = replay;
  const result = report && <Result id={id} report={report} mayReplay={mayReplay} />;
  return (
    <section className="replay-run" aria-label={words.which(cycle, target)}>
      <div className="replay-head">
        <strong>{words.which(cycle, target)}</strong> <Tag>{words.modes[mode]}</Tag>{' '}
        <Tag>{words.statuses[status]}</Tag>
        <span className="quiet">{words.run(createdBy, formatTime(createdAt))}</span>
      </div>
      {(status === 'waiting' || status === 'running') && <Progress replay={replay} mayReplay={mayReplay} />}
      {status === 'failed' && <Alert type="error" showIcon title={words.failed} />}
      {isOutdated && report && <Alert type="warning" showIcon title={words.outdated} />}
      {isLatest || !report ? (
        result
      ) : (
        <details>
          <summary>{words.strip(report.cases, report.changed)}</summary>
          {result}
        </details>
      )}
    </section>
  );
}

function Progress({ replay, mayReplay }: Pick<Props, 'replay' | 'mayReplay'>) {
  const words = useWords(replayWords);
  const sentences = useWords(apiWords);
  const cancel = useCancelReplay();
  const { id, done, total, status } = replay;
  return (
    <div className="replay-progress">
      <progress
        aria-label={words.statuses[status]}
        max={Math.max(total ?? 1, 1)}
        {...(total !== null && { value: done })}
      />
      <span role="status">{words.progress(done, total)}</span>
      {mayReplay && (
        <Button loading={cancel.isPending} onClick={() => cancel.mutate(id)}>
          {words.cancel}
        </Button>
      )}
      {cancel.isError && (
        <Alert type="error" showIcon role="alert" title={messageOf(cancel.error, sentences)} />
      )}
    </div>
  );
}

function Result({ id, report, mayReplay }: { id: string; report: Report; mayReplay: boolean }) {
  const words = useWords(replayWords);
  const { lines } = report;
  const isUnchanged = report.changed === 0;
  return (
    <>
      <dl className="replay-totals">
        {TOTALS.map((total) => (
          <Total key={total} title={words.totals[total]} count={report[total]} />
        ))}
      </dl>
      {report.stays !== 0 && <p className="quiet">{words.staysHint}</p>}
      {report.print !== undefined && <p className="quiet">{words.outputsHint}</p>}
      {lines.length === 0 && <p>{isUnchanged ? words.unchanged : words.few}</p>}
      {lines.length > 0 && <LineTable id={id} lines={lines} mayReplay={mayReplay} />}
    </>
  );
}

/** Undefined: a replay of before it was counted. */
function Total({ title, count }: { title: string; count: number | null | undefined }) {
  const words = useWords(replayWords);
  if (count === undefined) return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>{words.count(count)}</dd>
    </div>
  );
}
