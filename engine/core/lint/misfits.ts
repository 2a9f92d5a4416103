import { isObject } from '#core/json/index.ts';
import type { Finding, LintContext } from './context.ts';
import { infer } from './shapes/infer.ts';
import type { Misfit, MisfitCode } from './shapes/inference.ts';
import { record } from './shapes/shape.ts';

type Placed = Misfit & { at: string };
const KNOWN = new WeakMap<LintContext, Placed[]>();

/** What the expressions of an edition say of data that is not there or does not fit, for one check. */
export function misfits(context: LintContext, code: MisfitCode): Finding[] {
  const all = KNOWN.get(context) ?? inferAll(context);
  KNOWN.set(context, all);
  return all
    .filter((misfit) => misfit.code === code)
    .map(({ code: _code, pointer: _pointer, ...finding }) => finding);
}

function inferAll({ logics, definition }: LintContext): Placed[] {
  const found: Placed[] = [];
  for (const { logic, data, pointer } of logics) {
    if (!isObject(logic) && !Array.isArray(logic)) continue;
    infer(logic, '', {
      data: record(data),
      codes: definition.codes,
      expressions: definition.expressions,
      open: [],
      report: (misfit) => found.push({ ...misfit, at: pointer + misfit.pointer }),
    });
  }
  return found;
}
