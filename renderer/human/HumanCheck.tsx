import { CheckCircleOutlined, SyncOutlined, WarningOutlined } from '@ant-design/icons';
import { messageOf } from '#renderer/api/index.ts';
import { Action } from '#renderer/basics/index.ts';
import { apiWords, humanWords, useWords } from '#renderer/locales/index.ts';
import type { HumanCheckHandle } from './useHumanCheck.ts';
import './human.css';

/** One quiet line that says how the check stands, and the way to try again where it failed. */
export function HumanCheck({ check }: { check: HumanCheckHandle }) {
  const words = useWords(humanWords);
  const sentences = useWords(apiWords);
  const { state } = check;
  return (
    <div className="human" role="status">
      {state.kind === 'working' && (
        <>
          <SyncOutlined aria-hidden="true" /> {words.working}
        </>
      )}
      {state.kind === 'ready' && (
        <>
          <CheckCircleOutlined aria-hidden="true" /> {words.ready}
        </>
      )}
      {state.kind === 'failed' && (
        <span className="problem">
          <WarningOutlined aria-hidden="true" /> {words.failed} {messageOf(state.error, sentences)}{' '}
          <Action size="small" onClick={check.restart}>
            {words.again}
          </Action>
        </span>
      )}
    </div>
  );
}
