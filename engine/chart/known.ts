import { asObject, isObject, type JsonObject } from '#core/json/index.ts';
import type { Rule, RuleData } from '#core/model/index.ts';
import { holds } from '#core/route/index.ts';

/** A rule has asked for what a chart cannot know: an answer, a file, what somebody types. */
class Unknown extends Error {}

/** Parts of what rules read that differ from case to case. */
type OfCase = 'application' | 'applicant' | 'unit' | 'files' | 'subtree' | 'case' | 'input';

/** The same data; of these parts only what is given is known, and reading more of them throws. */
export function onlyGiven(data: RuleData, parts: readonly OfCase[]): RuleData {
  const given = parts.map((part) => [part, nothingBeyond(asObject(data[part]))]);
  return { ...data, ...Object.fromEntries(given) };
}

/** Stands before a copy: what is frozen may not be given in another shape. */
function nothingBeyond(given: JsonObject): JsonObject {
  const mustHave = (key: string | symbol) => {
    if (!Object.hasOwn(given, key)) throw new Unknown(String(key));
  };
  return new Proxy(
    { ...given },
    {
      get: (_, key) => {
        mustHave(key);
        const value: unknown = Reflect.get(given, key);
        return isObject(value) ? nothingBeyond(value) : value;
      },
      getOwnPropertyDescriptor: (copy, key) => {
        mustHave(key);
        return Reflect.getOwnPropertyDescriptor(copy, key);
      },
    },
  );
}

/** Whether the rule holds; null where that depends on what is not known. */
export function verdict(run: Rule, data: RuleData): boolean | null {
  try {
    return holds(run, data);
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}
