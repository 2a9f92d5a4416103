import { useRef, useState } from 'react';
import { inputPresets, ruleData } from '#core/evaluate/index.ts';
import { sameJson } from '#core/json/index.ts';
import type { AnswerProblem, CompiledEdition, Facts, JsonObject } from '#core/model/index.ts';
import { validateInput } from '#core/validate/index.ts';
import { ApiError } from '#renderer/api/index.ts';
import { commitPending } from '#renderer/form/index.ts';
import type { Begun } from './begun.ts';

type Asked = {
  edition: CompiledEdition;
  route: string;
  event: string;
  facts: Facts;
  /** The answers of the case; none where it is asked outside any. */
  application?: JsonObject | undefined;
  fixed?: JsonObject | undefined;
  begun?: Begun | undefined;
};

/** What is being filled in for an event: its presets at first, and what is wrong once somebody tried. */
export function useEventInput({ edition, route, event, facts, application = {}, fixed, begun }: Asked) {
  const presetsOf = (of: string) =>
    inputPresets(edition, route, of, ruleData(edition, facts, { application }));
  const [value, setValue] = useState<JsonObject>(
    () =>
      begun?.all()[event] ?? {
        ...presetsOf(event),
        ...carriedOver(begun, event, edition, route, presetsOf),
      },
  );
  const latest = useRef(value);
  /** How often somebody tried to send it. */
  const [tries, setTries] = useState(0);
  const [refused, setRefused] = useState<readonly AnswerProblem[]>([]);
  const problemsOf = (input: JsonObject) =>
    validateInput(edition, route, event, { ...input, ...fixed }, facts, { application });
  const own = problemsOf(value);
  const problems =
    tries > 0
      ? [
          ...own,
          ...refused.filter((one) => !own.some(({ path, code }) => path === one.path && code === one.code)),
        ]
      : [];

  const change = (next: JsonObject) => {
    latest.current = next;
    begun?.write(event, next, inputSchema(edition, route, event));
    setValue(next);
    setRefused([]);
  };
  /** The input with its last keystroke; null where it is not valid, and from then on problems are shown. */
  const check = async (): Promise<JsonObject | null> => {
    await commitPending();
    setTries((count) => count + 1);
    const found = problemsOf(latest.current);
    return found.some(({ severity }) => severity === 'block') ? null : latest.current;
  };
  /** Takes what the server found: one more try that came to nothing. */
  const take = (error: unknown) => {
    setRefused(error instanceof ApiError ? (error.body?.problems ?? []).filter(isOfInput) : []);
    setTries((count) => count + 1);
  };
  return { value, change, problems, tries, check, take };
}

/**
 * What was typed for another event of the case and has a place here: an answer to a field of the same name and type.
 * What stood there without anybody's doing stays behind.
 */
function carriedOver(
  begun: Begun | undefined,
  event: string,
  edition: CompiledEdition,
  route: string,
  presetsOf: (event: string) => JsonObject,
): JsonObject {
  const typed = Object.entries(begun?.all() ?? {}).flatMap(([other, input]) => {
    const presets = presetsOf(other);
    return Object.entries(input)
      .filter(([field, value]) => !sameJson(value ?? null, presets[field] ?? null))
      .filter(([field]) => fieldOf(edition, route, event, field) === fieldOf(edition, route, other, field));
  });
  return Object.fromEntries(typed.filter(([field]) => fieldOf(edition, route, event, field) !== undefined));
}

/** The type of a field that an event asks for; undefined where it asks for none of that name. */
const fieldOf = (edition: CompiledEdition, route: string, event: string, field: string) =>
  inputSchema(edition, route, event)?.properties?.[field]?.type;

const inputSchema = ({ definition }: CompiledEdition, route: string, event: string) =>
  definition.routes.find(({ id }) => id === route)?.events[event]?.input?.schema;

const isOfInput = ({ path }: AnswerProblem): boolean => path.startsWith('/input');
