import { AsyncLocalStorage } from 'node:async_hooks';

/** What a piece of work has asked of the database. */
export type Asked = { statements: number; transactions: number };

const counts = new AsyncLocalStorage<Asked>();

/** Runs `work` and counts into `asked` what it, and everything that it waits for, asks of the database. */
export const counting = <R>(asked: Asked, work: () => Promise<R>): Promise<R> => counts.run(asked, work);

/** One statement more. */
export function countStatement(): void {
  const asked = counts.getStore();
  if (asked) asked.statements += 1;
}

/** One transaction more. */
export function countTransaction(): void {
  const asked = counts.getStore();
  if (asked) asked.transactions += 1;
}
