import { Button } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { JsonObject } from '#core/model/index.ts';
import { type SheetSettings, useSaveSheetSettings, useSheetSettings } from '#renderer/api/index.ts';
import { Failed, Loading, useNotify } from '#renderer/frame/index.ts';
import { printSettingsWords, useWords } from '#renderer/locales/index.ts';
import { focusAnchor } from '../focus.ts';
import { commitPending } from '../store/pending.ts';
import { Group } from './Group.tsx';
import { Preview } from './Preview.tsx';
import './print-settings.css';
import { groupsOf, presetsOf, problemsOf, type Schemas } from './settings.ts';

type Props = { caseId: string; sheet: { id: string; title: string; formats: readonly string[] } };

/** Of a paper beside its settings, in pixels: a wider one stands above them, where its letters can be read. */
const WIDEST_BESIDE = 1000;

/** How a sheet of a case is printed, as a whole and block by block; beside it the sheet as it would look. */
export function PrintSettings({ caseId, sheet }: Props) {
  const stored = useSheetSettings(caseId, sheet.id);
  if (stored.isPending) return <Loading />;
  if (stored.isError) return <Failed error={stored.error} retry={() => stored.refetch()} />;
  return <SettingsForm caseId={caseId} sheet={sheet} offered={stored.data} />;
}

function SettingsForm({ caseId, sheet, offered }: Props & { offered: SheetSettings }) {
  const words = useWords(printSettingsWords);
  const notify = useNotify();
  const saving = useSaveSheetSettings(caseId, sheet.id);
  const schemas = (offered.schema.properties ?? {}) as Schemas;
  const presets = presetsOf(schemas);
  const [value, setValue] = useState<JsonObject>({ ...presets, ...offered.settings });
  const latest = useRef(value);
  const change = useCallback((next: JsonObject) => {
    latest.current = { ...latest.current, ...next };
    setValue(latest.current);
  }, []);
  const anchor = `settings-${sheet.id}`;
  const problems = problemsOf(schemas, value, words.between);
  const groups = useMemo(() => groupsOf(offered, words.whole), [offered, words]);
  const save = async (next: JsonObject) => {
    try {
      await saving.mutateAsync(next);
      latest.current = { ...presets, ...next };
      setValue(latest.current);
      notify.success(words.saved);
    } catch (error) {
      notify.failure(error);
    }
  };
  return (
    <div className={offered.width > WIDEST_BESIDE ? 'print-settings wide' : 'print-settings'}>
      <form
        noValidate
        aria-label={`${sheet.title} ${words.title}`}
        onSubmit={async (event) => {
          event.preventDefault();
          await commitPending();
          const [first] = problemsOf(schemas, latest.current, words.between);
          if (first) focusAnchor(first.path.replace('/input', `/${anchor}`));
          else await save(latest.current);
        }}
      >
        <div className="print-groups">
          {groups.map((group) => (
            <Group
              key={group.title}
              anchor={anchor}
              group={group}
              chosen={offered.chosen}
              value={value}
              problems={problems}
              onChange={change}
            />
          ))}
        </div>
        <div className="row-actions">
          <Button type="primary" htmlType="submit" loading={saving.isPending}>
            {words.save}
          </Button>
          <Button onClick={() => save({})}>{words.reset}</Button>
        </div>
      </form>
      {sheet.formats.includes('html') && (
        <Preview
          caseId={caseId}
          sheet={sheet}
          width={offered.width}
          settings={problems.length > 0 ? null : value}
        />
      )}
    </div>
  );
}
