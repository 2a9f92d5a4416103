import { join, sep } from 'node:path';
import { sourceFile } from '#core/assemble/index.ts';
import { asObject } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { cyclesOf } from '#core/vocabulary/index.ts';
import { loadMasterKey, secretsOf } from '#server/crypto/index.ts';
import { closeToOthers, openClamd, openFolderStore, openInspector } from '#server/files/index.ts';
import { createApp, type Listening, listen, refusalSentence } from '#server/http/index.ts';
import { kinds, openWorker } from '#server/jobs/index.ts';
import { deskFiles, readFolder } from '#server/load/index.ts';
import { openPrinter } from '#server/print/index.ts';
import { openCycle, playDemonstration, type SeededAccount, seedOrganisations } from '#server/seed/index.ts';
import { openSetups, type SetupLink } from '#server/services/accounts/index.ts';
import { openDrafting, takeInFolder } from '#server/services/drafts/index.ts';
import { keepFresh, openEditions } from '#server/services/editions/index.ts';
import { createHasher } from '#server/services/entry/index.ts';
import { type Clock, rememberRights, type Services } from '#server/services/ground/index.ts';
import {
  audit,
  type Database,
  files,
  frozenPrints,
  holdAlone,
  keepAuditHead,
  migrate,
  openDatabase,
  printRuns,
  readAuditHeads,
  witnessFile,
} from '#server/store/index.ts';
import type { Config } from './config.ts';
import { lyingTogether } from './kept-apart.ts';
import { assertKeyMatchesDatabase } from './key-and-database.ts';
import type { Logger } from './log.ts';
import { watchLoop } from './loop-delay.ts';
import { createReadiness } from './readiness.ts';

/** What a server is made of; `pages` is the folder of the built screens, `clock` the time that tests set. */
export type ServerOptions = { config: Config; log: Logger; clock?: Clock | undefined; pages?: string };

/** A server that is ready to listen. */
export type Server = {
  services: Services;
  /** What the seed made at this start; empty when everything was there. */
  seeded: SeededAccount[];
  /** One-time links for first administrators, where there are none yet. */
  setups: SetupLink[];
  listen: () => Promise<Listening>;
  /** Stops answering, lets accepted requests end, closes everything that is open. */
  close: () => Promise<void>;
};

const PAGES = join(import.meta.dirname, '..', '..', 'dist', 'renderer');
/** In which language the desk is written where there is no programme yet. */
const DESK_LOCALE = 'zh-CN';
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Puts a server together: database migrated, the folder of definitions taken in, seed created. Throws where any of it fails; of a wrong definition the error lists all problems.
 */
export async function openServer({
  config,
  log,
  clock = () => new Date(),
  pages = PAGES,
}: ServerOptions): Promise<Server> {
  const folder = await openDefinitions(config.definitionsDir);
  await closeFolders(config, log);
  warnOfTogether(config, log);
  const db = await openDatabase({ databaseUrl: config.databaseUrl });
  let letGo = async (): Promise<void> => undefined;
  try {
    letGo = await holdAlone({
      databaseUrl: config.databaseUrl,
      folders: [...new Set([config.dataDir, config.filesDir])],
      lost: (error) => giveUp(error, log),
    });
    await migrate(db);
    const services = await openServices({ config, log }, db, clock, folder);
    await assertKeyMatchesDatabase(services, config);
    await reportCutTrail(services, log);
    await services.files.clearTemporary();
    await takeIn(services, folder, config.definitionsSync, log);
    await services.editions.openAtWork();
    if (config.demo) await openCycle(services);
    const seeded = await seed(services, config.demo, log);
    const setups = await openSetups(services);
    const { title } = (await services.editions.current()).definition.programme;
    return assemble({ config, log, pages, services, title, seeded, setups, letGo });
  } catch (error) {
    await db.close();
    await letGo();
    throw error;
  }
}

/** What the database gave to another server while it was away is not this one's any more. */
function giveUp(error: Error, log: Logger): void {
  log.fatal({ err: error }, 'another server has taken over');
  process.kill(process.pid, 'SIGTERM');
}

