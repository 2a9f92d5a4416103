/** The commands, one file each. */
import { chartCommand } from './chart.ts';
import { checkCommand } from './check.ts';
import { cloneCommand } from './clone.ts';
import { type Command, usageOf } from './command.ts';
import { diffCommand } from './diff.ts';
import { formatCommand } from './format.ts';
import { initCommand } from './init.ts';
import { localesCommand } from './locales.ts';
import { manifestCommand } from './manifest.ts';
import { migrateCommand } from './migrate.ts';
import { printCommand } from './print.ts';
import { pullCommand } from './pull.ts';
import { pushCommand } from './push.ts';
import { readCommand } from './read.ts';
import { retentionCommand } from './retention.ts';
import { unconfirmedCommand } from './unconfirmed.ts';
import { validateCommand } from './validate.ts';
import { walkCommand } from './walk/walk.ts';

export { usageOf };

/** Every command of `shenbao`, in the order in which its usage lists them. */
export const commands: readonly Command[] = [
  // definitions
  initCommand,
  checkCommand,
  readCommand,
  validateCommand,
  walkCommand,
  chartCommand,
  printCommand,
  unconfirmedCommand,
  formatCommand,
  manifestCommand,
  localesCommand,
  diffCommand,
  cloneCommand,
  // a running server
  pullCommand,
  pushCommand,
  // the store
  migrateCommand,
  retentionCommand,
];
