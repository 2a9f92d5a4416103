import { Button, Tag } from 'antd';
import type { CompiledEdition, CompiledRoute } from '#core/model/index.ts';
import { routeWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { OpenedForm } from '../../OpenedForm.tsx';
import { useOpened } from '../../useUnsent.ts';
import { LimitForm } from './LimitForm.tsx';
import { RemoveForm, RenameForm } from './StageForms.tsx';
import {
  arrowsOf,
  arrowWords,
  deskTitle,
  forwardArrows,
  type RouteArrow,
  type Stage,
  stagesOf,
} from './stages.ts';

type Props = {
  edition: CompiledEdition;
  compiled: CompiledRoute;
  insert?: ((arrows: RouteArrow[]) => void) | undefined;
};

/** Every state of a route in words: who holds a case there, what leads on, and what may be changed of it. */
export function StageList({ edition, compiled, insert }: Props) {
  const words = useWords(routeWords);
  const stages = titledOnce(stagesOf(compiled));
  const arrows = arrowsOf(compiled);
  const forward = forwardArrows(compiled);
  return (
    <>
      {insert && (
        <Button type="primary" onClick={() => insert([])}>
          {words.insert}
        </Button>
      )}
      <ol className="route-stages" aria-label={words.stages}>
        {stages.map((stage) => (
          <li key={stage.state}>
            <StageLine
              stage={stage}
              compiled={compiled}
              out={arrows.filter(({ state }) => state === stage.state || state === stage.titled)}
              ahead={forward.find(({ state }) => state === stage.state)?.target}
              read={(arrow) => {
                const { event, to, when } = arrowWords(edition, compiled, arrow);
                return words.way(event, to, when);
              }}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

/** States that only differ in who sent a case there stand once. */
const titledOnce = (stages: Stage[]): Stage[] =>
  [...new Map(stages.toReversed().map((stage) => [stage.titled, stage])).values()].toReversed();

type LineProps = {
  stage: Stage;
  compiled: CompiledRoute;
  out: RouteArrow[];
  /** Where the straight way leads from here. */
  ahead: string | undefined;
  read: (arrow: RouteArrow) => string;
};

function StageLine({ stage, compiled, out, ahead, read }: LineProps) {
  const words = useWords(routeWords);
  const { isOpen } = useOpenDraft();
  const route = compiled.definition.id;
  const name = `route/${route}/stage/${stage.state}`;
  const [form, setForm] = useOpened<'rename' | 'remove' | 'limit'>(name);
  const close = () => setForm(null);
  const holders = stage.desks.map((desk) => deskTitle(compiled, desk, words.applicant));
  return (
    <>
      <div className="stage-head">
        <strong>{stage.title}</strong>
        {holders.map((holder) => (
          <Tag key={holder}>{holder}</Tag>
        ))}
        {isOpen && (
          <span className="stage-buttons">
            <Button size="small" aria-label={words.renameOf(stage.title)} onClick={() => setForm('rename')}>
              {words.rename}
            </Button>
            {!stage.isFinal && !stage.isFirst && (
              <Button size="small" aria-label={words.limitOf(stage.title)} onClick={() => setForm('limit')}>
                {words.limit}
              </Button>
            )}
            {!stage.isFinal && !stage.isFirst && ahead !== undefined && (
              <Button
                size="small"
                danger
                aria-label={words.removeOf(stage.title)}
                onClick={() => setForm('remove')}
              >
                {words.remove}
              </Button>
            )}
          </span>
        )}
      </div>
      <ul className="quiet">
        {out.map((arrow) => (
          <li key={arrow.key}>{read(arrow)}</li>
        ))}
      </ul>
      <OpenedForm name={name}>
        {form === 'rename' && <RenameForm route={route} stage={stage} close={close} />}
        {form === 'limit' && <LimitForm compiled={compiled} stage={stage} close={close} />}
        {form === 'remove' && ahead !== undefined && (
          <RemoveForm compiled={compiled} stage={stage} ahead={ahead} close={close} />
        )}
      </OpenedForm>
    </>
  );
}
