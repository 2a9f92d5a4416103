import { Radio } from 'antd';
import { casesWords, useWords } from '#renderer/locales/index.ts';

type Props = { value: boolean; change: (mustPass: boolean) => void };

/** What has to come of a case. */
export function VerdictField({ value, change }: Props) {
  const words = useWords(casesWords);
  return (
    <Radio.Group
      aria-label={words.verdict}
      value={value}
      onChange={({ target }) => change(target.value === true)}
      options={[
        { value: true, label: words.mustPass },
        { value: false, label: words.mustFail },
      ]}
    />
  );
}
