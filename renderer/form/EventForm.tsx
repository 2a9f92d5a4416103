import { useCallback, useEffect, useMemo, useRef } from 'react';
import { isObject, withValue } from '#core/json/index.ts';
import type { AnswerProblem, FieldSchema, Json, JsonObject, UiHints } from '#core/model/index.ts';
import { type Lists, present } from './present/index.ts';
import { FieldsContext, SchemaForm } from './templates/index.ts';

type Props = {
  /** Begins the ids of its fields. */
  id: string;
  schema: JsonObject;
  ui: JsonObject;
  value: JsonObject;
  onChange: (value: JsonObject) => void;
  lists?: Lists | undefined;
  /** What is wrong with it, as `validateInput` gives it: paths begin with `/input`. */
  problems?: readonly AnswerProblem[];
  /** Also report what is merely missing. */
  revealed?: boolean;
};

const NO_LISTS: Lists = { codes: {}, asOf: '', timeZone: 'UTC' };
const NO_PROBLEMS: readonly AnswerProblem[] = [];

/** What an event asks for, as a small form: an opinion, a date, a name. Stands by itself, outside an open case. */
export function EventForm({
  id,
  schema,
  ui,
  value,
  onChange,
  lists = NO_LISTS,
  problems = NO_PROBLEMS,
  revealed = false,
}: Props) {
  const anchor = `/${id}`;
  const presented = useMemo(
    () =>
      present(schema as FieldSchema, {
        lists,
        ui: ui as UiHints,
        state: (_, listed) => ({ visible: true, required: listed, readOnly: false }),
        written: () => undefined,
        mayWrite: () => true,
        count: () => 0,
      }),
    [schema, ui, lists],
  );
  const put = useAnswers(value, onChange);
  const fields = useMemo(
    () => ({ anchor, problems: byField(anchor, problems), revealed }),
    [anchor, problems, revealed],
  );
  return (
    <FieldsContext value={fields}>
      <SchemaForm anchor={anchor} presented={presented} value={value} onAnswer={put} />
    </FieldsContext>
  );
}

/**
 * Two answers given before the next render are both kept: the second is laid over the first, not over what was
 * rendered last.
 */
function useAnswers(value: JsonObject, onChange: (value: JsonObject) => void) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  return useCallback(
    (path: readonly string[], answer: Json | undefined) => {
      const next = withValue(latest.current, path, answer);
      if (!isObject(next)) return;
      latest.current = next;
      onChange(next);
    },
    [onChange],
  );
}

function byField(anchor: string, problems: readonly AnswerProblem[]): Map<string, AnswerProblem[]> {
  const map = new Map<string, AnswerProblem[]>();
  for (const problem of problems) {
    const at = problem.path.replace(/^\/input/, anchor);
    map.set(at, [...(map.get(at) ?? []), problem]);
  }
  return map;
}
