import { useEffect, useRef } from 'react';
import { sheetWords, useWords } from '#renderer/locales/index.ts';
import { paperName } from './names.ts';
import type { PrintedPage } from './open-print.ts';

type Props = { page: PrintedPage; count: number; isWhole: boolean };

/** Finer than this nobody sees, and a long form would fill the memory. */
const FINEST = 2;

/** A page on its paper, drawn once it comes near to what is seen. */
export function PageSheet({ page, count, isWhole }: Props) {
  const words = useWords(sheetWords);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { current } = canvas;
    if (!current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void drawnOn(current, page);
      },
      { rootMargin: '600px' },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [page]);
  const { number, width, height } = page;
  const name = paperName(width, height);
  const paper = name
    ? `${name.size} ${words.orientations[name.orientation]}`
    : words.millimetres(width, height);
  return (
    <figure className="paper-page" style={isWhole ? { width: `${width}mm` } : {}}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={words.pageOf(number, count)}
        style={{ aspectRatio: `${width} / ${height}` }}
      />
      <figcaption className="quiet">
        {words.pageOf(number, count)} · {paper}
      </figcaption>
    </figure>
  );
}

async function drawnOn(canvas: HTMLCanvasElement, page: PrintedPage): Promise<void> {
  const scale = Math.min(FINEST, Math.max(1, devicePixelRatio));
  canvas.width = Math.round(canvas.clientWidth * scale);
  canvas.height = Math.round((canvas.width * page.height) / page.width);
  await page.draw(canvas);
}
