import { Checkbox, Input, Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import type { CompiledEdition, SheetDefinition } from '#core/model/index.ts';
import { sheetWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { OpenedForm } from '../../OpenedForm.tsx';
import { useOpened } from '../../useUnsent.ts';
import { tagsWithStates } from '../routes/stages.ts';
import { BOUNDS, changesOf, keyOf, numberSettings, type TypedSheet, typedOf, wrongIn } from './settings.ts';

type Props = { edition: CompiledEdition; sheet: SheetDefinition };

const SIZES = ['A3', 'A4', 'A5', 'Letter', 'Legal'];
const FORMATS = ['html', 'pdf'];

/** What holds for a sheet as a whole: its paper, how it is printed, where it is frozen, what can be set for printing. */
export function SettingsPanel({ edition, sheet }: Props) {
  const words = useWords(sheetWords);
  const { cycle, isOpen } = useOpenDraft();
  const name = `sheet/${sheet.id}/settings`;
  const [opened, open] = useOpened<TypedSheet>(name);
  const [isWrong, setWrong] = useState(false);
  const id = useId();
  const typed = opened ?? typedOf(sheet);
  const changes = changesOf(sheet, typed, cycle);
  const wrong = wrongIn(typed);
  const put = (patch: Partial<TypedSheet>) => open({ ...typed, ...patch });
  return (
    <section aria-label={words.view.settings} className="sheet-settings">
      <fieldset className="plain" disabled={!isOpen}>
        <Paper id={id} typed={typed} put={put} isOpen={isOpen} wrong={isWrong ? wrong : []} />
        <Frozen edition={edition} sheet={sheet} typed={typed} put={put} isOpen={isOpen} />
        <Numbers id={id} sheet={sheet} typed={typed} put={put} isOpen={isOpen} wrong={wrong} />
      </fieldset>
      {opened && (changes === null || changes.length > 0) && (
        <OpenedForm name={name}>
          <ChangeForm
            label={words.saveSettings}
            changes={changes}
            onWrong={() => {
              setWrong(true);
              focusField(`${id}-${wrong[0]}`);
            }}
            close={() => open(null)}
            showsEffects={false}
          >
            {null}
          </ChangeForm>
        </OpenedForm>
      )}
    </section>
  );
}

type PartProps = {
  typed: TypedSheet;
  put: (patch: Partial<TypedSheet>) => void;
  isOpen: boolean;
};

function Paper({ id, typed, put, isOpen, wrong }: PartProps & { id: string; wrong: string[] }) {
  const words = useWords(sheetWords);
  return (
    <>
      <div className="line">
        <label htmlFor={`${id}-size`}>{words.size}</label>
        <Select
          id={`${id}-size`}
          disabled={!isOpen}
          value={typed.size}
          onChange={(size) => put({ size })}
          options={SIZES.map((size) => ({ value: size, label: size }))}
        />
      </div>
      <div className="line">
        <label htmlFor={`${id}-orientation`}>{words.orientation}</label>
        <Select
          id={`${id}-orientation`}
          disabled={!isOpen}
          value={typed.orientation}
          onChange={(orientation) => put({ orientation })}
          options={Object.entries(words.orientations).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <LineField
        name={`${id}-margin`}
        label={words.margin}
        value={typed.margin}
        starred={false}
        size="middle"
        autoComplete="off"
        maxLength={40}
        onChange={(margin) => put({ margin })}
      />
      <LineField
        name={`${id}-pages`}
        label={words.most}
        value={typed.pages}
        error={wrong.includes('pages') ? words.wrongNumber : undefined}
        starred={false}
        size="middle"
        autoComplete="off"
        maxLength={3}
        onChange={(pages) => put({ pages: pages.trim().normalize('NFKC') })}
      />
      <fieldset className="plain" id={`${id}-formats`} tabIndex={-1}>
        <legend>{words.formats}</legend>
        <Checkbox.Group
          disabled={!isOpen}
          value={typed.formats}
          onChange={(formats) => put({ formats: FORMATS.filter((one) => formats.includes(one)) })}
          options={FORMATS.map((value) => ({ value, label: words.format[value] ?? value }))}
        />
        {typed.formats.length === 0 && <p className="problem">{words.wrongFormats}</p>}
      </fieldset>
    </>
  );
}

function Frozen({ edition, sheet, typed, put, isOpen }: PartProps & Props) {
  const words = useWords(sheetWords);
  const tags = useMemo(() => {
    const printing = edition.definition.categories.filter(({ sheets = [] }) => sheets.includes(sheet.id));
    const routes = [...new Set(printing.map(({ route }) => route))];
    return [...tagsWithStates(routes.flatMap((route) => edition.routes[route] ?? []))];
  }, [edition, sheet.id]);
  const { titles = {} } = edition.definition.programme;
  if (tags.length === 0) return null;
  return (
    <fieldset className="plain">
      <legend>{words.frozenIn}</legend>
      <Checkbox.Group
        className="stacked"
        disabled={!isOpen}
        value={typed.frozenIn}
        onChange={(frozenIn) => put({ frozenIn })}
        options={tags.map(([tag, states]) => ({
          value: tag,
          label: words.tagOf(titles[`case.tags.${tag}`], states),
        }))}
      />
    </fieldset>
  );
}

type NumbersProps = PartProps & { id: string; sheet: SheetDefinition; wrong: string[] };

/** A line for each setting that is a number, with its bounds. */
function Numbers({ id, sheet, typed, put, isOpen, wrong }: NumbersProps) {
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
                          put({ numbers: { ...typed.numbers, [key]: target.value.trim().normalize('NFKC') } })
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
