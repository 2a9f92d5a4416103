/**
 * Remembers what was made of objects that never change. `once` gives what `work` gave for the same owner and inputs (the
 * same objects, not equal ones), or does it. `what` names the work, for no two pieces of work may share a result.
 */
export type Memory = {
  once<T>(owner: object, what: string, inputs: readonly unknown[], work: () => T): T;
};

type Result = { inputs: readonly unknown[]; value: unknown };

/** Results that are remembered of one owner and work: a part that several forms share has one for each. */
const MOST = 24;

/** A memory as long as its owners live. */
export function createMemory(): Memory {
  const results = new WeakMap<object, Map<string, Result[]>>();
  return {
    once: (owner, what, inputs, work) => {
      // In a folder that is wrong, anything may stand where a part belongs.
      if (typeof owner !== 'object' || owner === null) return work();
      const works = results.get(owner) ?? new Map<string, Result[]>();
      results.set(owner, works);
      const known = works.get(what) ?? [];
      const found = known.find((result) => areSame(result.inputs, inputs));
      if (found !== undefined) return found.value as ReturnType<typeof work>;
      const value = work();
      works.set(what, [{ inputs, value }, ...known].slice(0, MOST));
      return value;
    },
  };
}

/** Does everything anew. */
export const forgetful: Memory = { once: (_owner, _what, _inputs, work) => work() };

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((input, index) => input === b[index]);
}
