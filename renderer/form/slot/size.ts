const MB = 1024 * 1024;

/** `1.2 MB`, `340 KB`: as precise as people need it. */
export function formatBytes(bytes: number): string {
  if (bytes >= MB) return `${(bytes / MB).toFixed(bytes >= 10 * MB ? 0 : 1)} MB`;
  return `${bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** As `formatBytes`, but never the same as a limit that it exceeds: what is a byte too long is 10.01 MB. */
export const formatAbove = (bytes: number, limit: number): string => apart(bytes, limit, Math.ceil);

/** As `formatBytes`, but never the same as what does not fit into it. */
export const formatBelow = (bytes: number, wanted: number): string => apart(bytes, wanted, Math.floor);

function apart(bytes: number, other: number, round: (number: number) => number): string {
  if (formatBytes(bytes) !== formatBytes(other)) return formatBytes(bytes);
  const [size, unit] = bytes >= MB ? [MB, 'MB'] : [1024, 'KB'];
  return `${(round((bytes / size) * 100) / 100).toFixed(2)} ${unit}`;
}