type Definitions = { files: SourceFile[]; programme: string; isDesk: boolean };

/** The policy desk alone, in which the first programme is made. */
async function openDesk(): Promise<Definitions> {
  const texts = await deskFiles({ locale: DESK_LOCALE, year: new Date().getUTCFullYear() });
  const files = texts.map(({ path, text }) => sourceFile(path, text));
  const { id } = asObject(files.find(({ path }) => path === 'programme.json')?.json);
  return { files, programme: String(id), isDesk: true };
}

/** The files of the programme's folder, and whose they are. Throws where the folder is none of a programme. */
async function openDefinitions(folder: string | null): Promise<Definitions> {
  if (folder === null) return openDesk();
  const files = await readFolder(folder);
  if (cyclesOf(files.map(({ path }) => path)).length === 0)
    throw new Error(`${folder} holds no edition: a folder with edition.json is missing`);
  const { id } = asObject(files.find(({ path }) => path === 'programme.json')?.json);
  if (typeof id === 'string') return { files, programme: id, isDesk: false };
  throw new Error(`${folder} is no programme: programme.json is missing, is no JSON or names no id`);
}

/**
 * Takes the folder in; the desk only as long as there is no programme. Throws one error that lists everything that is
 * wrong with what is to be published.
 */
async function takeIn(
  services: Services,
  { isDesk, ...definitions }: Definitions,
  wanted: Config['definitionsSync'],
  log: Logger,
): Promise<void> {
  await services.editions.refresh();
  if (isDesk && !services.editions.isVacant()) return;
  const folder = { ...definitions, sync: isDesk ? 'publish' : wanted } as const;
  const { as, draft, problems } = await takeInFolder(services, folder);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  if (as === 'draft')
    log.warn(
      { draft, errors, warnings },
      'the folder of definitions has changed: it waits as a draft, and what was published goes on. ' +
        'Publish the draft, or set DEFINITIONS_SYNC=publish to have every change published at the start',
    );
  else if (warnings > 0) log.warn({ warnings }, 'the definitions have warnings');
}

function warnOfTogether(config: Config, log: Logger): void {
  const together = lyingTogether(config);
  if (!config.production || together.length === 0) return;
  log.warn(
    { together: Object.fromEntries(together.map(({ what, folder }) => [what, folder])) },
    'database, key and witness of the audit trail lie together: whoever can write there can cut the trail unseen. ' +
      'Set WITNESS_DIR to a folder on another machine, and APP_KEY_FILE or APP_KEY, so that they lie apart',
  );
}

/** Said before a row of this start is appended, which would hide how far the cut goes. */
async function reportCutTrail({ db, auditHeads }: Services, log: Logger): Promise<void> {
  const [rows, seen] = [(await audit.head(db)).seq, audit.endOf(await auditHeads())];
  if (seen > rows)
    log.error(
      { rows, seen, from: rows + 1 },
      'the audit trail was cut: it ends before the last row that was witnessed. Restore a newer backup, ' +
        'or find out who wrote into the database',
    );
}

/** What lies in the data folders is for the server alone. */
async function closeFolders({ dataDir, filesDir }: Config, log: Logger): Promise<void> {
  const folders = filesDir.startsWith(join(dataDir, sep)) ? [dataDir] : [dataDir, filesDir];
  const open = (await Promise.all(folders.map(closeToOthers))).flat();
  if (open.length > 0)
    log.warn({ folders: open }, 'these folders belong to another user, and others may look into them');
}

async function openServices(
  { config, log }: { config: Config; log: Logger },
  db: Database,
  clock: Clock,
  { programme, isDesk }: Definitions,
): Promise<Services> {
  const secrets = secretsOf(await loadMasterKey(config.appKey, config.keyFile));
  return {
    db,
    clock,
    rights: rememberRights(db),
    secrets,
    editions: openEditions(db, clock, programme, isDesk),
    drafting: openDrafting(),
    files: openFolderStore(config.filesDir, (sha256) => refersTo(db, sha256)),
    inspector: openInspector(),
    scanner: config.clamd && openClamd(config.clamd),
    printer: openPrinter(config.chromiumPath, (sentence) => log.warn(sentence)),
    hasher: createHasher(),
    publicOrigin: config.publicOrigin,
    humanCheckCost: config.humanCheckCost,
    registrationsPerHour: config.registrationsPerHour,
    auditHeads: () => readAuditHeads(witnessFolders(config)),
  };
}

