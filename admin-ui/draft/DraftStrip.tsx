import { Button, Select, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { LoadedEdition } from '#core/model/index.ts';
import type { DraftView } from '#core/model/wire/index.ts';
import { useReplays } from '#renderer/api/index.ts';
import { draftPreviewWords, draftWords, replayWords, useWords } from '#renderer/locales/index.ts';
import { countsOf, type DraftCheck } from './check/counts.ts';
import { Findings } from './check/Findings.tsx';
import { draftPath } from './paths.ts';

type Props = {
  view: DraftView;
  cycles: LoadedEdition[];
  cycle: string;
  choose: (cycle: string) => void;
  /** How this page finds the draft; null until it has looked: then what the server found stands. */
  check: DraftCheck | null;
  preview: { isShown: boolean; show: (isShown: boolean) => void };
};

/** How the draft stands, above every room: its state, how many changes, problems, and which cases hold. */
export function DraftStrip({ view, cycles, cycle, choose, check, preview }: Props) {
  const words = useWords(draftWords);
  const shown = useWords(draftPreviewWords);
  const [isListed, list] = useState(false);
  const { errors, warnings, cases, failed } = countsOf(view, check);
  const pathOf = (room: string) => draftPath(view.id, room);
  return (
    <>
      <div className="draft-strip">
        {view.editions
          .filter(({ publishes }) => !publishes)
          .map((one) => (
            <span key={one.cycle} className="quiet">
              {shown.published(one.cycle)} │
            </span>
          ))}
        <strong>{view.title}</strong>
        <Tag>{words.statuses[view.status] ?? view.status}</Tag>
        <Link href={pathOf('changes')}>{words.differences(view.changes.length)}</Link>
        <Button size="small" aria-expanded={isListed} danger={errors > 0} onClick={() => list(!isListed)}>
          {words.problems(errors, warnings)}
        </Button>
        <span className={failed > 0 ? 'problem' : 'quiet'} role="status">
          {words.cases(cases - failed, cases)}
          {check?.isChecking && ` · ${shown.still}`}
        </span>
        <LastReplay view={view} path={pathOf('replay')} />
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
        {!preview.isShown && (
          <Button size="small" onClick={() => preview.show(true)}>
            {shown.show}
          </Button>
        )}
        {view.status === 'editing' && <Link href={pathOf('release')}>{words.submit}</Link>}
      </div>
      {isListed && check && <Findings check={check} />}
    </>
  );
}

/** What the last replay found, where there was one: it is never started by looking. */
function LastReplay({ view, path }: { view: DraftView; path: string }) {
  const words = useWords(replayWords);
  const last = useReplays(view.id, view.source).data?.replays.find(({ report }) => report !== null);
  if (!last?.report) return null;
  return (
    <Link href={path} title={last.source === view.source ? undefined : words.outdated}>
      {words.strip(last.report.cases, last.report.changed)}
    </Link>
  );
}
