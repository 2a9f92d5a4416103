import { Alert, Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { CompiledEdition, RosterDefinition } from '#core/model/index.ts';
import { Empty, Page } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { draftWords, rosterWords, routeWords, useWords } from '#renderer/locales/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { compiledOf } from '../../model/compiled.ts';
import { shifted } from '../../model/order.ts';
import { TableButtons } from '../../tables/index.ts';
import { AddColumnForm } from './AddColumnForm.tsx';
import { ColumnLine } from './ColumnLine.tsx';
import { columnKey, keysOf, orderChange } from './columns.ts';
import './rosters.css';
import { OpenedForm } from '../../OpenedForm.tsx';
import { useRemembered } from '../../useRemembered.ts';
import { useOpened } from '../../useUnsent.ts';
import { openSample, samplesOf, sampleText } from './samples.ts';
import { columnTable } from './table.ts';

/** The lists that are exported: their columns in their order, each with what it shows of an example. */
export default function RostersRoom() {
  const words = useWords(draftWords);
  const own = useWords(rosterWords);
  const { broken } = useWords(routeWords);
  const { edition } = useOpenDraft();
  const compiled = useMemo(() => compiledOf(edition), [edition]);
  const { rosters } = edition.definition;
  const [chosen, choose] = useRemembered('roster', rosters[0]?.id);
  const roster = rosters.find(({ id }) => id === chosen) ?? rosters[0];
  return (
    <Page
      title={
        <>
          {words.rooms.rosters} <HelpMark topic="listing" />
        </>
      }
    >
      <p className="quiet">{own.hint}</p>
      {!roster && <Empty>{own.none}</Empty>}
      {!compiled && <Alert type="warning" showIcon title={broken} />}
      {rosters.length > 1 && roster && (
        <search>
          <Select
            className="draft-choice"
            aria-label={own.roster}
            value={roster.id}
            onChange={choose}
            options={rosters.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </search>
      )}
      {roster && compiled && <Columns key={roster.id} edition={compiled} roster={roster} />}
    </Page>
  );
}

type Props = { edition: CompiledEdition; roster: RosterDefinition };

function Columns({ edition, roster }: Props) {
  const words = useWords(rosterWords);
  const { isOpen, cycle } = useOpenDraft();
  const { choice, textOf } = useSample(edition, roster);
  const [order, setOrder] = useOpened<string[]>(`roster/${roster.id}/order`);
  const adding = `roster/${roster.id}/new`;
  const [isAdding, setAdding] = useOpened<true>(adding);
  const table = useMemo(() => columnTable({ roster, cycle, words }), [roster, cycle, words]);
  const known = keysOf(roster);
  const isCurrent = order?.length === known.length && order.every((key) => known.includes(key));
  const keys = isCurrent ? order : known;
  const changes = isCurrent ? orderChange(roster, cycle, order) : [];
  const move = (key: string, by: -1 | 1) => setOrder(shifted(keys, key, by));
  const byKey = new Map(roster.columns.map((column, index) => [columnKey(column, index), column]));
  return (
    <>
      {choice}
      {isOpen && !isAdding && <Button onClick={() => setAdding(true)}>{words.add}</Button>}
      {isAdding && (
        <OpenedForm name={adding}>
          <AddColumnForm edition={edition} roster={roster} close={() => setAdding(null)} />
        </OpenedForm>
      )}
      <TableButtons table={table} hint={words.pasteHint} />
      {changes.length > 0 && (
        <ChangeForm
          label={words.order}
          changes={changes}
          onWrong={() => undefined}
          close={() => setOrder(null)}
          showsEffects={false}
        >
          <p>{words.newOrder(keys.map((key) => byKey.get(key)?.title ?? key))}</p>
        </ChangeForm>
      )}
      <ol className="roster-columns" aria-label={words.columns}>
        {keys.map((key, index) => {
          const column = byKey.get(key);
          return (
            column && (
              <ColumnLine
                key={key}
                roster={roster}
                column={column}
                id={key}
                place={index + 1}
                isLast={index === keys.length - 1}
                text={textOf(column)}
                move={move}
              />
            )
          );
        })}
      </ol>
    </>
  );
}

/** An example to fill the columns with, and its choice. */
function useSample(edition: CompiledEdition, roster: RosterDefinition) {
  const words = useWords(rosterWords);
  const samples = useMemo(() => samplesOf(edition, roster), [edition, roster]);
  const [chosen, choose] = useState<string>();
  const example = samples.find(({ id }) => id === chosen) ?? samples[0];
  const sample = useMemo(() => (example ? openSample(edition, example) : null), [edition, example]);
  const choice = example && (
    <search>
      <Select
        className="draft-choice"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={words.sample}
        value={example.id}
        onChange={choose}
        options={samples.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </search>
  );
  const textOf = (column: RosterDefinition['columns'][number]): string =>
    sample ? sampleText(edition, sample, column) : '';
  return { choice, textOf };
}
