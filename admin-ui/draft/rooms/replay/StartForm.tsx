import { Alert, Button, Radio, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import type { ReplayList, ReplayStart } from '#core/model/wire/index.ts';
import { messageOf, useStartReplay } from '#renderer/api/index.ts';
import { apiWords, replayWords, useWords } from '#renderer/locales/index.ts';

type Props = { draft: string; list: ReplayList; target: string | undefined };

/** Whose applications are read, and under which cycle of the draft. */
export function StartForm({ draft, list, target }: Props) {
  const words = useWords(replayWords);
  const sentences = useWords(apiWords);
  const start = useStartReplay(draft);
  const [cycle, chooseCycle] = useState(list.cycles.at(-1)?.cycle);
  const [under, chooseUnder] = useState(target);
  const [mode, chooseMode] = useState<ReplayStart['mode']>('rules');
  const chosen = list.targets.find((one) => one === under) ?? list.targets[0];
  if (list.targets.length === 0) return <Alert type="warning" showIcon title={words.wrong} />;
  if (cycle === undefined) return <Alert type="warning" showIcon title={words.noCases} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen !== undefined) start.mutate({ source: list.source, cycle, target: chosen, mode });
  };
  return (
    <form className="replay-start" noValidate aria-label={words.start} onSubmit={submit}>
      <div className="replay-choice">
        {words.of}
        <Select
          aria-label={words.of}
          value={cycle}
          onChange={chooseCycle}
          options={list.cycles.map((one) => ({
            value: one.cycle,
            label: words.ofCount(one.cycle, one.cases),
          }))}
        />
      </div>
      <div className="replay-choice">
        {words.under}
        <Select
          aria-label={words.under}
          value={chosen ?? null}
          onChange={chooseUnder}
          options={list.targets.map((one) => ({ value: one, label: one }))}
        />
      </div>
      <div className="replay-choice">
        <Radio.Group
          aria-label={words.mode}
          value={mode}
          onChange={(event) => chooseMode(event.target.value)}
          options={(['rules', 'carried'] as const).map((value) => ({ value, label: words.modes[value] }))}
        />
        <span className="quiet">{words.modeHints[mode]}</span>
      </div>
      <Button type="primary" htmlType="submit" loading={start.isPending}>
        {words.start}
      </Button>
      {start.isError && (
        <Alert type="error" showIcon role="alert" title={messageOf(start.error, sentences)} />
      )}
    </form>
  );
}
