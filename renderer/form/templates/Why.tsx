import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { Suspense, use, useState } from 'react';
import { textOf } from '#core/evaluate/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import type { Reason } from '../store/live.ts';
import { useWriter } from '../store/useWriter.ts';

/** Answers "why is this asked?" with the rule's reasons and the clause it comes from; computed when opened. */
export function Why({ label, reasons }: { label: string; reasons: () => Promise<Reason[]> }) {
  const words = useWords(formWords);
  const [asked, setAsked] = useState<Promise<Reason[]> | null>(null);
  const answer = asked && (
    <Suspense>
      <Reasons asked={asked} />
    </Suspense>
  );
  return (
    <Popover
      trigger="click"
      title={words.whyTitle}
      content={answer}
      onOpenChange={(open) => open && setAsked(reasons())}
    >
      <Button
        type="text"
        size="small"
        className="why"
        aria-label={`${label} ${words.why}`}
        title={words.why}
        icon={<QuestionCircleOutlined />}
      />
    </Popover>
  );
}

function Reasons({ asked }: { asked: Promise<Reason[]> }) {
  const words = useWords(formWords);
  const reasons = use(asked);
  if (reasons.length === 0) return <p className="reasons">{words.whyPlain}</p>;
  return (
    <dl className="reasons">
      {reasons.map((reason) => (
        <div key={reason.effect}>
          <dt>{reason.sentence}</dt>
          {reason.found.map((reading) => (
            <Reading key={reading.place} {...reading} />
          ))}
          {reason.source && <dd className="quiet">{words.whySource(reason.source)}</dd>}
        </div>
      ))}
    </dl>
  );
}

function Reading({ place, value, schema }: Reason['found'][number]) {
  const words = useWords(formWords);
  const writer = useWriter();
  return <dd>{words.reading(place, textOf(schema, value, writer) || words.blank)}</dd>;
}
