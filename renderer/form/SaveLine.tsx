import { CheckOutlined, ExclamationCircleOutlined, SyncOutlined } from '@ant-design/icons';
import { messageOf } from '#renderer/api/index.ts';
import { LoginAgain, useTimes } from '#renderer/frame/index.ts';
import { apiWords, formWords, useWords } from '#renderer/locales/index.ts';
import { useSnapshot } from './store/context.tsx';
import { saveOverview } from './store/overview.ts';

/** The state of saving: saved and when, being saved, or not and why. */
export function SaveLine() {
  const words = useWords(formWords);
  const { formatClock } = useTimes();
  const sentences = useWords(apiWords);
  const saves = useSnapshot((snapshot) => snapshot.saves);
  const state = saveOverview(Object.values(saves));
  if (state.kind === 'saved') {
    if (!state.at) return <span className="save-line">&nbsp;</span>;
    return (
      <span className="save-line saved" role="status">
        <CheckOutlined aria-hidden="true" /> {words.savedAt(formatClock(state.at))}
      </span>
    );
  }
  if (state.kind === 'saving') {
    return (
      <span className="save-line" role="status">
        <SyncOutlined aria-hidden="true" /> {words.saving}
      </span>
    );
  }
  const text = {
    unsaved: () => words.unsaved,
    offline: () => words.offline,
    conflict: () => words.conflictTitle,
    refused: () =>
      `${words.saveRefused} · ${state.kind === 'refused' ? messageOf(state.error, sentences) : ''}`,
  }[state.kind]();
  return (
    <span className={state.kind === 'unsaved' ? 'save-line' : 'save-line failed-save'} role="status">
      {state.kind !== 'unsaved' && <ExclamationCircleOutlined aria-hidden="true" />} {text}{' '}
      {state.kind === 'refused' && <LoginAgain error={state.error} />}
    </span>
  );
}
