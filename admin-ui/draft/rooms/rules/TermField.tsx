import { Select } from 'antd';
import { useMemo } from 'react';
import { logicOfTerm, type Term } from '#core/builder/index.ts';
import { nameOf, sentence } from '#core/sentence/index.ts';
import { rulesWords, useWords } from '#renderer/locales/index.ts';
import { useBuilder } from './BuilderContext.tsx';
import { Locked } from './Locked.tsx';
import { choiceOf, operandPlaces, operandsOf, termFrom, termGroups } from './terms.ts';

type Props = { label: string; term: Term; change: (term: Term) => void };

/** A term to choose: something that is read, a named condition, or something computed of other terms. */
export function TermField({ label, term, change }: Props) {
  const words = useWords(rulesWords);
  const builder = useBuilder();
  const { scope, locale } = builder;
  const groups = useMemo(() => termGroups(builder, scope.definition, words), [builder, scope, words]);
  const chosen = choiceOf(term);
  const isKnown = groups.some(({ options }) => options.some(({ value }) => value === chosen));
  const unlisted = term.kind === 'read' ? [{ value: chosen, label: nameOf(term.path, scope, locale) }] : [];
  return (
    <>
      {term.kind === 'locked' && <Locked text={sentence(term.logic, scope, locale)} />}
      <Select
        className="term"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={label}
        popupMatchSelectWidth={false}
        placeholder={label}
        value={chosen === '' ? null : chosen}
        options={isKnown ? groups : [...unlisted, ...groups]}
        onChange={(choice: string) => change(termFrom(choice, term, builder))}
      />
      <Operands term={term} change={change} />
    </>
  );
}

/** What a named condition or a computed term is given. */
function Operands({ term, change }: Omit<Props, 'label'>) {
  const words = useWords(rulesWords);
  const { expressions, scope, locale } = useBuilder();
  if (term.kind !== 'call' || operandsOf(term).length === 0) return null;
  const [name] = term.args;
  const expression = expressions.find(({ id }) => name?.kind === 'value' && id === name.value);
  return (
    <span className="operands">
      {operandPlaces(term).map((at, order) => {
        const operand = term.args[at];
        if (!operand) return null;
        const replace = (one: Term) =>
          change({ ...term, args: term.args.map((before, place) => (place === at ? one : before)) });
        const label = words.operand(expression?.params[order] ?? String(order + 1));
        return operand.kind === 'value' ? (
          <Locked key={at} text={sentence(logicOfTerm(operand), scope, locale)} />
        ) : (
          <TermField key={at} label={label} term={operand} change={replace} />
        );
      })}
    </span>
  );
}
