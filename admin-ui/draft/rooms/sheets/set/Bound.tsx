import { Input } from 'antd';
import { sheetWords, useWords } from '#renderer/locales/index.ts';

type BoundProps = {
  id: string;
  label: string;
  value: string | undefined;
  /** The element that says what is wrong with it. */
  problem: string | undefined;
  isOpen: boolean;
  change: (text: string) => void;
};

/** One number of a setting; a setting without it has no such bound. */
export function Bound({ id, label, value, problem, isOpen, change }: BoundProps) {
  const words = useWords(sheetWords);
  if (value === undefined) return <span className="quiet">{words.notSet}</span>;
  return (
    <Input
      id={id}
      size="small"
      disabled={!isOpen}
      aria-label={label}
      aria-invalid={problem !== undefined}
      aria-describedby={problem}
      status={problem === undefined ? '' : 'error'}
      inputMode="decimal"
      autoComplete="off"
      maxLength={7}
      value={value}
      onChange={({ target }) => change(target.value.trim().normalize('NFKC'))}
    />
  );
}
