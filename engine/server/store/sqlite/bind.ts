/** Parameters as better-sqlite3 wants them: names without `$`, no booleans, no undefined. */
export type Bound = Record<string, unknown>;

/** Takes what Sequelize hands over: `{ $1: true, $name: 'x' }`, or an empty list. */
export function bind(parameters: unknown): Bound {
  if (!parameters || Array.isArray(parameters) || typeof parameters !== 'object') return {};
  const named = Object.entries(parameters).map(([name, value]) => [name.replace(/^\$/, ''), plain(value)]);
  return Object.fromEntries(named);
}

function plain(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
}
