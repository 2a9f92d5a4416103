import { ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { AnswerProblem } from '#core/model/index.ts';

/** A problem as a sentence, with an icon besides the colour. */
export function Message({ problem }: { problem: AnswerProblem }) {
  const block = problem.severity === 'block';
  return (
    <span className={block ? 'problem' : 'problem warn'}>
      {block ? <ExclamationCircleOutlined aria-hidden="true" /> : <WarningOutlined aria-hidden="true" />}{' '}
      {problem.message}
    </span>
  );
}
