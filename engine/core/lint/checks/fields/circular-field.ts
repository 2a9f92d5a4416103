import { isObject, pointer } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import type { Check, Finding, LintContext } from '../../context.ts';
import type { FieldSite } from '../../walk/fields.ts';

/** A field that is computed from itself, or is shown only after it has been answered. */
export const circularField: Check = {
  code: 'circular-field',
  run: (context) => [...context.fields.flatMap((field) => unseen(field)), ...circles(context)],
};

function unseen(field: FieldSite): Finding[] {
  const { visibleWhen } = field.schema;
  if (visibleWhen === undefined || !readBy(visibleWhen, field).includes(nameOf(field))) return [];
  return [
    {
      at: `${field.pointer}/visibleWhen`,
      sentence: 'circular-field.visible',
    },
  ];
}

function circles({ fields }: LintContext): Finding[] {
  const derived = fields.filter(({ schema, site }) => schema.derive !== undefined && site);
  return derived
    .filter((field) => comesBackTo(field, derived))
    .map((field) => ({
      at: `${field.pointer}/derive`,
      sentence: 'circular-field.derive',
    }));
}

function comesBackTo(start: FieldSite, derived: FieldSite[]): boolean {
  const beside = derived.filter(({ site }) => site?.category === start.site?.category);
  const seen = new Set<FieldSite>();
  const waiting = [start];
  for (let field = waiting.pop(); field; field = waiting.pop()) {
    const read = readBy(field.schema.derive ?? null, field);
    if (read.includes(nameOf(start))) return true;
    const next = beside.filter((other) => !seen.has(other) && read.includes(nameOf(other)));
    for (const one of next) seen.add(one);
    waiting.push(...next);
  }
  return false;
}

const nameOf = ({ site, path }: FieldSite): string => `${pointer(site?.section.id ?? '')}${path}`;

/** The fields that an expression reads by their whole path, each as a pointer from its section. */
function readBy(logic: Json, { site, path: at }: FieldSite): string[] {
  const own = pointer(site?.section.id ?? '');
  const list = at.slice(0, at.indexOf('/*') + 2);
  return pathsIn(logic).flatMap((path) => {
    const [root, ...rest] = path.split('.');
    if (root === 'item') return [own + list + pointer(...rest)];
    if (root === 'application') return [pointer(...rest)];
    return root === 'section' || root === 'row' ? [own + pointer(...rest)] : [];
  });
}

function pathsIn(logic: Json): string[] {
  if (Array.isArray(logic)) return logic.flatMap(pathsIn);
  if (!isObject(logic)) return [];
  const { var: path } = logic;
  const [named] = [path].flat();
  if (path !== undefined) return typeof named === 'string' ? [named] : [];
  return Object.values(logic).flatMap(pathsIn);
}
