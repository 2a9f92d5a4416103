/** What programmes call the parts of their routes and forms. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asList, asObject, asText, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import { root } from './sources.ts';

/** Every id of a tag, state, desk, queue, event, menu and section below these folders, each once. */
export function programmeIds(folders: string[]): string[] {
  const ids = folders.flatMap(filesIn).flatMap(({ path, json }) => {
    if (path.includes('/routes/')) return ofRoute(json);
    if (path.includes('/sections/')) return [asText(json.id)];
    return /\/(categories|accounts)\//.test(path) ? idsIn(json.menus) : [];
  });
  return [...new Set(ids.filter((id) => id !== undefined))].sort();
}

function filesIn(folder: string): { path: string; json: JsonObject }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => ({
      path: `/${path.replaceAll('\\', '/')}`,
      json: asObject(JSON.parse(readFileSync(join(root, folder, path), 'utf8')) as Json),
    }));
}

function ofRoute({ desks, queues, events, machine }: JsonObject): (string | undefined)[] {
  const named = [desks, queues, events].flatMap((part) => Object.keys(asObject(part)));
  return [...named, ...ofState(asObject(machine))];
}

function ofState({ tags, states }: JsonObject): (string | undefined)[] {
  const inside = Object.entries(asObject(states));
  return [...asList(tags).map(asText), ...inside.flatMap(([id, state]) => [id, ...ofState(asObject(state))])];
}

/** A list of parts with ids, or an object that names them. */
function idsIn(parts: Json | undefined): (string | undefined)[] {
  if (isObject(parts)) return Object.keys(parts);
  return asList(parts).map((part) => asText(asObject(part).id));
}
