import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Themed } from '#renderer/themed/index.ts';
import type { KeyBinding } from './key-binding.ts';

const KeyList = lazy(() => import('./KeyList.tsx'));

type Registry = { add: (bindings: readonly KeyBinding[]) => () => void; open: () => void };

const KeysContext = createContext<Registry | null>(null);

const nameOf = (event: KeyboardEvent): string =>
  event.ctrlKey || event.metaKey ? `ctrl+${event.key.toLowerCase()}` : event.key;

/** Somebody is typing: single letters are no shortcuts then. */
const isWriting = (target: HTMLElement): boolean =>
  target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);

/** Dialogs have keys of their own, and Enter belongs to the focused element. */
function isTaken({ target }: KeyboardEvent, name: string): boolean {
  if (!(target instanceof HTMLElement) || name.startsWith('ctrl+')) return false;
  if (isWriting(target)) return true;
  if (name === '?') return false;
  if (target.closest('[role=dialog], [role=menu], [role=listbox]')) return true;
  return name === 'Enter' && target.closest('button, a[href], summary') !== null;
}

/** Collects the keys that the shown parts answer to, fires them, and lists them at `?`. */
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
      if (event.defaultPrevented || isTaken(event, name)) return;
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
      {shown && (
        <Suspense>
          <Themed>
            <KeyList bindings={shown} close={() => setShown(null)} />
          </Themed>
        </Suspense>
      )}
    </KeysContext>
  );
}

/** Makes keys work while the component is on the page, and lists them under `?`. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const registry = useContext(KeysContext);
  useEffect(() => registry?.add(bindings), [registry, bindings]);
}

/** Opens the list of keys, for those who do not know `?` yet. */
export const useKeyList = (): (() => void) => useContext(KeysContext)?.open ?? (() => {});
