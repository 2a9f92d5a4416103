import { Checkbox, Select } from 'antd';
import type { CompiledEdition, CompiledRoute } from '#core/model/index.ts';
import { routeWords, useWords } from '#renderer/locales/index.ts';
import { LineField } from '#renderer/plain-forms/index.ts';
import { ChoiceField } from '../../ChoiceField.tsx';
import { drawnWith, type NewStage } from './insertion.ts';

type Props = {
  id: string;
  edition: CompiledEdition;
  compiled: CompiledRoute;
  typed: NewStage;
  change: (patch: Partial<NewStage>) => void;
  problem: (field: keyof NewStage) => string | undefined;
};

/** Who works at the stage: a desk of the route, or an organisation of a kind, and how it is found. */
export function WhoFields({ id, edition, compiled, typed, change, problem }: Props) {
  const words = useWords(routeWords);
  const desks = Object.entries(compiled.definition.desks);
  const named = (name: string): Partial<NewStage> => ({
    name,
    ...(typed.title === words.pendingAt(typed.name) || typed.title === ''
      ? { title: words.pendingAt(name) }
      : {}),
    ...(typed.opinion === words.opinionOf(typed.name) || typed.opinion === ''
      ? { opinion: words.opinionOf(name) }
      : {}),
  });
  return (
    <>
      <ChoiceField
        label={words.who}
        value={typed.desk}
        onChange={(desk) =>
          change({
            ...named(compiled.definition.desks[desk]?.title ?? ''),
            desk,
            charts: drawnWith(compiled, desk),
          })
        }
        options={[
          { value: '', label: words.newDesk },
          ...desks.map(([desk, { title }]) => ({ value: desk, label: words.knownDesk(title) })),
        ]}
      />
      {typed.desk === '' && (
        <>
          <LineField
            name={`${id}-name`}
            label={words.deskName}
            value={typed.name}
            error={problem('name')}
            size="middle"
            autoComplete="off"
            maxLength={40}
            onChange={(name) => change(named(name))}
          />
          <div className="line">
            <label htmlFor={`${id}-kind`}>{words.kind}</label>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              id={`${id}-kind`}
              value={typed.kind || null}
              onChange={(kind) => change({ kind: kind ?? '' })}
              options={edition.definition.programme.organisationKinds.map((one) => ({
                value: one.id,
                label: one.title,
              }))}
            />
            {problem('kind') && <p className="problem">{problem('kind')}</p>}
          </div>
          <ChoiceField
            label={words.found}
            value={typed.below}
            onChange={(below) => change({ below })}
            options={[
              { value: '', label: words.foundAbove },
              ...desks.map(([desk, { title }]) => ({ value: desk, label: words.foundBelow(title) })),
            ]}
          />
          <LineField
            name={`${id}-organisation`}
            label={words.organisation}
            value={typed.organisation}
            starred={false}
            note={<span className="quiet">{words.organisationHint}</span>}
            size="middle"
            autoComplete="off"
            maxLength={100}
            onChange={(organisation) => change({ organisation })}
          />
        </>
      )}
      <fieldset className="line">
        <legend>{words.charts}</legend>
        <Checkbox.Group
          className="route-charts"
          value={typed.charts}
          onChange={(charts) => change({ charts })}
          options={(compiled.definition.charts ?? []).map((one) => ({ value: one.id, label: one.title }))}
        />
      </fieldset>
    </>
  );
}
