import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SeededAccount } from '#server/seed/index.ts';
import manifest from '../../package.json' with { type: 'json' };
import { openServer } from './app.ts';
import { readConfig } from './config.ts';
import { createLogger, takeOverConsole } from './log.ts';

/** Starts the server with the environment's settings: the only place that reads them. */
async function main(): Promise<void> {
  needNode();
  const config = readConfig(process.env);
  const log = createLogger(config);
  takeOverConsole(log);
  const server = await openServer({ config, log });
  const { host, port } = await server.listen();
  await showAccounts(server.seeded, config.dataDir);
  const origin = config.publicOrigin ?? `http://${host}:${port}`;
  for (const { token, organisation } of server.setups)
    process.stdout.write(`\n  ${organisation}\n  ${origin}/setup/${token}\n`);
  process.stdout.write(`\n  ${origin}\n\n`);
  stopOn(['SIGTERM', 'SIGINT'], () => server.close());
  process.on('unhandledRejection', (error) => {
    log.fatal({ err: error }, 'a promise was forgotten');
    process.exit(1);
  });
}

/** Throws where somebody has started this with an older Node than package.json asks for, and not by `npm start`. */
function needNode(): void {
  const [wanted, present] = [manifest.engines.node, process.versions.node].map((version) =>
    Number(/\d+/.exec(version)?.[0]),
  );
  if (present === undefined || wanted === undefined || present >= wanted) return;
  throw new Error(
    `Shenbao runs on Node ${wanted}, this is ${process.version}: install Node ${wanted} and run the command again.`,
  );
}

/** The first accounts are shown once and written to a file that only the owner can read; no password is built in. */
async function showAccounts(accounts: SeededAccount[], dataDir: string): Promise<void> {
  if (accounts.length === 0) return;
  const lines = accounts.map((one) =>
    [one.username.padEnd(28), one.password.padEnd(18), one.role, one.organisation].join('  '),
  );
  const text = `${lines.join('\n')}\n`;
  const path = join(dataDir, 'demo-accounts.txt');
  await writeFile(path, text, { mode: 0o600 });
  process.stdout.write(`\n${text}\n  ${path}\n`);
}

function stopOn(signals: NodeJS.Signals[], stop: () => Promise<void>): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of signals) process.on(signal, end);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
