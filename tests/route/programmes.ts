/** The programmes for route tests: routes compiled from their folders, and small organisation trees. */
import { join } from 'node:path';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { ruleData } from '#core/evaluate/index.ts';
import type {
  CaseState,
  CompiledEdition,
  CompiledRoute,
  JsonObject,
  RuleData,
  StepResult,
} from '#core/model/index.ts';
import {
  compileRoute,
  initialState,
  type OrganisationNode,
  type OrganisationTree,
  queuesOf,
  resolveDesks,
  step,
} from '#core/route/index.ts';
import { loadProgramme } from '#server/load/index.ts';

const root = join(import.meta.dirname, '..', '..');
export const HEALTH = join(root, 'definitions', 'chongqing-health-titles');
export const GARDEN = join(root, 'tests', 'fixtures', 'programmes', 'garden-grants');
export const THEATRE = join(root, 'tests', 'fixtures', 'programmes', 'theatre-fund');

/** An edition with its routes alone and what their events ask for: forms are not needed here. */
export async function openRoutes(folder: string): Promise<CompiledEdition> {
  const [loaded] = await loadProgramme(folder);
  if (!loaded) throw new Error(`No edition in ${folder}`);
  return compileEdition(
    { ...loaded.definition, categories: [] },
    {
      routes: compileRoute,
      validators: ajvValidators(),
    },
  );
}

export function routeIn(edition: CompiledEdition, id: string): CompiledRoute {
  const route = edition.routes[id];
  if (!route) throw new Error(`No route ${id}`);
  return route;
}

export type Org = {
  id: string;
  kind: string;
  parentId?: string;
  status?: string;
  [attribute: string]: string | boolean | number | undefined;
};

export function treeOf(organisations: Org[], edition: CompiledEdition): OrganisationTree {
  const kinds = edition.definition.programme.organisationKinds;
  const nodes = organisations.map((one): OrganisationNode => {
    const level = kinds.find((kind) => kind.id === one.kind)?.level ?? 0;
    return {
      level,
      name: one.id,
      status: 'approved',
      ...one,
      parentId: one.parentId ?? null,
    } as OrganisationNode;
  });
  return {
    get: (id) => nodes.find((one) => one.id === id),
    childrenOf: (id) => nodes.filter((one) => one.parentId === id),
  };
}

export type Fired = { type: string; by: string; input?: JsonObject; now?: string };

/** A case that is walked by hand: fires events and keeps where it stands. */
export class Walker {
  readonly edition: CompiledEdition;
  readonly route: CompiledRoute;
  readonly unit: string;
  organisations: Org[];
  state: CaseState;
  data: JsonObject;
  now: string;

  constructor(
    edition: CompiledEdition,
    organisations: Org[],
    unit: string,
    data: JsonObject = {},
    routeId = 'application',
  ) {
    this.edition = edition;
    this.route = routeIn(edition, routeId);
    this.organisations = organisations;
    this.unit = unit;
    this.data = data;
    this.now = '2026-08-01T09:00:00+08:00';
    this.state = initialState(this.route, this.now, this.desks());
  }

  /** The desks as the tree has them now. */
  desks(): Record<string, string | null> {
    const tree = treeOf(this.organisations, this.edition);
    return resolveDesks(this.edition, this.route.definition, this.unit, tree);
  }

  facts(): RuleData {
    const unit = treeOf(this.organisations, this.edition).get(this.unit) ?? {};
    const moment = { unit, desks: this.desks(), now: this.now };
    return Object.assign(ruleData(this.edition, moment), this.data, moment);
  }

  try(type: string, by: string, input: JsonObject = {}): StepResult {
    return step(
      this.edition,
      this.route.definition.id,
      this.state,
      { type, by, input, now: this.now },
      this.facts(),
    );
  }

  /** Fires and goes on; gives the effects' types. Throws with the refusal where it is refused. */
  fire(type: string, by: string, input: JsonObject = {}): string[] {
    const result = this.try(type, by, input);
    if ('refused' in result)
      throw new Error(`${type} by ${by} at ${JSON.stringify(this.state.value)}: ${result.refused.message}`);
    this.state = result.next;
    return result.effects.map((effect) => effect.type);
  }

  /** The code of the refusal, or null where the event would fire. */
  refusal(type: string, by: string, input: JsonObject = {}): string | null {
    const result = this.try(type, by, input);
    return 'refused' in result ? result.refused.code : null;
  }

  /** Queues of the desks that see the case. */
  queues(): Record<string, string> {
    const seen = Object.entries(queuesOf(this.route, this.state)).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    );
    return Object.fromEntries(seen);
  }
}
