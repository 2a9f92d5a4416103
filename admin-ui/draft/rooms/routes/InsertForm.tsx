import { Checkbox, Radio, Select } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import type { Change } from '#core/change/index.ts';
import type { CompiledEdition, CompiledRoute } from '#core/model/index.ts';
import { routeWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { filesOfCycle } from '../../model/files.ts';
import { useUnsent } from '../../useUnsent.ts';
import { ArrowChoice } from './ArrowChoice.tsx';
import { chartsElsewhere, routeEffects } from './compare.ts';
import { drawnWith, type NewStage, opinionOf, sheetsWith, stageInserted, wrongStage } from './insertion.ts';
import { RouteEffectList } from './RouteEffectList.tsx';
import { type RouteArrow, type Stage, stagesOf } from './stages.ts';
import { WhoFields } from './WhoFields.tsx';

type Props = { edition: CompiledEdition; compiled: CompiledRoute; between: RouteArrow[]; close: () => void };

/** A stage more: on which ways, who, how it is called, what is written and printed, where what it returns goes. */
export function InsertForm({ edition, compiled, between, close }: Props) {
  const words = useWords(routeWords);
  const { files, cycle } = useOpenDraft();
  const id = useId();
  const stages = stagesOf(compiled).filter(
    ({ desks, isFinal, isFirst }) => desks.some((desk) => desk !== 'applicant') && !isFinal && !isFirst,
  );
  const [typed, setTyped] = useUnsent<NewStage>(
    between.map(({ key }) => key).join(),
    begun(compiled, stages, between),
  );
  const [hasFailed, setFailed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const change = (patch: Partial<NewStage>) => setTyped((before) => ({ ...before, ...patch }));
  const wrong = wrongStage(typed);
  const problem = (field: keyof NewStage) => {
    const code = hasFailed ? wrong[field] : undefined;
    return code && words[code];
  };
  const isRight = Object.keys(wrong).length === 0;
  const changes = isRight ? stageInserted({ edition, compiled, cycle }, typed) : null;
  const route = compiled.definition.id;
  const isElsewhere = (meant: Change[]) =>
    chartsElsewhere(routeEffects(filesOfCycle(files, cycle), edition, route, meant), typed.charts).length > 0;
  return (
    <ChangeForm
      label={words.insert}
      changes={changes}
      onWrong={() => {
        setFailed(true);
        focusField(`${id}-${Object.keys(wrong)[0] ?? 'charts'}`);
      }}
      refuses={isElsewhere}
      close={close}
      showsEffects={false}
    >
      <h2 ref={heading} tabIndex={-1}>
        {words.insert}
      </h2>
      <ArrowChoice
        edition={edition}
        compiled={compiled}
        chosen={typed.arrows}
        error={problem('arrows')}
        choose={(arrows) => change({ arrows })}
      />
      <WhoFields
        id={id}
        edition={edition}
        compiled={compiled}
        typed={typed}
        change={change}
        problem={problem}
      />
      <LineField
        name={`${id}-title`}
        label={words.stageTitle}
        value={typed.title}
        error={problem('title')}
        size="middle"
        autoComplete="off"
        maxLength={60}
        onChange={(title) => change({ title })}
      />
      <div className="line">
        <label htmlFor={`${id}-like`}>{words.like}</label>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          id={`${id}-like`}
          value={typed.like}
          onChange={(like) => change({ like, writes: opinionOf(compiled, like) !== undefined })}
          options={stages.map(({ state, title }) => ({ value: state, label: title }))}
        />
        <p className="quiet">{words.likeHint}</p>
      </div>
      <Opinion
        id={id}
        edition={edition}
        compiled={compiled}
        typed={typed}
        change={change}
        problem={problem}
      />
      <Returns id={id} stages={stages} typed={typed} change={change} problem={problem} />
      <Checkbox checked={typed.counts} onChange={({ target }) => change({ counts: target.checked })}>
        {words.counts}
      </Checkbox>
      {changes && <RouteEffectList route={route} changes={changes} meant={typed.charts} />}
    </ChangeForm>
  );
}

function begun(compiled: CompiledRoute, stages: Stage[], between: RouteArrow[]): NewStage {
  const like = stages.find(({ state }) => between.some((one) => one.state === state)) ?? stages[0];
  const state = like?.state ?? '';
  const beforeBatch = between.every(({ event }) => compiled.definition.events[event]?.batch === undefined);
  return {
    ...{ arrows: between, desk: '', name: '', title: '', kind: '', below: '', organisation: '', like: state },
    ...{ writes: opinionOf(compiled, state) !== undefined, opinion: '', returns: 'start', back: '' },
    counts: beforeBatch,
    charts: drawnWith(compiled, ''),
  };
}

type PartProps = {
  id: string;
  typed: NewStage;
  change: (patch: Partial<NewStage>) => void;
  problem: (field: keyof NewStage) => string | undefined;
};

function Opinion(props: PartProps & { edition: CompiledEdition; compiled: CompiledRoute }) {
  const { id, edition, compiled, typed, change, problem } = props;
  const words = useWords(routeWords);
  const model = opinionOf(compiled, typed.like);
  if (!model) return <p className="quiet">{words.noOpinion}</p>;
  const sheets = sheetsWith(edition.definition, model).map(({ title }) => title);
  return (
    <>
      <Checkbox checked={typed.writes} onChange={({ target }) => change({ writes: target.checked })}>
        {words.writes}
      </Checkbox>
      {typed.writes && (
        <LineField
          name={`${id}-opinion`}
          label={words.opinion}
          value={typed.opinion}
          error={problem('opinion')}
          note={<span className="quiet">{words.printedOn(sheets)}</span>}
          size="middle"
          autoComplete="off"
          maxLength={60}
          onChange={(opinion) => change({ opinion })}
        />
      )}
    </>
  );
}

function Returns({ id, stages, typed, change, problem }: PartProps & { stages: Stage[] }) {
  const words = useWords(routeWords);
  return (
    <fieldset className="line">
      <legend>{words.returns}</legend>
      <Radio.Group
        value={typed.returns}
        onChange={({ target }) => change({ returns: target.value as NewStage['returns'] })}
        options={[
          { value: 'start', label: words.returnsStart },
          { value: 'resume', label: words.returnsResume },
          { value: 'desk', label: words.returnsDesk },
        ]}
      />
      {typed.returns === 'desk' && (
        <>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            id={`${id}-back`}
            aria-label={words.returnsTo}
            value={typed.back || null}
            onChange={(back) => change({ back: back ?? '' })}
            options={stages.map(({ state, title }) => ({ value: state, label: title }))}
          />
          {problem('back') && <p className="problem">{problem('back')}</p>}
        </>
      )}
    </fieldset>
  );
}