/** Whether content is evidence of a case, a frozen print, or the file of a print run. */
const refersTo = async (db: Database, sha256: string): Promise<boolean> =>
  (await files.refersTo(db, sha256)) ||
  (await frozenPrints.refersTo(db, sha256)) ||
  (await printRuns.refersTo(db, sha256));

/**
 * A demonstration that stops half-way is logged and does not keep the server from starting: the accounts made by then
 * can log in.
 */
async function seed(services: Services, demo: boolean, log: Logger): Promise<SeededAccount[]> {
  const seeded = await seedOrganisations(services, demo);
  if (seeded.length === 0) return seeded;
  const { locale } = (await services.editions.current()).definition.programme;
  const { accounts, stopped } = await playDemonstration(services, (one) => refusalSentence(one, locale));
  if (stopped)
    log.error(`${stopped.message}. Mend demo.json and start with an empty data folder to play it again.`);
  return [...seeded, ...accounts];
}

type Parts = Required<Pick<ServerOptions, 'config' | 'log' | 'pages'>> &
  Pick<Server, 'services' | 'seeded' | 'setups'> & {
    title: string;
    letGo: () => Promise<void>;
  };

function assemble({ config, log, pages, services, title, seeded, setups, letGo }: Parts): Server {
  let listening: Listening | null = null;
  const stopWork = startWork(services, config, log);
  const app = createApp({
    services,
    log,
    pages,
    title,
    secure: config.publicOrigin?.startsWith('https:') ?? false,
    trustProxy: config.trustProxy,
    allowedHost: hostCheck(config),
    alive: () => listening !== null,
    readiness: createReadiness(services.db, [config.dataDir, config.filesDir]),
  });
  return {
    services,
    seeded,
    setups,
    listen: async () => {
      listening = await listen(app, config.host, config.port);
      return listening;
    },
    close: async () => {
      const open = listening;
      listening = null;
      await open?.close();
      await stopWork();
      await services.drafting.close();
      await services.inspector.close();
      await services.printer.close();
      await services.db.close();
      await letGo();
    },
  };
}

/**
 * The public name where one is set; without one, loopback names and the address that the server listens on, at any
 * port.
 */
function hostCheck(config: Config): (host: string) => boolean {
  if (config.publicOrigin) {
    const { host } = new URL(config.publicOrigin);
    return (asked) => asked === host;
  }
  const names = new Set([...LOOPBACK, config.host.toLowerCase()]);
  return (asked) => names.has(asked.replace(/:\d{1,5}$/, ''));
}

const witnessFolders = ({ dataDir, witnessDir }: Config): string[] => [
  ...new Set([dataDir, witnessDir ?? dataDir]),
];

/** Work beside the requests: jobs, and a copy of the audit chain's head outside the database. */
function startWork(services: Services, config: Config, log: Logger): () => Promise<void> {
  const worker = openWorker({
    services,
    kinds,
    atOnce: config.jobsAtOnce,
    report: (error, job) => log.error({ err: error, job: job?.id, kind: job?.kind }, 'a job failed'),
  });
  const stopWatch = keepFresh(services.editions, (error) =>
    log.error(
      { err: error },
      'what was published cannot be served: this process goes on with what was before',
    ),
  );
  const stopWitness = keepAuditHead(services.db, {
    paths: witnessFolders(config).map(witnessFile),
    report: ({ seq, mac }) => log.info({ seq, mac }, `audit head ${seq} ${mac}`),
    failed: (error) => log.error({ err: error }, 'the head of the audit trail was not copied'),
  });
  const stopDelays = watchLoop(log);
  return async () => {
    stopDelays();
    await stopWatch();
    await worker.close();
    await stopWitness();
  };
}
