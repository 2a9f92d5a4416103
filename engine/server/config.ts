import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ClamdAddress } from '#server/files/index.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** The settings, read and checked. */
export type Config = {
  databaseUrl: string;
  /** Absolute. */
  dataDir: string;
  /** Where evidence lies; absolute. */
  filesDir: string;
  /** The programme's folder; absolute. null = it is empty: the programme is made in the browser. */
  definitionsDir: string | null;
  /** What becomes of a folder that has changed since it was taken in: it waits as a draft, or is published. */
  definitionsSync: 'draft' | 'publish';
  host: string;
  port: number;
  /** 32 bytes; null = the one in `keyFile`. */
  appKey: Uint8Array | null;
  /** Where the key lies, and is made at the first start; absolute. Not looked at where `appKey` is given. */
  keyFile: string;
  /** A folder besides the data folder in which the audit trail is witnessed too; absolute. */
  witnessDir: string | null;
  /** Scheme, host and port as browsers see it; null = as the server listens. */
  publicOrigin: string | null;
  /** A proxy in front overwrites X-Forwarded-*. */
  trustProxy: boolean;
  chromiumPath: string | null;
  /** Where clamd looks through uploads; null = nobody does. */
  clamd: ClamdAddress | null;
  logLevel: (typeof LOG_LEVELS)[number];
  /** What a task of the human check costs: rounds for one key, of which about a hundred are derived. */
  humanCheckCost: number;
  /** How many registrations one address may send in an hour; a large organisation sends all of its own from one. */
  registrationsPerHour: number;
  /** How many jobs run beside one another, and beside the requests. */
  jobsAtOnce: number;
  /** Fills an empty database with the programme's demonstration. */
  demo: boolean;
  /** People's own data are in it: what is merely handy is warned of. */
  production: boolean;
};

/** Variables of the process's environment. */
export type Environment = { [name: string]: string | undefined };

/** What is wrong with a variable; one sentence. */
class Wrong extends Error {}

/**
 * The configuration from environment variables. Throws ONE Error that lists every wrong variable, a sentence each.
 */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const read = <R>(name: string, parse: (text: string) => R, preset: R | (() => R)): R => {
    try {
      const text = env[name]?.trim();
      if (text) return parse(text);
      return preset instanceof Function ? preset() : preset;
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      problems.push(`${name}: ${error.message}`);
      return undefined as R;
    }
  };
  const dataDir = read('DATA_DIR', (text) => resolve(text), resolve('data'));
  const publicOrigin = read<string | null>('PUBLIC_ORIGIN', origin, null);
  const config: Config = {
    dataDir,
    databaseUrl: read('DATABASE_URL', databaseUrl, `sqlite://${join(dataDir, 'shenbao.sqlite')}`),
    filesDir: read('FILES_URL', filesFolder, join(dataDir, 'files')),
    definitionsDir: read<string | null>('DEFINITIONS_DIR', programmeFolder, () =>
      programmeFolder('definitions'),
    ),
    definitionsSync: read<Config['definitionsSync']>('DEFINITIONS_SYNC', sync, 'draft'),
    host: read('HOST', (text) => text, '127.0.0.1'),
    port: read('PORT', port, 8080),
    appKey: read<Uint8Array | null>('APP_KEY', key, null),
    keyFile: read('APP_KEY_FILE', (text) => resolve(text), join(dataDir, 'app.key')),
    witnessDir: read<string | null>('WITNESS_DIR', (text) => resolve(existing(text)), null),
    publicOrigin,
    trustProxy: read('TRUST_PROXY', boolean, false),
    chromiumPath: read<string | null>('CHROMIUM_PATH', existing, null),
    clamd: read<ClamdAddress | null>('CLAMD', clamd, null),
    logLevel: read<Config['logLevel']>('LOG_LEVEL', logLevel, 'info'),
    humanCheckCost: read('HUMAN_CHECK_COST', integer(100, 100_000), 4000),
    registrationsPerHour: read('REGISTRATIONS_PER_HOUR', integer(1, 100_000), 60),
    jobsAtOnce: read('JOBS_AT_ONCE', integer(1, 16), 2),
    demo: read('DEMO', boolean, false),
    production: env.NODE_ENV === 'production' || publicOrigin?.startsWith('https:') === true,
  };
  if (problems.length > 0)
    throw new Error(`The configuration is wrong:\n${problems.map((one) => `- ${one}`).join('\n')}`);
  return config;
}

