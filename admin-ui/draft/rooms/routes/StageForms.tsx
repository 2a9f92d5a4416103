import { Select } from 'antd';
import { useId, useState } from 'react';
import type { CompiledRoute } from '#core/model/index.ts';
import { draftWords, routeWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { useUnsent } from '../../useUnsent.ts';
import { opinionOf } from './insertion.ts';
import { RouteEffectList } from './RouteEffectList.tsx';
import { type Stage, stagesOf } from './stages.ts';

/** Another title for a state. */
export function RenameForm({ route, stage, close }: { route: string; stage: Stage; close: () => void }) {
  const words = useWords(routeWords);
  const draft = useWords(draftWords);
  const { cycle } = useOpenDraft();
  const id = useId();
  const [title, setTitle] = useUnsent('title', stage.title);
  const [hasFailed, setFailed] = useState(false);
  const isMeant = title.trim() !== '' && title.trim() !== stage.title;
  return (
    <ChangeForm
      label={words.renameOf(stage.title)}
      changes={
        isMeant ? [{ kind: 'renameStage', cycle, route, state: stage.titled, title: title.trim() }] : null
      }
      onWrong={() => {
        setFailed(true);
        focusField(id);
      }}
      close={close}
    >
      <LineField
        name={id}
        label={words.stageTitle}
        value={title}
        error={hasFailed && !isMeant ? draft.unchanged : undefined}
        size="middle"
        autoComplete="off"
        maxLength={60}
        onChange={setTitle}
      />
    </ChangeForm>
  );
}

type RemoveProps = { compiled: CompiledRoute; stage: Stage; ahead: string; close: () => void };

/** A state less: where what led to it leads instead, and what goes with it. */
export function RemoveForm({ compiled, stage, ahead, close }: RemoveProps) {
  const words = useWords(routeWords);
  const { cycle } = useOpenDraft();
  const id = useId();
  const [target, setTarget] = useUnsent('target', ahead);
  const route = compiled.definition.id;
  const others = stagesOf(compiled).filter(({ state }) => state !== stage.state);
  const changes = [{ kind: 'removeStage', cycle, route, state: stage.state, target }];
  return (
    <ChangeForm
      label={words.removeOf(stage.title)}
      changes={changes}
      onWrong={() => undefined}
      close={close}
      showsEffects={false}
    >
      <div className="line">
        <label htmlFor={id}>{words.removeTo}</label>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          id={id}
          value={target}
          onChange={setTarget}
          options={others.map(({ state, title }) => ({ value: state, label: title }))}
        />
      </div>
      <ul>
        <li>{words.removeQueues}</li>
        {opinionOf(compiled, stage.state) && <li>{words.removeOpinion}</li>}
        <li>{words.removeCases}</li>
      </ul>
      <RouteEffectList route={route} changes={changes} />
    </ChangeForm>
  );
}
