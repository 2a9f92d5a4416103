import { CloseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { Readable } from '#core/builder/index.ts';
import { casesWords, useWords } from '#renderer/locales/index.ts';
import { CaseForm, Outcome } from '../../cases/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { type CaseEntry, type NewCase, newCaseOf, type OtherAnswer, outcomeOf } from '../../model/cases.ts';
import { tryable } from '../../model/trial.ts';
import { useUnsent } from '../../useUnsent.ts';
import { BuilderContext, useBuilder, useBuilderFor } from '../rules/BuilderContext.tsx';
import { LiteralField } from '../rules/ValueField.tsx';

type Props = { entry: CaseEntry; close: () => void };

/** A case out of another: some answers are others, and it is said what has to come of it. */
export function NewCaseForm({ entry, close }: Props) {
  const words = useWords(casesWords);
  const { edition } = useOpenDraft();
  const { definition } = edition;
  const category = definition.categories.find(({ id }) => id === entry.example.category);
  const [scope] = useState({ definition, category });
  const builder = useBuilderFor(scope);
  const [made, setMade] = useUnsent<NewCase>('made', { name: '', mustPass: false, answers: [] });
  const put = (patch: Partial<NewCase>) => setMade((before) => ({ ...before, ...patch }));
  return (
    <BuilderContext value={builder}>
      <CaseForm
        label={words.createFrom(entry.example.name)}
        meant={made}
        put={put}
        change={newCaseOf(entry, made, definition)}
        close={close}
        answers={<Answers answers={made.answers} change={(answers) => put({ answers })} />}
      >
        <Outcome
          key={JSON.stringify(made)}
          mustPass={made.mustPass}
          compute={() => outcomeOf(tryable(definition), entry, made)}
        />
      </CaseForm>
    </BuilderContext>
  );
}

type AnswersProps = { answers: OtherAnswer[]; change: (answers: OtherAnswer[]) => void };

function Answers({ answers, change }: AnswersProps) {
  const words = useWords(casesWords);
  const { sources } = useBuilder();
  const fields = sources.filter(({ group, kind }) => group === 'form' && kind !== 'any');
  const first = fields.find(({ path }) => answers.every((one) => one.path !== path));
  const replace = (at: number, answer: OtherAnswer) =>
    change(answers.map((one, index) => (index === at ? answer : one)));
  return (
    <fieldset className="conditions">
      <legend>{words.answers}</legend>
      {answers.map((answer, at) => (
        <div key={answer.path} className="condition">
          <Answer answer={answer} fields={fields} change={(next) => replace(at, next)} />
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined />}
            aria-label={words.removeAnswer}
            onClick={() => change(answers.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      {first && (
        <Button size="small" onClick={() => change([...answers, { path: first.path, value: '' }])}>
          {words.addAnswer}
        </Button>
      )}
    </fieldset>
  );
}

type AnswerProps = { answer: OtherAnswer; fields: Readable[]; change: (answer: OtherAnswer) => void };

function Answer({ answer, fields, change }: AnswerProps) {
  const words = useWords(casesWords);
  const field = fields.find(({ path }) => path === answer.path);
  return (
    <>
      <Select
        className="term"
        aria-label={words.field}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        value={answer.path}
        options={fields.map(({ path, title }) => ({ value: path, label: title }))}
        onChange={(path: string) => change({ path, value: '' })}
      />
      <LiteralField
        value={answer.value}
        values={field ?? { kind: 'any' }}
        isList={field?.kind === 'list'}
        change={(value) => change({ ...answer, value })}
      />
    </>
  );
}
