import { Select } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Change } from '#core/change/index.ts';
import { routeOf } from '#core/compile/index.ts';
import type { ChartDefinition, CompiledEdition } from '#core/model/index.ts';
import { routeWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { compiledOf } from '../../model/compiled.ts';
import { filesOfCycle } from '../../model/files.ts';
import { chartsElsewhere, type QueueChange, routeEffects } from './compare.ts';
import { RouteChart } from './RouteChart.tsx';

type Props = {
  route: string;
  changes: Change[];
  /** The charts whose units are meant; absent: all. */
  meant?: readonly string[];
};

/** What changes do to a route: its charts before and after, and the buttons of each desk. */
export function RouteEffectList({ route, changes, meant }: Props) {
  const words = useWords(routeWords);
  const { files, cycle, edition } = useOpenDraft();
  const before = useMemo(() => compiledOf(edition), [edition]);
  const drawn = useDeferredValue(JSON.stringify(changes));
  const effects = useMemo(
    () => before && routeEffects(filesOfCycle(files, cycle), before, route, JSON.parse(drawn)),
    [files, cycle, before, route, drawn],
  );
  if (!before || !effects) return null;
  if ('problem' in effects) return <p className="problem">{effects.problem || words.unplayable}</p>;
  const { after, charts, queues } = effects;
  const all = routeOf(before, route).definition.charts ?? [];
  const same = all.filter(({ id }) => !charts.some((one) => one.id === id));
  const elsewhere = meant ? chartsElsewhere(effects, meant) : [];
  return (
    <section className="route-effects" aria-label={words.effects} aria-live="polite">
      {elsewhere.length > 0 && (
        <p className="problem">{words.chartsElsewhere(elsewhere.map(({ title }) => title))}</p>
      )}
      <p>{charts.length > 0 ? words.chartsChange : words.noChartChanges}</p>
      <ul>
        {charts.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
      {same.length > 0 && <p className="quiet">{words.chartsStay(same.map(({ title }) => title))}</p>}
      {charts.length > 0 && <Charts before={before} after={after} route={route} charts={charts} />}
      {queues.length > 0 && <Queues queues={queues} />}
    </section>
  );
}

type ChartsProps = {
  before: CompiledEdition;
  after: CompiledEdition;
  route: string;
  charts: ChartDefinition[];
};

function Charts({ before, after, route, charts }: ChartsProps) {
  const words = useWords(routeWords);
  const [chosen, choose] = useState<string>();
  const chart = charts.find(({ id }) => id === chosen) ?? charts[0];
  if (!chart) return null;
  return (
    <>
      {charts.length > 1 && (
        <Select
          className="route-kind"
          aria-label={words.chart}
          value={chart.id}
          onChange={choose}
          options={charts.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      <div className="route-two">
        <div>
          <h3>{words.before}</h3>
          <RouteChart edition={before} route={route} chart={chart} label={`${words.before} ${chart.title}`} />
        </div>
        <div>
          <h3>{words.after}</h3>
          <RouteChart edition={after} route={route} chart={chart} label={`${words.after} ${chart.title}`} />
        </div>
      </div>
    </>
  );
}

function Queues({ queues }: { queues: QueueChange[] }) {
  const words = useWords(routeWords);
  return (
    <table className="draft-table">
      <thead>
        <tr>
          <th scope="col">{words.desk}</th>
          <th scope="col">{words.queue}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {queues.map(({ desk, queue, before, after }) => (
          <tr key={`${desk}/${queue}`}>
            <th scope="row">{desk}</th>
            <td data-label={words.queue}>{queue}</td>
            <td data-label={words.before}>{words.buttons(before)}</td>
            <td data-label={words.after}>{words.buttons(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
