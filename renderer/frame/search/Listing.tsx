import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { Failed, Loading } from '../Loading.tsx';
import { Empty } from '../Page.tsx';
import type { useSearchText } from './useSearchText.ts';

/** What a list that comes page by page knows of itself. */
type Pages<Item> = {
  data: Item[] | undefined;
  isPending: boolean;
  isError: boolean;
  error: unknown;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
};

type ListingProps<Item> = {
  pages: Pages<Item>;
  /** Stands there when nothing was found. */
  none: string;
  more: string;
  children: (items: Item[]) => ReactNode;
};

/** A list that is loading, has failed, is empty, or stands there with a button for its next page. */
export function Listing<Item>({ pages, none, more, children }: ListingProps<Item>) {
  const { data = [] } = pages;
  return (
    <>
      {pages.isPending && <Loading />}
      {pages.isError && <Failed error={pages.error} retry={() => pages.refetch()} />}
      {pages.data?.length === 0 && <Empty>{none}</Empty>}
      {data.length > 0 && children(data)}
      {pages.hasNextPage && (
        <div className="more">
          <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
            {more}
          </Button>
        </div>
      )}
    </>
  );
}

type FilterProps = { label: string; input: ReturnType<typeof useSearchText>['input']; maxLength: number };

/** A text by which a list is narrowed. */
export function FilterInput({ label, input, maxLength }: FilterProps) {
  return <Input allowClear {...input} placeholder={label} aria-label={label} maxLength={maxLength} />;
}
