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
import { readRoster } from '#renderer/api/index.ts';
import { formatBytes } from '#renderer/form/index.ts';
import { beforeLeaving, useNotify } from '#renderer/frame/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';

type Export = { roster: string; queue: string; cycle: string; title: string };

type Exports = {
  /** Bytes received so far of each roster, by `roster/queue/cycle`. */
  running: Readonly<Record<string, number>>;
  start: (wanted: Export) => void;
  cancel: (key: string) => void;
};

const ExportsContext = createContext<Exports | null>(null);

/** Names a running export: one a roster and queue of a cycle. */
export const exportKey = ({ roster, queue, cycle }: Omit<Export, 'title'>): string =>
  `${roster}/${queue}/${cycle}`;

/** Exports go on while the person walks through the desk; logging out ends them. */
export function ExportsProvider({ children }: { children: ReactNode }) {
  const words = useWords(reviewWords);
  const notify = useNotify();
  const stops = useRef(new Map<string, AbortController>());
  const [running, setRunning] = useState<Record<string, number>>({});

  const end = useCallback((key: string) => {
    stops.current.delete(key);
    setRunning(({ [key]: _ended, ...others }) => others);
  }, []);

  const start = useCallback(
    (wanted: Export) => {
      const key = exportKey(wanted);
      if (stops.current.has(key)) return;
      const stop = new AbortController();
      stops.current.set(key, stop);
      const received = (bytes: number) => setRunning((now) => ({ ...now, [key]: bytes }));
      received(0);
      readRoster(wanted, received, stop.signal)
        .then((file) => {
          keep(file, `${wanted.title}.xlsx`);
          notify.success(words.exported(wanted.title, formatBytes(file.size)));
        })
        .catch((error: unknown) => {
          if (!stop.signal.aborted) notify.failure(error);
        })
        .finally(() => end(key));
    },
    [end, notify, words],
  );

  const cancel = useCallback((key: string) => stops.current.get(key)?.abort(), []);
  useEffect(() => {
    const all = stops.current;
    return beforeLeaving(async () => {
      for (const stop of all.values()) stop.abort();
    });
  }, []);
  const value = useMemo(() => ({ running, start, cancel }), [running, start, cancel]);
  return <ExportsContext value={value}>{children}</ExportsContext>;
}

/** What is being exported. Throws outside the provider. */
export function useExports(): Exports {
  const exports = useContext(ExportsContext);
  if (!exports) throw new Error('exports are shown outside <ExportsProvider>');
  return exports;
}

/** Hands the finished file to the browser's downloads. */
function keep(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
