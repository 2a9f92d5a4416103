import { readdirSync, readFileSync } from 'node:fs';
import type { Json, JsonObject, Logic, LogicScope } from '#core/model/index.ts';
import scopeJson from './scope.json' with { type: 'json' };

/** One line of a table: what the logic gives for the data, or that it cannot be computed. */
export type RuleCase = { name: string; logic: Logic; data: JsonObject; expects?: Json; error?: true };

/** One line of the official JsonLogic list, with the reason where the dialect leaves it out. */
export type OfficialCase = {
  group: string;
  logic: Logic;
  data: JsonObject;
  expects: Json;
  excluded?: string;
};

export const scope = scopeJson as unknown as LogicScope;

const folder = new URL('..', import.meta.url);

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
}

/** Every table by its name; a folder for each group of operators. */
export function ruleTables(): [string, RuleCase[]][] {
  const groups = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'support',
  );
  return groups.flatMap(({ name: group }) =>
    readdirSync(new URL(group, folder)).map((file): [string, RuleCase[]] => [
      file.replace('.json', ''),
      read<RuleCase[]>(`${group}/${file}`),
    ]),
  );
}

export function officialCases(): OfficialCase[] {
  return read<OfficialCase[]>('support/official.json');
}

/** The operators that stand anywhere in the logic. */
export function operatorsIn(logic: Logic): string[] {
  if (Array.isArray(logic)) return logic.flatMap(operatorsIn);
  if (typeof logic !== 'object' || logic === null) return [];
  return Object.entries(logic).flatMap(([name, args]) => [name, ...operatorsIn(args)]);
}
