import { Button, Progress } from 'antd';
import { type PrintRun, printRunUrl, useEndPrintRun, usePrintRuns } from '#renderer/api/index.ts';
import { formatBytes } from '#renderer/form/index.ts';
import { useTimes } from '#renderer/frame/index.ts';
import { type ReviewWords, reviewWords, useWords } from '#renderer/locales/index.ts';

/** What is being printed, and the files that are ready: each for a day. */
export function PrintRuns() {
  const words = useWords(reviewWords);
  const runs = usePrintRuns().data?.runs ?? [];
  if (runs.length === 0) return null;
  return (
    <section aria-label={words.printRuns}>
      <p className="quiet">{words.printKept}</p>
      <ul className="print-runs">
        {runs.map((run) => (
          <Run key={run.id} run={run} />
        ))}
      </ul>
    </section>
  );
}

function Run({ run }: { run: PrintRun }) {
  const words = useWords(reviewWords);
  const { formatTime } = useTimes();
  const end = useEndPrintRun();
  const { id, title, form, status, done, cases, createdAt } = run;
  const isMoving = status === 'waiting' || status === 'running';
  return (
    <li>
      <span>
        {title} · {form === 'pdf' ? words.printPdf : words.printZip} · {formatTime(createdAt)}
      </span>
      {isMoving ? (
        <Progress
          percent={Math.floor((100 * done) / cases)}
          format={() => `${done} / ${cases}`}
          aria-label={title}
        />
      ) : (
        <span className="quiet">{outcomeOf(run, words)}</span>
      )}
      {status === 'done' && <Button href={printRunUrl(id)}>{words.printDownload}</Button>}
      <Button type="link" loading={end.isPending} onClick={() => end.mutate(id)}>
        {isMoving ? words.cancel : words.printDelete}
      </Button>
    </li>
  );
}

function outcomeOf({ status, problem, printed, cases, bytes }: PrintRun, words: ReviewWords): string {
  if (status === 'failed') return words.printProblems[problem ?? ''] ?? words.printFailed;
  return words.printed(printed, cases - printed, formatBytes(bytes ?? 0));
}
