import { Button } from 'antd';
import { type JobKind, useStartJob } from '#renderer/api/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { jobsWords, useWords } from '#renderer/locales/index.ts';

/** What comes by itself can be asked for at once. */
export function StartButtons() {
  const words = useWords(jobsWords);
  const notify = useNotify();
  const start = useStartJob();
  const ask = (kind: JobKind): void =>
    start.mutate({ kind }, { onSuccess: () => notify.success(words.begun), onError: notify.failure });
  return (
    <fieldset className="job-starts">
      <legend>{words.start}</legend>
      {(Object.keys(words.kinds) as JobKind[]).map((kind) => (
        <Button key={kind} disabled={start.isPending} onClick={() => ask(kind)}>
          {words.startOne(words.kinds[kind])}
        </Button>
      ))}
    </fieldset>
  );
}
