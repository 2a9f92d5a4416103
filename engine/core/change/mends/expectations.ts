import { asObject, isObject, type Json, type JsonObject } from '#core/json/index.ts';

/** An example without what was expected of something that is gone. `*` in the way stands for any row. */
export function withoutExpectation(example: JsonObject, root: string, gone: string): JsonObject {
  const expects = asObject(example.expects);
  const isGone = (pointer: string) => pointer.startsWith(`${root}/`) && isBelow(pointer, root, gone);
  const left = Object.entries(expects).flatMap(([key, value]): [string, Json][] => {
    if (key === 'values' && isObject(value))
      return [[key, Object.fromEntries(Object.entries(value).filter(([pointer]) => !isGone(pointer)))]];
    if (!Array.isArray(value)) return [[key, value]];
    return [[key, value.filter((one) => !isGone(isObject(one) ? String(one.path) : String(one)))]];
  });
  return example.expects === undefined ? example : { ...example, expects: Object.fromEntries(left) };
}

function isBelow(pointer: string, root: string, gone: string): boolean {
  const rest = pointer
    .slice(root.length)
    .replace(/^\/\d+(?=\/)/, '')
    .split('/')
    .slice(1);
  return gone
    .split('/')
    .every((step, index) => (step === '*' ? /^\d+$/.test(rest[index] ?? '') : step === rest[index]));
}
