import { AsyncLocalStorage } from 'node:async_hooks';
import type { Tx } from './tx.ts';

type Scope = { sequelize: Tx['sequelize']; open: boolean };
const scopes = new AsyncLocalStorage<Scope>();

/** Runs `work` so that mistakes inside it throw: a second transaction, a write beside the transaction. */
export async function scoped<R>(tx: Tx, work: () => Promise<R>): Promise<R> {
  const scope: Scope = { sequelize: tx.sequelize, open: true };
  try {
    return await scopes.run(scope, work);
  } finally {
    scope.open = false;
  }
}

/** Inside a transaction a write on the database itself would wait for that very transaction, forever. */
export function refuseForeignWrite(tx: Tx): void {
  if (tx.transaction) return;
  const scope = scopes.getStore();
  if (!scope?.open || scope.sequelize !== tx.sequelize) return;
  throw new Error(
    'A write was given the database while a transaction is open around it: give it the transaction.',
  );
}
