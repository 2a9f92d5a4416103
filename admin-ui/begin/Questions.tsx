import { Button, Checkbox } from 'antd';
import { beginWords, draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { FIELD_KINDS, type FieldKind } from '../draft/rooms/forms/model/field-kinds.ts';
import { Choice, focusNext, Line, Lines, nameOf, type Page, Row } from './fields.tsx';
import { newQuestion, type Question } from './model/typed.ts';

type Props = Pick<Page, 'faults'> & {
  /** What its rows are called among the fields of the page. */
  name: string;
  questions: Question[];
  /** It makes an account: an organisation can be asked for. */
  registers?: true;
  onChange: (questions: Question[]) => void;
};

/** The fields of a form, one below the other. */
export function Questions({ faults, name, questions, registers, onChange }: Props) {
  const words = useWords(beginWords);
  const more = name === 'question' ? 'more' : `${name}-more`;
  const add = () => {
    const question = newQuestion(questions);
    onChange([...questions, question]);
    focusNext(`${name}-${question.key}`);
  };
  return (
    <>
      {questions.map((question, index) => (
        <QuestionRow
          key={question.key}
          {...{ faults, name: `${name}-${question.key}`, question, index, questions, registers }}
          change={(patch) =>
            onChange(questions.map((one) => (one.key === question.key ? { ...one, ...patch } : one)))
          }
          remove={() => {
            onChange(withoutQuestion(questions, question.key));
            focusNext(more);
          }}
        />
      ))}
      <Button id={nameOf(more)} onClick={add}>
        {words.addQuestion}
      </Button>
    </>
  );
}

type RowProps = Pick<Props, 'faults' | 'name' | 'questions'> & {
  registers: true | undefined;
  question: Question;
  index: number;
  change: (patch: Partial<Question>) => void;
  remove: () => void;
};

function QuestionRow({ faults, name, question, index, questions, registers, change, remove }: RowProps) {
  const words = useWords(beginWords);
  const { title, kind, isRequired, choices } = question;
  const { kinds } = useWords(draftFormsWords);
  const offered = FIELD_KINDS.filter((one) => (registers ? one !== 'computed' : one !== 'unitOf'));
  return (
    <Row label={words.question(index + 1)} remove={remove}>
      <Line
        {...{ faults, name, label: words.title, value: title }}
        onChange={(text) => change({ title: text })}
      />
      <Choice<FieldKind>
        {...{ name: `${name}-kind`, label: words.kindOf, value: kind }}
        options={offered.map((value) => ({ value, label: kinds[value] }))}
        onChange={(next) => change({ kind: next })}
      />
      {(kind === 'oneOf' || kind === 'someOf') && (
        <Lines
          {...{
            faults,
            name: `${name}-choices`,
            label: words.choices,
            hint: words.choicesHint,
            value: choices,
          }}
          onChange={(text) => change({ choices: text })}
        />
      )}
      {kind === 'computed' && (
        <Sources {...{ faults, name: `${name}-sources`, question, questions, change }} />
      )}
      {kind !== 'computed' && (
        <Checkbox checked={isRequired} onChange={({ target }) => change({ isRequired: target.checked })}>
          {words.required}
        </Checkbox>
      )}
    </Row>
  );
}

type SourcesProps = Pick<RowProps, 'faults' | 'name' | 'question' | 'questions' | 'change'>;

function Sources({ faults, name, question, questions, change }: SourcesProps) {
  const words = useWords(beginWords);
  const numbers = questions.filter(({ kind }) => kind === 'amount');
  const fault = faults.get(name);
  return (
    <fieldset className="line begin-wide" id={nameOf(name)} tabIndex={-1}>
      <legend>{words.sources}</legend>
      <Checkbox.Group
        value={question.sources}
        onChange={(sources) => change({ sources })}
        options={numbers.map(({ key, title }) => ({ value: key, label: title }))}
      />
      {fault && <p className="problem">{words.faults[fault]}</p>}
    </fieldset>
  );
}

/** Nothing adds up a field that is gone. */
const withoutQuestion = (questions: Question[], key: number): Question[] =>
  questions
    .filter((one) => one.key !== key)
    .map((one) => ({ ...one, sources: one.sources.filter((source) => source !== key) }));
