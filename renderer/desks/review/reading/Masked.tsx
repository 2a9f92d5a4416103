import { Button } from 'antd';
import type { FieldSchema } from '#core/model/index.ts';
import { useReveal } from '#renderer/api/index.ts';
import { useOpenCase } from '#renderer/form/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { useText } from './useText.ts';

type Props = { section: string; path: string; title: string; schema: FieldSchema; text: string };

/** A masked answer, and the way to see it whole where the work needs it; each reveal is recorded in the audit trail. */
export function Masked({ section, path, title, schema, text }: Props) {
  const words = useWords(reviewWords);
  const notify = useNotify();
  const write = useText();
  const { store } = useOpenCase();
  const reveal = useReveal(store.view.id);
  if (reveal.data) return <span role="status">{write(schema, reveal.data.value)}</span>;
  return (
    <>
      {text}{' '}
      <Button
        size="small"
        type="link"
        loading={reveal.isPending}
        aria-label={words.wholeOf(title)}
        onClick={() => reveal.mutate({ section, path }, { onError: notify.failure })}
      >
        {words.whole}
      </Button>
    </>
  );
}
