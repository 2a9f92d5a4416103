import { isObject } from '#core/json/index.ts';
import type { Definition } from '#core/model/index.ts';
import type { Finding, LintContext } from './context.ts';
import { infer } from './shapes/infer.ts';
import type { Misfit, MisfitCode } from './shapes/inference.ts';
import { ANY, record, type Shape } from './shapes/shape.ts';
import type { LogicSite } from './walk/logic-site.ts';

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

/** What a piece of logic gives, as far as it can be told. */
export const shapeGiven = (context: LintContext, site: LogicSite): Shape => inferredAt(context, site).shape;

function inferAll(context: LintContext): Placed[] {
  return context.logics.flatMap((site) => inferredAt(context, site).found);
}

function inferredAt({ definition, memory }: LintContext, site: LogicSite): Inferred {
  const { codes, expressions, edition } = definition;
  // What an expression says depends on it, on what it may read, and on what it may name.
  const named = memory.once(edition, 'named in logic', [...codes, null, ...expressions], () => ({}));
  return memory.once(site, 'inferred', [named], () => inferSite(site, definition));
}

type Inferred = { shape: Shape; found: Placed[] };

function inferSite({ logic, data, pointer }: LogicSite, { codes, expressions }: Definition): Inferred {
  const found: Placed[] = [];
  if (!isObject(logic) && !Array.isArray(logic)) return { shape: ANY, found };
  const report = (misfit: Misfit) => void found.push({ ...misfit, at: pointer + misfit.pointer });
  const shape = infer(logic, '', { data: record(data), codes, expressions, open: [], report });
  return { shape, found };
}
