import { Alert, Button, Tag } from 'antd';
import { useState } from 'react';
import type { ChartDefinition, CompiledEdition, Effect } from '#core/model/index.ts';
import { eventTitle, holdersOf, tagsOf, titleOf } from '#core/route/index.ts';
import { routeWords, useLocale, useWords } from '#renderer/locales/index.ts';
import {
  beginPlay,
  offersIn,
  type Play,
  type PlayedStep,
  played,
  queuesIn,
  stateOf,
  stepBack,
} from './simulator.ts';
import { deskTitle } from './stages.ts';

type Props = { edition: CompiledEdition; route: string; chart: ChartDefinition };

/** A case of the chart's kind of unit, played through the route as it is in the draft. */
export function Simulator({ edition, route, chart }: Props) {
  const words = useWords(routeWords);
  const begin = () => beginPlay(edition, route, chart);
  const [play, setPlay] = useState<Play>(begin);
  const [refused, setRefused] = useState('');
  // Another draft is another machine: the same acts are played from the start.
  if (play.edition !== edition) setPlay(replayed(begin(), play.steps));
  const act = (event: string, by: string) => {
    const next = played(play, event, by);
    setRefused('refusal' in next ? next.refusal : '');
    if (!('refusal' in next)) setPlay(next);
  };
  const reset = (next: Play) => {
    setRefused('');
    setPlay(next);
  };
  return (
    <div className="route-play">
      <p className="quiet">{words.playHint(chart.title)}</p>
      <Now play={play} />
      <Offers play={play} act={act} />
      {refused !== '' && <Alert role="alert" type="warning" showIcon title={refused} />}
      <Steps play={play} />
      <div className="change-buttons">
        <Button size="small" disabled={play.steps.length === 0} onClick={() => reset(stepBack(play))}>
          {words.stepBack}
        </Button>
        <Button size="small" disabled={play.steps.length === 0} onClick={() => reset(begin())}>
          {words.restart}
        </Button>
      </div>
    </div>
  );
}

/** The acts again, as far as they can be done. */
function replayed(play: Play, steps: readonly PlayedStep[]): Play {
  const [first, ...rest] = steps;
  const next = first ? played(play, first.event, first.by) : { refusal: '' };
  return 'refusal' in next ? play : replayed(next, rest);
}

function Now({ play }: { play: Play }) {
  const words = useWords(routeWords);
  const { compiled } = play;
  const state = stateOf(play);
  const holders = holdersOf(compiled, state).map((desk) => deskTitle(compiled, desk, words.applicant));
  return (
    <div aria-live="polite">
      <p>
        {words.now} <strong>{titleOf(compiled, state)}</strong>{' '}
        {tagsOf(compiled, state).map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
      </p>
      <p className="quiet">{holders.length > 0 ? words.waitsFor(holders) : words.waitsForNobody}</p>
      <ul className="quiet">
        {queuesIn(play).map(({ desk, queue }) => (
          <li key={desk}>
            {words.inQueue(
              deskTitle(compiled, desk, words.applicant),
              compiled.definition.queues[queue]?.title ?? queue,
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Offers({ play, act }: { play: Play; act: (event: string, by: string) => void }) {
  const words = useWords(routeWords);
  const locale = useLocale();
  const { compiled } = play;
  const offers = offersIn(play);
  if (offers.length === 0) return <p>{words.ended}</p>;
  return offers.map(({ by, events }) => {
    const name = by === 'system' ? words.system : deskTitle(compiled, by, words.applicant);
    return (
      <fieldset key={by} className="route-offers">
        <legend>{name}</legend>
        {events.map((event) => {
          const title = eventTitle(compiled.definition, event, locale);
          return (
            <Button key={event} size="small" aria-label={`${name} ${title}`} onClick={() => act(event, by)}>
              {title}
            </Button>
          );
        })}
      </fieldset>
    );
  });
}

function Steps({ play }: { play: Play }) {
  const words = useWords(routeWords);
  const locale = useLocale();
  const { compiled, steps } = play;
  return (
    <ol aria-label={words.steps}>
      {steps.map(({ event, by, state, effects }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: acts are only added and taken off at the end
        <li key={index}>
          {words.step(
            by === 'system' ? words.system : deskTitle(compiled, by, words.applicant),
            eventTitle(compiled.definition, event, locale),
            titleOf(compiled, state),
          )}
          <EffectWords effects={effects} edition={play.edition} />
        </li>
      ))}
    </ol>
  );
}

function EffectWords({ effects, edition }: { effects: Effect[]; edition: CompiledEdition }) {
  const words = useWords(routeWords);
  if (effects.length === 0) return null;
  const sections = edition.definition.categories.flatMap((category) => category.sections);
  const about = ({ params }: Effect): string => {
    const section = sections.find(({ id }) => id === params.section);
    const field = section?.schema?.properties?.[String(params.field)];
    return [section?.title, field?.title].filter(Boolean).join(' · ');
  };
  return (
    <ul className="quiet">
      {effects.map((effect) => (
        <li key={JSON.stringify(effect)}>
          {[words.effectNames[effect.type] ?? effect.type, about(effect)].filter(Boolean).join('：')}
        </li>
      ))}
    </ul>
  );
}
