/** Parameters as better-sqlite3 wants them: in order, or by names without `$`; no booleans, no undefined. */
export type Bound = Record<string, unknown> | unknown[];

/** Takes what `store/sql` hands over, a list, or what Sequelize does: `{ $1: true, $name: 'x' }`. */
export function bind(parameters: unknown): Bound {
  if (Array.isArray(parameters)) return parameters.map(plain);
  if (!parameters || typeof parameters !== 'object') return {};
  const named = Object.entries(parameters).map(([name, value]) => [name.replace(/^\$/, ''), plain(value)]);
  return Object.fromEntries(named);
}

function plain(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
}
