import { Alert, Select, Tabs } from 'antd';
import { useMemo, useState } from 'react';
import type { ChartDefinition, CompiledEdition, CompiledRoute } from '#core/model/index.ts';
import { Empty, Page } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { draftWords, routeWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { compiledOf } from '../../model/compiled.ts';
import { EventList } from './EventList.tsx';
import { InsertForm } from './InsertForm.tsx';
import { RouteChart } from './RouteChart.tsx';
import './routes.css';
import { OpenedForm } from '../../OpenedForm.tsx';
import { useOpened } from '../../useUnsent.ts';
import { Simulator } from './Simulator.tsx';
import { StageList } from './StageList.tsx';
import { arrowsBetween, forwardArrows, type RouteArrow } from './stages.ts';

/** The routes of a cycle: their charts by kind of unit, their stages, what desks do, and a case played through them. */
export default function RoutesRoom() {
  const words = useWords(draftWords);
  const own = useWords(routeWords);
  const { edition } = useOpenDraft();
  const compiled = useMemo(() => compiledOf(edition), [edition]);
  const routes = Object.values(compiled?.routes ?? {});
  const [chosen, choose] = useState<string>();
  const route = routes.find(({ definition }) => definition.id === chosen) ?? firstOf(routes);
  return (
    <Page
      title={
        <>
          {words.rooms.routes} <HelpMark topic="routing" />
        </>
      }
    >
      <p className="quiet">{own.hint}</p>
      {!compiled && <Alert type="warning" showIcon title={own.broken} />}
      {compiled && !route && <Empty>{own.noRoutes}</Empty>}
      {routes.length > 1 && (
        <search>
          <Select
            className="draft-choice"
            aria-label={own.route}
            value={route?.definition.id}
            onChange={choose}
            options={routes.map(({ definition }) => ({ value: definition.id, label: definition.title }))}
          />
        </search>
      )}
      {compiled && route && <Route key={route.definition.id} edition={compiled} compiled={route} />}
    </Page>
  );
}

/** The one with the most charts: it is what people come for. */
const firstOf = (routes: CompiledRoute[]): CompiledRoute | undefined =>
  routes.toSorted((a, b) => (b.definition.charts?.length ?? 0) - (a.definition.charts?.length ?? 0))[0];

type Props = { edition: CompiledEdition; compiled: CompiledRoute };

function Route({ edition, compiled }: Props) {
  const words = useWords(routeWords);
  const { isOpen } = useOpenDraft();
  const { charts = [], id } = compiled.definition;
  const [chosen, choose] = useState(charts[0]?.id);
  const inserting = `route/${id}/insert`;
  const [between, setBetween] = useOpened<RouteArrow[]>(inserting);
  const chart = charts.find((one) => one.id === chosen);
  const insert = isOpen
    ? (from: string[], to: string[]) => setBetween(arrowsBetween(forwardArrows(compiled), from, to))
    : undefined;
  return (
    <>
      {chosen !== undefined && <ChartChoice charts={charts} chosen={chosen} choose={choose} />}
      {between && (
        <OpenedForm name={inserting}>
          <InsertForm
            key={between.map(({ key }) => key).join()}
            edition={edition}
            compiled={compiled}
            between={between}
            close={() => setBetween(null)}
          />
        </OpenedForm>
      )}
      <div className="route-desk">
        {chart && <RouteChart edition={edition} route={id} chart={chart} insert={insert} />}
        <Tabs
          items={[
            {
              key: 'stages',
              label: words.stages,
              children: (
                <StageList edition={edition} compiled={compiled} insert={isOpen ? setBetween : undefined} />
              ),
            },
            { key: 'events', label: words.events, children: <EventList compiled={compiled} /> },
            ...(chart
              ? [
                  {
                    key: 'play',
                    label: words.simulator,
                    children: <Simulator key={chart.id} edition={edition} route={id} chart={chart} />,
                  },
                ]
              : []),
          ]}
        />
      </div>
    </>
  );
}

type ChoiceProps = { charts: ChartDefinition[]; chosen: string; choose: (id: string) => void };

function ChartChoice({ charts, chosen, choose }: ChoiceProps) {
  const words = useWords(routeWords);
  return (
    <search>
      <Select
        className="route-kind"
        aria-label={words.chart}
        value={chosen}
        onChange={choose}
        options={charts.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </search>
  );
}
