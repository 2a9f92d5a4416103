import { Checkbox } from 'antd';
import { useMemo } from 'react';
import type { CompiledEdition, SheetDefinition } from '#core/model/index.ts';
import { sheetWords, useWords } from '#renderer/locales/index.ts';
import { tagsWithStates } from '../routes/stages.ts';
import type { PartProps } from './settings-part.ts';

type Props = PartProps & { edition: CompiledEdition; sheet: SheetDefinition };

/** In which states, by their tags, the print of a sheet is frozen. */
export function FrozenStates({ edition, sheet, typed, put, isOpen }: Props) {
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
