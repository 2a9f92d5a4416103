import { Select, Tag } from 'antd';
import type { LoadedEdition } from '#core/model/index.ts';
import type { DraftView } from '#core/model/wire/index.ts';
import { draftWords, useWords } from '#renderer/locales/index.ts';

type Props = { view: DraftView; cycles: LoadedEdition[]; cycle: string; choose: (cycle: string) => void };

/** How the draft stands, above every room: its state, how many changes, problems, and which cases hold. */
export function DraftStrip({ view, cycles, cycle, choose }: Props) {
  const words = useWords(draftWords);
  const { errors, warnings, cases, failed } = view.found;
  return (
    <div className="draft-strip">
      <strong>{view.title}</strong>
      <Tag>{words.statuses[view.status] ?? view.status}</Tag>
      <span>{words.differences(view.changes.length)}</span>
      <span className={errors > 0 ? 'problem' : 'quiet'}>{words.problems(errors, warnings)}</span>
      <span className={failed > 0 ? 'problem' : 'quiet'}>{words.cases(cases - failed, cases)}</span>
      <Select
        size="small"
        aria-label={words.cycle}
        value={cycle}
        onChange={choose}
        options={cycles.map(({ definition }) => ({
          value: definition.edition.cycle.id,
          label: definition.edition.cycle.title,
        }))}
      />
    </div>
  );
}
