import { type RefObject, useEffect, useRef, useState } from 'react';
import type { JsonObject } from '#core/model/index.ts';
import { sheetPreviewUrl } from '#renderer/api/index.ts';
import { printSettingsWords, useWords } from '#renderer/locales/index.ts';

type Props = {
  caseId: string;
  sheet: { id: string; title: string };
  /** Of its paper, in pixels. */
  width: number;
  /** null = they are not possible; what was shown last stays. */
  settings: JsonObject | null;
};

/** Long enough for somebody who types a number to come to its end. */
const PAUSE_MS = 500;
/** What lies around the paper. */
const EDGE = 32;

/**
 * The sheet as it would look with these settings, as wide as there is room. It stays where it was read, unless what the
 * last setting has changed is out of sight: then it goes there.
 */
export function Preview({ caseId, sheet, width, settings }: Props) {
  const words = useWords(printSettingsWords);
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const top = useRef(0);
  const isThere = useRef(false);
  const blocks = useRef<string[]>([]);
  const scale = useScale(box, width + EDGE);
  const wanted = settings === null ? null : sheetPreviewUrl(caseId, sheet.id, settings);
  const url = useAfterPause(wanted);
  useEffect(() => {
    // It is loaded anew, and was read to here; one that is not there yet was read by nobody.
    if (url !== null && isThere.current) top.current = frame.current?.contentWindow?.scrollY ?? 0;
    isThere.current = false;
  }, [url]);
  const showChange = () => {
    const page = frame.current?.contentWindow;
    if (!page) return;
    isThere.current = true;
    page.scrollTo(0, top.current);
    const tables = [...page.document.querySelectorAll('table')];
    const changed = changedOf(tables, blocks.current);
    blocks.current = tables.map(({ outerHTML }) => outerHTML);
    const { top: above } = changed?.getBoundingClientRect() ?? { top: 0 };
    // By hand, since bringing it into view would scroll the page around the frame, too.
    if (above < 0 || above > page.innerHeight - EDGE) page.scrollBy(0, above - EDGE);
  };
  return (
    <section className="print-preview" aria-label={words.previewOf(sheet.title)}>
      <p className="quiet">{words.preview}</p>
      <div ref={box} className="print-paper">
        {url !== null && scale > 0 && (
          <iframe
            ref={frame}
            title={words.previewOf(sheet.title)}
            src={url}
            style={{
              width: width + EDGE,
              height: `${100 / scale}%`,
              transform: `scale(${scale})`,
            }}
            onLoad={showChange}
          />
        )}
      </div>
    </section>
  );
}

/** The first table of a page, of which each block has one, that is not as it was before. */
const changedOf = (tables: readonly HTMLElement[], before: readonly string[]): HTMLElement | undefined =>
  before.length === tables.length
    ? tables.find(({ outerHTML }, index) => outerHTML !== before[index])
    : undefined;

/** The last value that stayed for a while; the first one at once. */
function useAfterPause(value: string | null): string | null {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (value === null || value === shown) return;
    const timer = setTimeout(() => setShown(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value, shown]);
  return shown;
}

/** How small something so wide has to be drawn to have room, as large as it is at most. */
function useScale(box: RefObject<HTMLDivElement | null>, width: number): number {
  const [scale, setScale] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setScale(Math.min(1, element.clientWidth / width));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, width]);
  return scale;
}
