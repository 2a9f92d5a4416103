import { CloseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import type { Readable } from '#core/builder/index.ts';
import { casesWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { Outcome, VerdictField } from '../../cases/index.ts';
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
  const name = useId();
  const [isWrong, setWrong] = useState(false);
  const [made, setMade] = useUnsent<NewCase>('made', { name: '', mustPass: false, answers: [] });
  const put = (patch: Partial<NewCase>) => setMade((before) => ({ ...before, ...patch }));
  const isReady = made.name.trim() !== '';
  return (
    <BuilderContext value={builder}>
      <ChangeForm
        label={words.createFrom(entry.example.name)}
        changes={isReady ? [newCaseOf(entry, made, definition)] : null}
        showsEffects={false}
        onWrong={() => {
          setWrong(true);
          focusField(name);
        }}
        close={close}
      >
        <LineField
          name={name}
          label={words.name}
          value={made.name}
          error={isWrong && !isReady ? words.noName : undefined}
          starred={false}
          size="middle"
          autoComplete="off"
          maxLength={120}
          onChange={(text) => put({ name: text })}
        />
        <Answers answers={made.answers} change={(answers) => put({ answers })} />
        <VerdictField value={made.mustPass} change={(mustPass) => put({ mustPass })} />
        <Outcome
          key={JSON.stringify(made)}
          mustPass={made.mustPass}
          compute={() => outcomeOf(tryable(definition), entry, made)}
        />
      </ChangeForm>
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
