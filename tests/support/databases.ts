import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, migrate, openDatabase } from '#server/store/index.ts';

const SERVER = process.env.TEST_DATABASE_URL ?? 'mysql://root@127.0.0.1:3306';

/** A database of its own that goes when the test goes. */
export type TestDatabase = { url: string; drop(): Promise<void> };

export type Kind = 'sqlite' | 'mariadb';

/** An empty database without tables. */
export function createDatabase(kind: Kind): Promise<TestDatabase> {
  return kind === 'sqlite' ? sqliteFile() : mariaDatabase();
}

/** A database with this version's tables and nothing in them. */
export async function migratedDatabase(kind: Kind): Promise<TestDatabase> {
  const database = await createDatabase(kind);
  if (kind === 'mariadb') await layTables(database.url);
  return database;
}

/** An opened database with this version's tables. */
export async function openTestDatabase(
  kind: Kind,
): Promise<{ db: Database; url: string; close(): Promise<void> }> {
  const { url, drop } = await migratedDatabase(kind);
  const db = await openDatabase({ databaseUrl: url });
  await migrate(db);
  return {
    db,
    url,
    close: async () => {
      await db.close();
      await drop();
    },
  };
}

/**
 * Runs the same tests on SQLite and on MariaDB; `db()` gives the database inside a test. Where no MariaDB answers, its
 * half is skipped with a notice, and under CI it fails.
 */
export function describeOnDatabases(
  title: string,
  body: (db: () => Database, kind: Kind, url: () => string) => void,
): void {
  for (const kind of ['sqlite', 'mariadb'] as const) {
    const isThere = kind === 'sqlite' || mariaAnswers;
    if (!isThere && process.env.CI) {
      it(`${title} on mariadb`, () =>
        expect.fail(`No MariaDB answers at ${SERVER}; under CI there must be one.`));
    } else if (!isThere) {
      describe.skip(`NOTICE: ${title} on mariadb not run: none answers at ${SERVER}`, () =>
        body(never, kind, never));
    } else {
      describe(`${title} on ${kind}`, () => onDatabase(kind, body));
    }
  }
}

function onDatabase(kind: Kind, body: (db: () => Database, kind: Kind, url: () => string) => void): void {
  let opened: Awaited<ReturnType<typeof openTestDatabase>> | undefined;
  const present = () => opened ?? never();
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened?.close());
  body(
    () => present().db,
    kind,
    () => present().url,
  );
}

async function sqliteFile(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'shenbao-db-'));
  return {
    url: `sqlite://${join(folder, 'test.sqlite')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function mariaDatabase(): Promise<TestDatabase> {
  const name = `shenbao_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name}`);
  return { url: `${SERVER.replace(/\/$/, '')}/${name}`, drop: () => onServer(`DROP DATABASE ${name}`) };
}

let tables: Promise<string[]> | undefined;

/** The migrations create and alter tables a hundred times, each time on the disk; what they leave is created once. */
async function layTables(url: string): Promise<void> {
  tables ??= tablesLeft();
  const connection = await mysql.createConnection({ uri: url });
  for (const sql of await tables) await connection.query(sql);
  await connection.end();
}

/** Statements that make what the migrations have made of an empty database, their own table filled in. */
async function tablesLeft(): Promise<string[]> {
  const { url, drop } = await mariaDatabase();
  const db = await openDatabase({ databaseUrl: url });
  await migrate(db);
  await db.close();
  const connection = await mysql.createConnection({ uri: url });
  const [names] = await connection.query<mysql.RowDataPacket[]>('SHOW TABLES');
  const statements = ['SET foreign_key_checks = 0'];
  for (const name of names.map((row) => String(Object.values(row)[0]))) {
    const [made] = await connection.query<mysql.RowDataPacket[]>(`SHOW CREATE TABLE \`${name}\``);
    statements.push(String(made[0]?.['Create Table']));
    const [rows] = await connection.query<mysql.RowDataPacket[]>(`SELECT * FROM \`${name}\``);
    statements.push(...rows.map((row) => connection.format(`INSERT INTO \`${name}\` SET ?`, [row])));
  }
  await connection.end();
  await drop();
  return statements;
}

async function onServer(sql: string): Promise<void> {
  const connection = await mysql.createConnection({ uri: SERVER, connectTimeout: 3000 });
  await connection.query(sql);
  await connection.end();
}

function never(): never {
  throw new Error('There is no database outside a running test.');
}

/** Asked once, when this file is loaded: tests are collected before they run. */
const mariaAnswers = await onServer('SELECT 1').then(
  () => true,
  () => false,
);
