import { Button, Select, Tag } from 'antd';
import { useId, useMemo, useState } from 'react';
import type { Readable } from '#core/builder/index.ts';
import type { Definition, Json, RuleDefinition } from '#core/model/index.ts';
import type { SentenceScope } from '#core/sentence/index.ts';
import { type RulesWords, rulesWords, useLocale, useWords } from '#renderer/locales/index.ts';
import { sentenceOf } from '../../model/rules.ts';
import { type TriedRule, tryable, tryOnExample } from '../../model/trial.ts';
import { useBuilder } from './BuilderContext.tsx';

type Props = { rule: RuleDefinition; scope: SentenceScope };

/** Tries a rule on an example, and shows the value of everything in it. */
export function TryRule({ rule, scope }: Props) {
  const words = useWords(rulesWords);
  const [isOpen, open] = useState(false);
  if (!isOpen) return <Button onClick={() => open(true)}>{words.try}</Button>;
  return <Trials rule={rule} scope={scope} />;
}

type Compiled = { edition: ReturnType<typeof tryable> } | { problem: string };

function compiled(definition: Definition): Compiled {
  try {
    return { edition: tryable(definition) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function Trials({ rule, scope }: Props) {
  const words = useWords(rulesWords);
  const locale = useLocale();
  const id = useId();
  const { definition } = scope;
  const fitting = useMemo(() => examplesFor(scope), [scope]);
  const [chosen, choose] = useState(fitting[0]?.id);
  const made = useMemo(() => compiled(definition), [definition]);
  const example = fitting.find((one) => one.id === chosen);
  if (fitting.length === 0) return <p className="quiet">{words.noExamples}</p>;
  if ('problem' in made)
    return (
      <p className="problem">
        {words.notCompiled} {made.problem}
      </p>
    );
  const isSound = sentenceOf(rule, scope, locale) !== '';
  const trials = example && isSound ? tryOnExample(made.edition, example, rule, scope, locale) : [];
  return (
    <section className="trial" aria-label={words.try}>
      <p className="quiet">{words.tryHint}</p>
      <label htmlFor={id}>{words.example}</label>{' '}
      <Select
        id={id}
        className="term"
        value={chosen}
        onChange={choose}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={fitting.map(({ id: value, name }) => ({ value, label: name }))}
      />
      {trials.length === 0 && <p className="quiet">{words.nothing}</p>}
      {trials.map((trial) => (
        <TrialLines key={trial.row ?? 'form'} trial={trial} words={words} />
      ))}
    </section>
  );
}

/** Examples of forms that have the section of the rule, those of its own form first. */
function examplesFor({ definition, category, section }: SentenceScope): Definition['cases'] {
  const has = new Set(
    definition.categories
      .filter((one) => (section ? one.sections.some(({ id }) => id === section.id) : one.id === category?.id))
      .map(({ id }) => id),
  );
  const own = (form: string): number => (form === category?.id ? 0 : 1);
  return definition.cases
    .filter((one) => has.has(one.category))
    .toSorted((a, b) => own(a.category) - own(b.category));
}

function TrialLines({ trial, words }: { trial: TriedRule; words: RulesWords }) {
  const { row, applies, holds, terms } = trial;
  const { sources } = useBuilder();
  const [color, outcome] = outcomeOf(applies, holds, words);
  return (
    <div className="trial-lines">
      {row !== null && <strong>{words.row(row + 1)}</strong>} <Tag color={color}>{outcome}</Tag>
      <dl>
        {terms.map(({ sentence, isCondition, value, path }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the terms of a rule stand in its order, and the same may stand there twice
          <div key={index} className={isCondition ? undefined : 'inner'}>
            <dt>{sentence}</dt>
            <dd>{titleIn(sources, path, value) ?? valueText(value, words)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** What people call a value of something that is chosen from a list. */
function titleIn(sources: readonly Readable[], path: string | undefined, value: Json): string | undefined {
  const source = sources.find((one) => one.path === path);
  return source?.choices?.find((one) => one.value === value)?.title;
}

function outcomeOf(applies: boolean, holds: boolean, words: RulesWords): [color: string, text: string] {
  if (!applies) return ['default', words.idle];
  return holds ? ['blue', words.passes] : ['red', words.fires];
}

function valueText(value: Json, words: RulesWords): string {
  if (value === null || value === '') return words.empty;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
