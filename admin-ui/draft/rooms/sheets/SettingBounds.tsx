import { Input } from 'antd';
import type { SheetDefinition } from '#core/model/index.ts';
import { sheetWords, useWords } from '#renderer/locales/index.ts';
import { BOUNDS, keyOf, numberSettings } from './settings.ts';
import type { PartProps } from './settings-part.ts';

type Props = PartProps & { id: string; sheet: SheetDefinition; wrong: string[] };

/** A line for each setting that is a number, with its bounds. */
export function SettingBounds({ id, sheet, typed, put, isOpen, wrong }: Props) {
  const words = useWords(sheetWords);
  const settings = numberSettings(sheet);
  if (settings.length === 0) return null;
  return (
    <fieldset className="plain">
      <legend>{words.presets}</legend>
      <p className="quiet">{words.presetsHint}</p>
      <table className="setting-bounds">
        <thead>
          <tr>
            <th scope="col">{words.setting}</th>
            {words.bounds.map((bound) => (
              <th key={bound} scope="col">
                {bound}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {settings.map(({ name, title, group }) => {
            const whole = group === null ? title : `${group} · ${title}`;
            const problem = `${id}-${name}-problem`;
            const isWrong = BOUNDS.some((bound) => wrong.includes(keyOf(name, bound)));
            return (
              <tr key={name}>
                <th scope="row">
                  {whole}
                  {isWrong && (
                    <p id={problem} className="problem">
                      {words.wrongBounds(whole)}
                    </p>
                  )}
                </th>
                {BOUNDS.map((bound, at) => (
                  <td key={bound}>
                    <Bound
                      id={`${id}-${keyOf(name, bound)}`}
                      label={words.boundOf(whole, words.bounds[at] ?? '')}
                      value={typed.numbers[keyOf(name, bound)]}
                      problem={wrong.includes(keyOf(name, bound)) ? problem : undefined}
                      isOpen={isOpen}
                      change={(text) => put({ numbers: { [keyOf(name, bound)]: text } })}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </fieldset>
  );
}

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
function Bound({ id, label, value, problem, isOpen, change }: BoundProps) {
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
