import { useId, useState } from 'react';
import type { CompiledRoute } from '#core/model/index.ts';
import { limitTitle } from '#core/sentence/index.ts';
import { routeWords, useLocale, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { ChoiceField } from '../../ChoiceField.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { useUnsent } from '../../useUnsent.ts';
import { type Stage, stagesOf } from './stages.ts';

type Props = { compiled: CompiledRoute; stage: Stage; close: () => void };

const DAYS = /^[1-9]\d{0,3}$/;

/** How many days a case may stay in a state, and what happens then. No days: the limit goes. */
export function LimitForm({ compiled, stage, close }: Props) {
  const words = useWords(routeWords);
  const { cycle } = useOpenDraft();
  const locale = useLocale();
  const id = useId();
  const limits = compiled.machine.limits[stage.state] ?? [];
  const [from, setFrom] = useUnsent('from', limits[0] ?? null);
  const [days, setDays] = useUnsent('days', daysIn(limits[0]));
  const [target, setTarget] = useUnsent('target', '');
  const [hasFailed, setFailed] = useState(false);
  const typed = days.trim().normalize('NFKC');
  const isMeant = DAYS.test(typed) || (typed === '' && from !== null);
  const others = stagesOf(compiled).filter(({ state }) => state !== stage.state);
  const change = {
    ...{ kind: 'limitStage', cycle, route: compiled.definition.id, state: stage.state },
    ...(from !== null && { from }),
    ...(typed !== '' && { limit: `P${typed}D` }),
    ...(typed !== '' && target !== '' && { target }),
  };
  return (
    <ChangeForm
      label={words.limitOf(stage.title)}
      changes={isMeant ? [change] : null}
      onWrong={() => {
        setFailed(true);
        focusField(`${id}-days`);
      }}
      close={close}
      showsEffects={false}
    >
      {limits.length > 0 && (
        <ChoiceField
          label={words.limitNow}
          value={from ?? ''}
          onChange={(one) => {
            setFrom(one === '' ? null : one);
            setDays(daysIn(one));
          }}
          options={[
            ...limits.map((one) => ({ value: one, label: limitTitle(compiled.definition, one, locale) })),
            { value: '', label: words.limitMore },
          ]}
        />
      )}
      <LineField
        name={`${id}-days`}
        label={words.limitDays}
        value={days}
        starred={false}
        error={hasFailed && !isMeant ? words.wrongDays : undefined}
        note={from !== null && <span className="quiet">{words.limitNone}</span>}
        size="middle"
        autoComplete="off"
        maxLength={4}
        onChange={setDays}
      />
      <ChoiceField
        label={words.limitThen}
        value={target}
        onChange={setTarget}
        options={[
          { value: '', label: words.limitRemind },
          ...others.map(({ state, title }) => ({ value: state, label: words.limitGo(title) })),
        ]}
      />
    </ChangeForm>
  );
}

const daysIn = (limit = ''): string => /^P(\d+)D$/.exec(limit)?.[1] ?? '';
