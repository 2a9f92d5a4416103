import { Checkbox } from 'antd';
import type { CompiledEdition, CompiledRoute } from '#core/model/index.ts';
import { routeWords, useWords } from '#renderer/locales/index.ts';
import { arrowWords, forwardArrows, type RouteArrow } from './stages.ts';

type Props = {
  edition: CompiledEdition;
  compiled: CompiledRoute;
  chosen: RouteArrow[];
  error: string | undefined;
  choose: (arrows: RouteArrow[]) => void;
};

/** On which ways the stage stands, each with its condition in words. They must lead to one state. */
export function ArrowChoice({ edition, compiled, chosen, error, choose }: Props) {
  const words = useWords(routeWords);
  const arrows = forwardArrows(compiled);
  const isChosen = ({ key }: RouteArrow) => chosen.some((one) => one.key === key);
  const toggle = (arrow: RouteArrow) =>
    choose(isChosen(arrow) ? chosen.filter(({ key }) => key !== arrow.key) : [...chosen, arrow]);
  const target = chosen[0]?.target;
  return (
    <fieldset className="line route-arrows">
      <legend>{words.arrows}</legend>
      <ul>
        {arrows.map((arrow) => {
          const { from, event, to, when } = arrowWords(edition, compiled, arrow);
          const isBatch = compiled.definition.events[arrow.event]?.batch !== undefined;
          return (
            <li key={arrow.key}>
              <Checkbox
                checked={isChosen(arrow)}
                disabled={target !== undefined && target !== arrow.target && !isChosen(arrow)}
                onChange={() => toggle(arrow)}
              >
                {words.arrow(from, event, to)}
                {isBatch && ` · ${words.batch}`}
                {when !== null && <span className="quiet">{words.arrowWhen(when)}</span>}
              </Checkbox>
            </li>
          );
        })}
      </ul>
      {error && <p className="problem">{error}</p>}
    </fieldset>
  );
}
