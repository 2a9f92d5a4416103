import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { FieldSchema, FitDefinition, JsonObject } from '#core/model/index.ts';
import { type CaseView, useSaveSheetSettings, useSheetSettings } from '#renderer/api/index.ts';
import { commitPending, EventForm, focusAnchor, useOpenCase } from '#renderer/form/index.ts';
import { Failed, Loading, useNotify } from '#renderer/frame/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';
import { presetsOf, problemsOf, type Schemas } from './settings.ts';

type Props = { sheet: CaseView['sheets'][number]; schemas: Schemas; fit: FitDefinition | undefined };

/** How a sheet is printed, folded away until somebody wants it otherwise. */
export function Settings(props: Props) {
  const words = useWords(applicantWords);
  const [open, setOpen] = useState(false);
  return (
    <details className="settings" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={`${props.sheet.title} ${words.settings}`}>{words.settings}</summary>
      {open && <Stored {...props} />}
    </details>
  );
}

function Stored(props: Props) {
  const { store } = useOpenCase();
  const stored = useSheetSettings(store.view.id, props.sheet.id);
  if (stored.isPending) return <Loading />;
  if (stored.isError) return <Failed error={stored.error} retry={() => stored.refetch()} />;
  return <SettingsForm {...props} stored={stored.data.settings} />;
}

function SettingsForm({ sheet, schemas, fit, stored }: Props & { stored: JsonObject }) {
  const words = useWords(applicantWords);
  const notify = useNotify();
  const { store } = useOpenCase();
  const saving = useSaveSheetSettings(store.view.id, sheet.id);
  const presets = presetsOf(schemas);
  const [value, setValue] = useState<JsonObject>({ ...presets, ...stored });
  const latest = useRef(value);
  const change = (next: JsonObject) => {
    latest.current = next;
    setValue(next);
  };
  const anchor = `settings-${sheet.id}`;
  const problems = problemsOf(schemas, value, words.between);
  const save = async (next: JsonObject) => {
    try {
      await saving.mutateAsync(next);
      change({ ...presets, ...next });
      notify.success(words.settingsSaved);
    } catch (error) {
      notify.failure(error);
    }
  };
  return (
    <form
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        await commitPending();
        const [first] = problemsOf(schemas, latest.current, words.between);
        if (first) focusAnchor(first.path.replace('/input', `/${anchor}`));
        else await save(latest.current);
      }}
    >
      <EventForm
        id={anchor}
        schema={{ type: 'object', properties: schemas as JsonObject }}
        ui={hintsOf(schemas, chosenBy(fit), words)}
        value={value}
        onChange={change}
        problems={problems}
        revealed
      />
      <div className="row-actions">
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          {words.settingsSave}
        </Button>
        <Button onClick={() => save({})}>{words.settingsReset}</Button>
      </div>
    </form>
  );
}

/** The settings that are chosen for whoever sets nothing, so that the sheet fits. */
const chosenBy = (fit: FitDefinition | undefined): readonly string[] =>
  fit ? [fit.fontSize, ...(fit.blankRows ?? [])] : [];

type Hints = { between: (low: number, high: number) => string; automatic: string };

/** Three on a line, each with the bounds within which it may be set. */
const hintsOf = (schemas: Schemas, chosen: readonly string[], { between, automatic }: Hints): JsonObject =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, { minimum, maximum }]: [string, FieldSchema]) => [
      `/${name}`,
      {
        span: 8,
        ...(minimum !== undefined && maximum !== undefined ? { help: between(minimum, maximum) } : {}),
        ...(chosen.includes(name) ? { placeholder: automatic } : {}),
      },
    ]),
  );
