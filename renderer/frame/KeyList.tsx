import { Modal } from 'antd';
import { useReturnFocus } from '#renderer/focus/index.ts';
import { frameWords, useWords } from '#renderer/locales/index.ts';
import type { KeyBinding } from './key-binding.ts';

/** The keys that the shown parts answer to. */
export default function KeyList({ bindings, close }: { bindings: KeyBinding[]; close: () => void }) {
  useReturnFocus();
  const words = useWords(frameWords);
  return (
    <Modal open title={words.keys} onCancel={close} footer={null} closable={{ 'aria-label': words.close }}>
      <dl className="keys">
        {bindings.map(({ key, title }) => (
          <div key={key}>
            <dt>
              <kbd>{key.replace('ctrl+', 'Ctrl + ')}</kbd>
            </dt>
            <dd>{title}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{words.keysHint}</p>
    </Modal>
  );
}
