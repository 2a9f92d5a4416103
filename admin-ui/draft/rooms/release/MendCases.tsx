import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Change } from '#core/change/index.ts';
import { asObject, asText, isObject, type Json } from '#core/json/index.ts';
import { messageOf, readPublishedFiles } from '#renderer/api/index.ts';
import { apiWords, draftWords, useWords } from '#renderer/locales/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { sourceFiles } from '../../model/files.ts';
import { comparedCycle } from '../../model/mends.ts';
import { useMends } from './useMends.ts';

/** Examples that no longer come out as they say: proposes what they would have to expect, for somebody to mean it. */
export function MendCases() {
  const words = useWords(draftWords);
  const sentences = useWords(apiWords);
  const { view, files, cycle } = useOpenDraft();
  const [mends, setMends] = useState<Change[] | null>(null);
  const [state, setState] = useState<'idle' | 'looking' | { failed: unknown }>('idle');
  const find = useMends();
  const search = async () => {
    setState('looking');
    try {
      const published = await readPublishedFiles(comparedCycle(cycle, view.changes));
      const request = { published: sourceFiles(published), files, changes: view.changes };
      setMends(await find(request));
      setState('idle');
    } catch (error) {
      setState({ failed: error });
    }
  };
  if (mends === null || mends.length === 0)
    return (
      <>
        {mends?.length === 0 && <Alert type="warning" showIcon title={words.noMends} />}
        {typeof state === 'object' && (
          <Alert type="error" showIcon role="alert" title={messageOf(state.failed, sentences)} />
        )}
        <Button loading={state === 'looking'} onClick={() => void search()}>
          {words.mendCases}
        </Button>
      </>
    );
  const { answers, outcomes } = sorted(mends);
  return (
    <ChangeForm
      label={words.mendCases}
      changes={mends}
      showsEffects={false}
      onWrong={() => undefined}
      close={() => setMends(null)}
    >
      <FileList title={words.mendAnswers(answers.length)} files={answers} />
      <FileList title={words.mendHint(outcomes.length)} files={outcomes} />
    </ChangeForm>
  );
}

/** The files of examples by what becomes of them: they get an answer, or they expect something else. */
function sorted(mends: readonly Change[]): { answers: string[]; outcomes: string[] } {
  const patches = mends.flatMap((mend) => Object.entries(asObject(mend.patches)));
  const outcomes = new Set(patches.flatMap(([file, patch]) => (expects(patch) ? [file] : [])));
  const answers = new Set(patches.flatMap(([file]) => (outcomes.has(file) ? [] : [file])));
  return { answers: [...answers], outcomes: [...outcomes] };
}

const expects = (patch: Json): boolean => isObject(patch) && ('expects' in patch || 'cases' in patch);

function FileList({ title, files }: { title: string; files: string[] }) {
  const { files: all } = useOpenDraft();
  if (files.length === 0) return null;
  const nameOf = (file: string) => {
    const { name, title } = asObject(all.find(({ path }) => path === file)?.json);
    return asText(name) ?? asText(title) ?? '';
  };
  return (
    <div>
      <p>{title}</p>
      <ul className="mends">
        {files.map((file) => (
          <li key={file}>
            {nameOf(file)} <code>{file}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
