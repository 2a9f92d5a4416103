import { Select } from 'antd';
import { RequiredMark } from '#renderer/frame/index.ts';
import { registrationWords, useWords } from '#renderer/locales/index.ts';

type Props = {
  questions: { code: string; title: string }[];
  value: string;
  error?: string | undefined;
  size?: 'middle' | 'large';
  onChange: (value: string) => void;
};

/** Which security question somebody will answer. */
export function Question({ questions, value, error, size = 'large', onChange }: Props) {
  const words = useWords(registrationWords);
  return (
    <div className={error ? 'line wrong' : 'line'}>
      <label htmlFor="question">
        {words.question}
        <RequiredMark />
      </label>
      <Select
        id="question"
        size={size}
        value={value || null}
        options={questions.map(({ code, title }) => ({ value: code, label: title }))}
        placeholder={words.questionChoose}
        aria-label={words.question}
        aria-required
        aria-invalid={Boolean(error)}
        aria-describedby={error ? 'question-error' : undefined}
        status={error ? 'error' : ''}
        onChange={onChange}
      />
      {error && (
        <p id="question-error" className="problem">
          {error}
        </p>
      )}
    </div>
  );
}
