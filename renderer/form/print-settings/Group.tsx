import { useMemo } from 'react';
import type { AnswerProblem, FieldSchema, JsonObject } from '#core/model/index.ts';
import { printSettingsWords, useWords } from '#renderer/locales/index.ts';
import { EventForm } from '../EventForm.tsx';
import type { SettingsOf } from './settings.ts';

type Props = {
  anchor: string;
  group: SettingsOf;
  /** Settings that are chosen for whoever sets nothing, so that the sheet fits. */
  chosen: readonly string[];
  value: JsonObject;
  problems: readonly AnswerProblem[];
  /** Takes all of the group: what is missing is empty. */
  onChange: (value: JsonObject) => void;
};

/** The settings of one block, three on a line. */
export function Group({ anchor, group, chosen, value, problems, onChange }: Props) {
  const { bounds, automatic, asWhole } = useWords(printSettingsWords);
  const { title, schemas, isWhole } = group;
  const names = Object.keys(schemas);
  const schema = useMemo(() => ({ type: 'object', properties: schemas }) as JsonObject, [schemas]);
  const ui = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(schemas).map(([name, field]) => {
          const placeholder = chosen.includes(name) ? automatic : isWhole ? undefined : asWhole;
          return [`/${name}`, { span: 8, ...boundsOf(field, bounds), ...(placeholder && { placeholder }) }];
        }),
      ),
    [schemas, chosen, bounds, automatic, asWhole, isWhole],
  );
  const own = Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)));
  return (
    <fieldset className="plain print-group">
      <legend>{title}</legend>
      <EventForm
        id={anchor}
        schema={schema}
        ui={ui}
        value={own}
        onChange={(next) => onChange({ ...emptied(names), ...next })}
        problems={problems.filter(({ path }) => names.includes(path.replace('/input/', '')))}
        revealed
      />
    </fieldset>
  );
}

/** What is left out of an answer is empty. */
const emptied = (names: readonly string[]): JsonObject =>
  Object.fromEntries(names.map((name) => [name, undefined])) as unknown as JsonObject;

const boundsOf = ({ minimum, maximum }: FieldSchema, bounds: (low: number, high: number) => string) =>
  minimum === undefined || maximum === undefined ? {} : { help: bounds(minimum, maximum) };
