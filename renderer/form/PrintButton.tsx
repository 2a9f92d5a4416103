import { Button } from 'antd';
import { useRef, useState } from 'react';
import { formWords, useWords } from '#renderer/locales/index.ts';

type Props = {
  /** The sheet as a page. */
  url: string;
  title: string;
  /** What is waited for before the sheet is fetched. */
  ready?: () => Promise<unknown>;
};

/**
 * Prints a sheet with the browser's own dialog. The page of a sheet runs no script, so it is the page around it that
 * prints it, out of a frame that nobody sees.
 */
export function PrintButton({ url, title, ready }: Props) {
  const words = useWords(formWords);
  const frame = useRef<HTMLIFrameElement>(null);
  const [asked, setAsked] = useState(0);
  const [loading, setLoading] = useState(false);
  const ask = async () => {
    setLoading(true);
    await ready?.();
    setAsked((times) => times + 1);
  };
  const print = () => {
    setLoading(false);
    frame.current?.contentWindow?.print();
  };
  return (
    <>
      <Button size="small" loading={loading} aria-label={words.printOf(title)} onClick={ask}>
        {words.print}
      </Button>
      {asked > 0 && (
        <iframe
          key={asked}
          ref={frame}
          src={url}
          title={words.printOf(title)}
          className="printed"
          tabIndex={-1}
          aria-hidden="true"
          onLoad={print}
        />
      )}
    </>
  );
}
