import type { AnswerProblem } from '#core/model/index.ts';

type Props = {
  problems: readonly AnswerProblem[];
  /** Where a problem can be fixed: an address, and what to do besides following it. */
  hrefOf: (problem: AnswerProblem) => string;
  onFollow: (problem: AnswerProblem) => void;
};

/** Problems as links to their fields, which get the focus. */
export function ProblemList({ problems, hrefOf, onFollow }: Props) {
  return (
    <ul className="problem-list">
      {problems.map((problem) => (
        <li
          key={`${problem.path}${problem.row ?? ''}${problem.code}${problem.rule ?? ''}${problem.slot ?? ''}`}
        >
          <a
            href={hrefOf(problem)}
            onClick={(event) => {
              event.preventDefault();
              onFollow(problem);
            }}
          >
            {problem.place && <strong>{problem.place}</strong>} {problem.message}
          </a>
        </li>
      ))}
    </ul>
  );
}
