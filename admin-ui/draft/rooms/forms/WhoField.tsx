import { Checkbox } from 'antd';
import { draftFormsWords, useWords } from '#renderer/locales/index.ts';

type Props = { label: string; none: string; value: string[]; onChange: (who: string[]) => void };

const WHO = ['applicant', 'desks'] as const;

/** Who writes or sees something: those ticked; without a tick what holds anyway. Single desks that are named stay named. */
export function WhoField({ label, none, value, onChange }: Props) {
  const words = useWords(draftFormsWords);
  const others = value.filter((who) => !WHO.some((known) => known === who));
  return (
    <fieldset className="line">
      <legend>{label}</legend>
      <Checkbox.Group
        value={value}
        onChange={onChange}
        options={[...WHO, ...others].map((who) => ({ value: who, label: words.roles[who] ?? who }))}
      />
      {value.length === 0 && <p className="hint">{none}</p>}
    </fieldset>
  );
}
