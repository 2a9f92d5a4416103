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
          {settings.map(({ name, title, group }) => (
            <tr key={name}>
              <th scope="row">{group === null ? title : `${group} · ${title}`}</th>
              {BOUNDS.map((bound, at) => {
                const key = keyOf(name, bound);
                const label = words.boundOf(
                  group === null ? title : `${group} ${title}`,
                  words.bounds[at] ?? '',
                );
                return (
                  <td key={bound}>
                    {typed.numbers[key] === undefined ? (
                      <span className="quiet">{words.notSet}</span>
                    ) : (
                      <Input
                        id={`${id}-${key}`}
                        size="small"
                        disabled={!isOpen}
                        aria-label={label}
                        aria-invalid={wrong.includes(key)}
                        status={wrong.includes(key) ? 'error' : ''}
                        inputMode="decimal"
                        autoComplete="off"
                        maxLength={7}
                        value={typed.numbers[key]}
                        onChange={({ target }) =>
                          put({ numbers: { [key]: target.value.trim().normalize('NFKC') } })
                        }
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}
