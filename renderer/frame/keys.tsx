import { Modal } from 'antd';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { frameWords, useWords } from '../locales/index.ts';

/** One key of a desk: `key` as in KeyboardEvent.key, with `ctrl+` before it where Ctrl (or Command) is held. */
export type KeyBinding = { key: string; title: string; run: () => void };

type Registry = { add: (bindings: readonly KeyBinding[]) => () => void; open: () => void };

const KeysContext = createContext<Registry | null>(null);

const nameOf = (event: KeyboardEvent): string =>
  event.ctrlKey || event.metaKey ? `ctrl+${event.key.toLowerCase()}` : event.key;

/** Somebody is writing here: single letters belong to them. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

export function KeysProvider({ children }: { children: ReactNode }) {
  const sets = useRef(new Set<readonly KeyBinding[]>());
  const [shown, setShown] = useState<KeyBinding[] | null>(null);
  const open = useCallback(() => setShown((now) => (now ? null : [...sets.current].flat())), []);
  const registry = useMemo<Registry>(
    () => ({
      add: (bindings) => {
        sets.current.add(bindings);
        return () => sets.current.delete(bindings);
      },
      open,
    }),
    [open],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const name = nameOf(event);
      if (isWriting(event.target) && !name.startsWith('ctrl+')) return;
      if (name === '?') return open();
      const binding = [...sets.current].flat().find(({ key }) => key === name);
      if (!binding) return;
      event.preventDefault();
      binding.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open]);

  return (
    <KeysContext value={registry}>
      {children}
      {shown && <KeyList bindings={shown} close={() => setShown(null)} />}
    </KeysContext>
  );
}

/** Makes keys work while the component is on the page, and lists them under `?`. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const registry = useContext(KeysContext);
  useEffect(() => registry?.add(bindings), [registry, bindings]);
}

/** Opens the list of keys, for who does not know `?` yet. */
export const useKeyList = (): (() => void) => useContext(KeysContext)?.open ?? (() => {});

function KeyList({ bindings, close }: { bindings: KeyBinding[]; close: () => void }) {
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
