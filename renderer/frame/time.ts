const pad = (n: number): string => String(n).padStart(2, '0');

/** `2026-03-01 09:05` in the reader's own time zone; empty for no date. */
export function formatTime(iso: string | null | undefined): string {
  if (!iso) return '';
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${formatDay(at)} ${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

const formatDay = (at: Date): string => `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;

/** `10:42:07`, for what happened just now. */
export function formatClock(iso: string): string {
  const at = new Date(iso);
  return `${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}`;
}

/** What is left until a moment, in whole days and hours; null when it is over. */
export function timeLeft(until: string, now: number): { days: number; hours: number } | null {
  const left = new Date(until).getTime() - now;
  if (Number.isNaN(left) || left <= 0) return null;
  const hours = Math.floor(left / 3_600_000);
  return { days: Math.floor(hours / 24), hours: hours % 24 };
}
