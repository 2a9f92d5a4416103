import { Button, Progress, Tag } from 'antd';
import { type JobKind, type JobLine, useChangeJob } from '#renderer/api/index.ts';
import { useNotify, useTimes } from '#renderer/frame/index.ts';
import { type JobsWords, jobsWords, useWords } from '#renderer/locales/index.ts';

const COLOURS = {
  waiting: 'default',
  running: 'processing',
  done: 'success',
  failed: 'error',
  cancelled: 'warning',
} as const;

/** One job: what it is, how far, what came of it, and the one thing that can be done about it. */
export function JobRow({ job }: { job: JobLine }) {
  const words = useWords(jobsWords);
  const title = titleOf(job, words);
  return (
    <li>
      <div className="job-what">
        <strong>{title}</strong> <Tag color={COLOURS[job.status]}>{words.statuses[job.status]}</Tag>
        <Times job={job} />
        {job.status === 'running' && <HowFar job={job} title={title} />}
        {job.problem && <p className="job-problem">{problemOf(job.problem, words)}</p>}
        {job.status === 'done' && job.result && <p>{words.results[job.kind as JobKind]?.(job.result)}</p>}
      </div>
      <Action job={job} title={title} />
    </li>
  );
}

const titleOf = ({ kind }: JobLine, words: JobsWords): string => words.kinds[kind as JobKind] ?? kind;

const problemOf = ({ code, params, message }: NonNullable<JobLine['problem']>, words: JobsWords): string =>
  words.problems[code]?.({ ...params, message }) ?? message;

function Times({ job }: { job: JobLine }) {
  const words = useWords(jobsWords);
  const { formatTime } = useTimes();
  const { status, attempts, startedAt, finishedAt, dueAt, problem } = job;
  const waits = status === 'waiting' && (problem ? words.again : words.due)(formatTime(dueAt));
  const parts = [
    job.userName ? words.by(job.userName) : words.system,
    waits,
    status !== 'waiting' && startedAt && words.started(formatTime(startedAt)),
    finishedAt && words.finished(formatTime(finishedAt)),
    attempts > 1 && words.attempt(attempts),
  ];
  return <p className="quiet">{parts.filter(Boolean).join(' · ')}</p>;
}

function HowFar({ job: { done, total }, title }: { job: JobLine; title: string }) {
  const words = useWords(jobsWords);
  if (total === null || total === 0) return done > 0 && <p className="quiet">{words.count(done)}</p>;
  const percent = Math.floor((100 * done) / total);
  return <Progress percent={percent} size="small" aria-label={words.progress(title)} />;
}

/** The same button whatever it does, so that the focus stays on it when the job's state changes. */
function Action({ job, title }: { job: JobLine; title: string }) {
  const words = useWords(jobsWords);
  const notify = useNotify();
  const change = useChangeJob(job.id);
  if (job.status === 'done') return null;
  const action = job.status === 'failed' || job.status === 'cancelled' ? 'retry' : 'cancel';
  const notice = { retry: words.retried, cancel: words.cancelled }[action];
  return (
    <Button
      loading={change.isPending}
      aria-label={words.actionOn(words[action], title)}
      onClick={() =>
        change.mutate({ action }, { onSuccess: () => notify.success(notice), onError: notify.failure })
      }
    >
      {words[action]}
    </Button>
  );
}
