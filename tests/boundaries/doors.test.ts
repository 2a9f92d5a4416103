import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, readSources, root } from './sources.ts';

/** Every folder below these is a room. */
const HALLS = ['engine/core', 'engine/server', 'engine/server/services', 'renderer', 'renderer/desks'];

/** Entries beside a room's `index.ts`, and why they exist. */
const SECOND_DOORS: Record<string, string> = {
  'engine/core/model/wire/index.ts':
    'what goes over the wire: brings the schema builder along, which no browser loads',
  'engine/core/compile/ajv.ts': 'brings the validator compiler along, which no browser loads',
  'engine/core/compile/logic/index.ts': 'rules without editions, for prints',
  'renderer/api/errors.ts': 'errors without React: the store of a case has none in it',
  'renderer/desks/accounts/accounts.css': 'the audit trail is laid out as the accounts are',
};

const folders = (hall: string): string[] =>
  readdirSync(join(root, hall), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !HALLS.includes(`${hall}/${entry.name}`))
    .map((entry) => `${hall}/${entry.name}`);

const rooms = [...HALLS.flatMap(folders), 'engine/chart', 'admin-ui', 'engine/cli/commands'];
const sources = readSources(['engine', 'renderer', 'admin-ui'], ['.ts', '.tsx']);

const roomOf = (path: string): string | undefined => rooms.find((room) => path.startsWith(`${room}/`));

/** The style sheet that bears the room's name is taken by whoever draws its pieces. */
const isDoor = (room: string, target: string): boolean =>
  /^index\.tsx?$/.test(target.slice(room.length + 1)) ||
  target === `${room}/${room.split('/').at(-1)}.css` ||
  target in SECOND_DOORS;

const crossings = sources.flatMap((source) =>
  importsOf(source).flatMap((target) => {
    const room = roomOf(target);
    return room && room !== roomOf(source.path) ? [{ from: source.path, room, target }] : [];
  }),
);

describe('rooms are imported through their entry alone', () => {
  it('sees rooms and imports between them', () => {
    expect(rooms.length).toBeGreaterThan(30);
    expect(crossings.length).toBeGreaterThan(300);
  });

  it('every import from another room goes through its index or a door that is listed', () => {
    const past = crossings.filter(({ room, target }) => !isDoor(room, target));
    expect(past.map(({ from, target }) => `${from} -> ${target}`)).toEqual([]);
  });

  it('every listed entry is used', () => {
    const used = new Set(crossings.map(({ target }) => target));
    expect(Object.keys(SECOND_DOORS).filter((door) => !used.has(door))).toEqual([]);
  });
});
