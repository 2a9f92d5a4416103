import type { JsonObject } from '#core/json/index.ts';
import type { Difference } from '../../diff/differences.ts';
import { elementAdded, elementChanged, elementRemoved, formElement } from '../recognised.ts';

type Level = { section?: string; category?: string; cycle?: string; rule: string };

const WAY = ['rules'];

/** A rule of a section, or of a form, that is new. */
export function ruleAdded(
  difference: Difference,
): (Level & { element: JsonObject; after?: string | null }) | undefined {
  const found = elementAdded(difference, 'rule', WAY);
  if (found) return found;
  const own = formElement(difference, 'rule', 'rules');
  if (!own || own.before !== undefined || own.after === undefined) return undefined;
  const { id: _id, ...element } = own.after;
  return { ...own.level, element, ...(own.behind !== undefined && { after: own.behind }) };
}

export function ruleChanged(difference: Difference): (Level & { patch: JsonObject }) | undefined {
  const found = elementChanged(difference, 'rule', WAY);
  if (found) return found;
  const own = formElement(difference, 'rule', 'rules');
  return own?.patch && { ...own.level, patch: own.patch };
}

export function ruleRemoved(difference: Difference): Level | undefined {
  const found = elementRemoved(difference, 'rule', WAY);
  if (found) return found;
  const own = formElement(difference, 'rule', 'rules');
  return own && own.after === undefined && !difference.keys ? own.level : undefined;
}
