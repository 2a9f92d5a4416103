import { Button } from 'antd';
import { type JobStart, useStartJob } from '#renderer/api/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { jobsWords, useWords } from '#renderer/locales/index.ts';

type Kind = JobStart['kind'];

const KINDS: readonly Kind[] = ['clear-expired', 'clear-files', 'scan-held', 'verify-trail'];

/** What comes by itself can be asked for at once. */
export function StartButtons() {
  const words = useWords(jobsWords);
  const notify = useNotify();
  const start = useStartJob();
  const ask = (kind: Kind): void =>
    start.mutate({ kind }, { onSuccess: () => notify.success(words.begun), onError: notify.failure });
  return (
    <fieldset className="job-starts">
      <legend>{words.start}</legend>
      {KINDS.map((kind) => (
        <Button key={kind} disabled={start.isPending} onClick={() => ask(kind)}>
          {words.startOne(words.kinds[kind])}
        </Button>
      ))}
    </fieldset>
  );
}