function databaseUrl(text: string): string {
  if (/^sqlite:(\/\/)?[^/:]|^sqlite:\/\/\/./.test(text) && !text.includes(':memory:')) return text;
  if (/^mysql:\/\//.test(text) && URL.canParse(text) && new URL(text).pathname.length > 1) return text;
  throw new Wrong('give sqlite:///path/to/file.sqlite or mysql://user:password@host:3306/name.');
}

function filesFolder(text: string): string {
  if (text.startsWith('file:///')) return resolve(decodeURIComponent(new URL(text).pathname));
  throw new Wrong('give a folder as file:///path/to/folder; nothing else is served.');
}

/** The folder itself, or the one programme in it; null where there is nothing in it yet. */
function programmeFolder(text: string): string | null {
  const folder = resolve(text);
  if (existsSync(join(folder, 'programme.json'))) return folder;
  const names = existsSync(folder) ? readdirSync(folder) : [];
  if (existsSync(folder) && names.every((name) => name.startsWith('.'))) return null;
  const programmes = names.filter((name) => existsSync(join(folder, name, 'programme.json')));
  const [only] = programmes;
  if (only && programmes.length === 1) return join(folder, only);
  if (only) throw new Wrong(`${folder} holds several programmes (${programmes.join(', ')}): name one.`);
  throw new Wrong(`${folder} holds no programme.json, nor does a folder in it.`);
}

function sync(text: string): Config['definitionsSync'] {
  if (text === 'draft' || text === 'publish') return text;
  throw new Wrong(`<${text}> is neither: give draft or publish.`);
}

function port(text: string): number {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number <= 65_535) return number;
  throw new Wrong(`<${text}> is no port: give a number from 0 to 65535.`);
}

const integer =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (/^\d{1,6}$/.test(text) && number >= least && number <= most) return number;
    throw new Wrong(`<${text}> does not fit: give a whole number from ${least} to ${most}.`);
  };

/** The key is never repeated in the message. */
function key(text: string): Uint8Array {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (bytes.length === 32) return bytes;
  throw new Wrong('give 32 random bytes in base64 or hex, as `openssl rand -base64 32` makes them.');
}

function origin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '')) return url.origin;
  throw new Wrong(
    `<${text}> is no origin: give scheme, host and port alone, as in https://forms.example.org.`,
  );
}

function boolean(text: string): boolean {
  if (/^(1|true|yes|on)$/i.test(text)) return true;
  if (/^(0|false|no|off)$/i.test(text)) return false;
  throw new Wrong(`<${text}> is neither yes nor no: give 1 or 0.`);
}

function existing(text: string): string {
  if (existsSync(text)) return text;
  throw new Wrong(`there is no ${text}.`);
}

function clamd(text: string): ClamdAddress {
  if (/^unix:\/./.test(text)) return { path: resolve(text.slice('unix:'.length)) };
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'tcp:' && url.hostname && url.port)
    return { host: url.hostname, port: Number(url.port) };
  throw new Wrong('give unix:/path/to/clamd.ctl or tcp://host:3310.');
}

function logLevel(text: string): Config['logLevel'] {
  const level = LOG_LEVELS.find((one) => one === text.toLowerCase());
  if (level) return level;
  throw new Wrong(`<${text}> is no level: give one of ${LOG_LEVELS.join(', ')}.`);
}
