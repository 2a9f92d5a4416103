import { asList, asObject, isObject } from '#core/json/index.ts';
import type { Json, MachineConfig } from '#core/model/index.ts';

/** Whether an event of an account's route deletes the account: any of its transitions asks for `release`. */
export function releases(machine: MachineConfig, event: string): boolean {
  return walk(machine as Json, event);
}

function walk(node: Json | undefined, event: string): boolean {
  if (Array.isArray(node)) return node.some((one) => walk(one, event));
  if (!isObject(node)) return false;
  if (hasRelease(asObject(node.on)[event])) return true;
  return Object.values(node).some((one) => walk(one, event));
}

function hasRelease(transition: Json | undefined): boolean {
  if (Array.isArray(transition)) return transition.some(hasRelease);
  return asList(asObject(transition).actions).includes('release');
}
