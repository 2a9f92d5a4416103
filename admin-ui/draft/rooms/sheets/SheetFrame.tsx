import { type CSSProperties, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { type Paper, sizeOf } from '#core/fit/index.ts';
import { fitIn, type ShownFit } from './FitNote.tsx';

type Props = {
  address: string;
  title: string;
  paper: Paper;
  /** It is one page: the frame is no higher than that. */
  isOnePage: boolean;
  /** As large as it is printed; else as wide as there is room. */
  isWhole: boolean;
  choose: ((index: number) => void) | undefined;
  onFit: (fit: ShownFit | null) => void;
};

const PIXELS = { mm: 96 / 25.4, in: 96 };
/** Beside the paper in the frame. */
const AROUND = 40;

/**
 * The page in a frame that is as wide as the paper, made smaller as a whole: nothing of it stands outside of what is
 * seen. It runs nothing and fetches nothing; it is of our origin only so that a click on a sentence can be heard.
 */
export function SheetFrame({ address, title, paper, isOnePage, isWhole, choose, onFit }: Props) {
  const { host, room } = useRoom();
  const chosen = useRef(choose);
  chosen.current = choose;
  const [width, height] = pixelsOf(paper);
  const scale = isWhole || room === 0 ? 1 : Math.min(1, room / width);
  const style: CSSProperties = {
    width: Math.max(width, room / scale),
    height: isOnePage ? height : `calc(var(--frame-height) / ${scale})`,
    transform: `scale(${scale})`,
  };
  const listen = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>) => {
    const page = currentTarget.contentDocument;
    if (!page) return;
    onFit(fitIn(page));
    page.addEventListener('click', ({ target }) => {
      const index = (target as Element | null)?.closest?.('[data-sentence]')?.getAttribute('data-sentence');
      if (index) chosen.current?.(Number(index));
    });
  };
  return (
    <div
      ref={host}
      className={isWhole ? 'sheet-frame whole' : 'sheet-frame'}
      style={{ height: isOnePage ? height * scale : 'var(--frame-height)' }}
    >
      <iframe src={address} title={title} sandbox="allow-same-origin" style={style} onLoad={listen} />
    </div>
  );
}

/** How wide the place for the page is now, in pixels. */
function useRoom() {
  const host = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useEffect(() => {
    if (!host.current) return undefined;
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0));
    observer.observe(host.current);
    return () => observer.disconnect();
  }, []);
  return { host, room };
}

/** The paper with what is around it. */
function pixelsOf(paper: Paper): [width: number, height: number] {
  const [width = 0, height = 0] = sizeOf(paper).map(
    (length) => Number.parseFloat(length) * (length.endsWith('in') ? PIXELS.in : PIXELS.mm),
  );
  return [width + AROUND, height + AROUND];
}
