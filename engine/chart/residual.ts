import { isObject } from '#core/json/index.ts';
import type { Logic } from '#core/model/index.ts';

/** Whether logic holds; null where that is not known. */
type Ask = (logic: Logic) => boolean | null;

/**
 * What is left of a condition when everything known is put in: whether it holds, or the part of it that decides. What
 * is known inside `and`, `or` and `!` falls out.
 */
export function residual(logic: Logic, ask: Ask): Logic {
  const known = ask(logic);
  if (known !== null) return known;
  const [name, operands] = (isObject(logic) && Object.entries(logic)[0]) || ['', []];
  const args = [operands].flat();
  if (name === 'and' || name === 'or') return joined(name, args, ask);
  if (name === '!!') return residual(args[0] ?? null, ask);
  return name === '!' ? denied(residual(args[0] ?? null, ask)) : logic;
}

function joined(name: 'and' | 'or', args: Logic[], ask: Ask): Logic {
  const decides = name === 'or';
  const left = args.map((operand) => residual(operand, ask)).filter((part) => part !== !decides);
  const [only] = left;
  if (left.includes(decides)) return decides;
  return only !== undefined && left.length === 1 ? only : { [name]: left };
}

function denied(logic: Logic): Logic {
  return typeof logic === 'boolean' ? !logic : { '!': [logic] };
}
