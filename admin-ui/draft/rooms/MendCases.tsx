import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Change } from '#core/change/index.ts';
import { messageOf, readPublishedFiles } from '#renderer/api/index.ts';
import { apiWords, draftWords, useWords } from '#renderer/locales/index.ts';
import { ChangeForm } from '../ChangeForm.tsx';
import { useOpenDraft } from '../DraftContext.tsx';
import { sourceFiles } from '../model/files.ts';
import { comparedCycle, mendsOf } from '../model/mends.ts';

/** Examples that no longer come out as they say: proposes what they would have to expect, for somebody to mean it. */
export function MendCases() {
  const words = useWords(draftWords);
  const sentences = useWords(apiWords);
  const { view, files, cycle } = useOpenDraft();
  const [mends, setMends] = useState<Change[] | null>(null);
  const [state, setState] = useState<'idle' | 'looking' | { failed: unknown }>('idle');
  const search = async () => {
    setState('looking');
    try {
      const published = await readPublishedFiles(comparedCycle(cycle, view.changes));
      setMends(mendsOf(sourceFiles(published), files, view.changes));
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
  return (
    <ChangeForm
      label={words.mendCases}
      changes={mends}
      showsEffects={false}
      onWrong={() => undefined}
      close={() => setMends(null)}
    >
      <p>{words.mendHint(mends.reduce((sum, { patches }) => sum + Object.keys(patches ?? {}).length, 0))}</p>
      <ul>
        {mends.flatMap(({ patches }) =>
          Object.keys(patches ?? {}).map((file) => (
            <li key={file}>
              <code>{file}</code>
            </li>
          )),
        )}
      </ul>
    </ChangeForm>
  );
}
