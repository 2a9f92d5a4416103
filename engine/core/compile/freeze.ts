/** Freezes plain objects and lists all the way down. What `leaveOut` names stays as it is (opaque machines). */
export function deepFreeze<T>(value: T, leaveOut: ReadonlySet<string> = new Set()): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  Object.freeze(value);
  if (leaveOut.size === 0 || Array.isArray(value))
    for (const part of Object.values(value)) deepFreeze(part, leaveOut);
  else
    for (const [key, part] of Object.entries(value)) {
      if (!leaveOut.has(key)) deepFreeze(part, leaveOut);
    }
  return value;
}
