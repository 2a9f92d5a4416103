import { useEffect, useState } from 'react';
import { useDraftPrint } from '#renderer/api/index.ts';
import { Failed, Loading } from '#renderer/frame/index.ts';
import { sheetWords, useWords } from '#renderer/locales/index.ts';
import { type OpenPrint, openPrint, type PrintedPage } from './open-print.ts';
import { PageSheet } from './PageSheet.tsx';

type Props = {
  address: string;
  title: string;
  /** How many pages it may have; absent: any number. */
  most: number | undefined;
  isWhole: boolean;
};

/** A sheet page by page as it comes out of the printer: the very PDF that would be printed. */
export default function PagedSheet({ address, title, most, isWhole }: Props) {
  const words = useWords(sheetWords);
  const { data, error, isError, refetch } = useDraftPrint(address);
  const pages = usePages(data);
  if (isError) return <Failed error={error} retry={() => void refetch()} />;
  if (!pages) return <Loading />;
  const isTooLong = most !== undefined && pages.length > most;
  return (
    <>
      <p className={isTooLong ? 'problem' : 'quiet'} role="status">
        {isTooLong ? words.tooManyPages(pages.length, most) : words.pageCount(pages.length)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever works by keyboard scrolls it */}
      <section className="paper-pages" aria-label={title} tabIndex={0}>
        {pages.map((page) => (
          <PageSheet key={`${page.number}/${isWhole}`} page={page} count={pages.length} isWhole={isWhole} />
        ))}
      </section>
    </>
  );
}

/** The pages of a PDF while it is shown; null until they are there. */
function usePages(bytes: ArrayBuffer | undefined): PrintedPage[] | null {
  const [print, setPrint] = useState<OpenPrint | null>(null);
  useEffect(() => {
    if (!bytes) return undefined;
    let isGone = false;
    const opening = openPrint(bytes);
    void opening.then((one) => !isGone && setPrint(one));
    return () => {
      isGone = true;
      setPrint(null);
      void opening.then(({ close }) => close());
    };
  }, [bytes]);
  return print?.pages ?? null;
}
