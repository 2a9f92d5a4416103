import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { readables } from '#core/builder/index.ts';
import type { RuleDefinition } from '#core/model/index.ts';
import { rulesWords, useLocale, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { additionOf, type RuleHome, ruleHomes } from '../../model/rules.ts';
import { OpenedForm } from '../../OpenedForm.tsx';
import { useOpened } from '../../useUnsent.ts';
import { RuleForm } from './RuleForm.tsx';

const NAME = 'rule-new';

/** A rule more: where it belongs is asked first, because it decides what can be named. */
export function AddRule() {
  const words = useWords(rulesWords);
  const { edition } = useOpenDraft();
  const id = useId();
  const [key, setKey] = useOpened<string>(NAME);
  const homes = ruleHomes(edition);
  const home = homes.find((one) => one.key === key) ?? homes[0];
  if (key === null || !home) return <Button onClick={() => setKey('')}>{words.add}</Button>;
  return (
    <section className="rules" aria-label={words.add}>
      <label htmlFor={id}>{words.addTo}</label>{' '}
      <Select
        id={id}
        className="draft-choice"
        value={home.key}
        onChange={setKey}
        showSearch={{ optionFilterProp: 'label' }}
        options={homes.map((one) => ({ value: one.key, label: one.title }))}
      />
      <OpenedForm name={`${NAME}/${home.key}`}>
        <NewRule key={home.key} home={home} close={() => setKey(null)} />
      </OpenedForm>
    </section>
  );
}

function NewRule({ home, close }: { home: RuleHome; close: () => void }) {
  const words = useWords(rulesWords);
  const locale = useLocale();
  const { cycle } = useOpenDraft();
  const [rule] = useState(() => blankFor(home, locale));
  return (
    <RuleForm
      label={words.add}
      rule={rule}
      scope={home.scope}
      changeFor={({ id: _id, source, ...after }) =>
        additionOf(home, cycle, { ...after, ...(source && { source }) })
      }
      close={close}
    />
  );
}

/** A rule to begin with: the first field of its section is answered; of a table in each row. */
function blankFor({ scope }: RuleHome, locale: string): RuleDefinition {
  const [first] = readables(scope, locale);
  const isTable = scope.section?.kind === 'table';
  const [form] = scope.category?.sections ?? [];
  return {
    id: '',
    ...(isTable && { per: 'row' }),
    require: { answered: { var: first?.path ?? 'now' } },
    at: scope.section ? '' : `/${form?.id ?? ''}`,
    message: '',
    severity: 'block',
  };
}
