import { Checkbox } from 'antd';
import type { AnswerProblem, SectionDefinition } from '#core/model/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { Slot } from '../slot/index.ts';
import { isMerelyMissing, Message, useProblems } from '../templates/index.ts';
import type { Row } from './rows.ts';
import type { Rows } from './useRows.ts';

/** A row's tick: whether it goes to the sheets that the tick decides over. */
export function Mark({
  mark,
  row,
  disabled,
  onChange,
}: {
  mark: { title: string; default: boolean };
  row: Row;
  disabled: boolean;
  onChange: Rows['change'];
}) {
  return (
    <Checkbox
      checked={row.mark === undefined ? mark.default : row.mark === true}
      disabled={disabled}
      onChange={(event) => onChange(row.id, ['mark'], event.target.checked)}
      aria-label={mark.title}
    />
  );
}

type RowSlotsProps = {
  definition: SectionDefinition;
  row: string;
  editable: boolean;
  /** This column has no heading. */
  loose?: boolean;
};

/**
 * The evidence of a row, at its right. An upload button names its slot; where nothing can be uploaded any more, the
 * slot's title is written out.
 */
export function RowSlots({ definition, row, editable, loose = false }: RowSlotsProps) {
  const slots = (definition.slots ?? []).filter(({ per }) => per === 'row');
  return slots.map((slot) => (
    <Slot
      key={slot.id}
      section={definition.id}
      slot={slot}
      row={row}
      editable={editable}
      named={slots.length > 1 || (loose && !editable)}
    />
  ));
}

/** What is wrong with a field of a row that is being read, or with the table; `asked`: also what is merely missing. */
export function CellProblems({ anchor, asked = true }: { anchor: string; asked?: boolean }) {
  const problems = useProblems(anchor).filter((problem) => asked || !isMerelyMissing(problem));
  return problems.map((problem) => (
    <Message key={`${problem.code}${problem.rule ?? ''}`} problem={problem} />
  ));
}

/** The problems of a row as a whole. That it is struck is shown in the row itself. */
export const useRowProblems = (anchor: string): readonly AnswerProblem[] =>
  useProblems(anchor).filter(({ code }) => code !== 'struck');

/** Why a row is greyed out, and what can be done about it. */
export function Struck({ editable }: { editable: boolean }) {
  const words = useWords(formWords);
  return (
    <p className="quiet">
      {words.struck} {editable && <span>{words.struckToDo}</span>}
    </p>
  );
}
