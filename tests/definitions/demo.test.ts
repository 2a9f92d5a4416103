import { describe, expect, it } from 'vitest';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { present, ruleData } from '#core/evaluate/index.ts';
import type { CaseState, CompiledRoute, JsonObject, RuleData } from '#core/model/index.ts';
import {
  compileRoute,
  initialState,
  type OrganisationNode,
  resolveDesks,
  step,
  tagsOf,
} from '#core/route/index.ts';
import { openCase, validate } from '#core/validate/index.ts';
import { byId, loadEdition } from './edition.ts';

const NOW = '2026-05-08T10:00:00+08:00';
const { definition } = await loadEdition();
const demo = definition.demo ?? { organisations: [], people: [], applications: [] };
const edition = compileEdition(definition, { validators: ajvValidators(), routes: compileRoute });
const route = routeNamed('application');

function routeNamed(id: string): CompiledRoute {
  const found = edition.routes[id];
  if (!found) throw new Error(`there is no route "${id}"`);
  return found;
}

/** The organisations of the demonstration, all approved. */
function nodes(): Map<string, OrganisationNode> {
  const seeded = definition.programme.seed.organisations.map((one) => ({
    ...one,
    parentId: null,
    details: {},
  }));
  const registered = demo.organisations.map((one) => {
    const details = (one.sections?.details ?? {}) as JsonObject;
    const kind = one.created?.kind ?? String(details.unitKind);
    return {
      ...details,
      id: one.id,
      kind,
      name: one.created?.name ?? String(details.unitName),
      parentId: one.under,
      details,
    };
  });
  const level = (kind: string) => byId(definition.programme.organisationKinds, kind).level;
  return new Map(
    [...seeded, ...registered].map((one) => [one.id, { ...one, level: level(one.kind), status: 'approved' }]),
  );
}

const tree = nodes();
const organisations = {
  get: (id: string) => tree.get(id),
  childrenOf: (id: string) => [...tree.values()].filter((one) => one.parentId === id),
};

type Outcome = { person: string; state: CaseState; level1: string | null };

/** Walks every application through its events, in order, and gives where each of them ends. */
function playAll(): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const application of demo.applications) {
    const person = byId(demo.people, application.person);
    const unit = tree.get(person.under);
    if (!unit) throw new Error(`${person.id} stands under nothing`);
    const desks = resolveDesks(edition, route.definition, unit.id, organisations);
    let state = initialState(route, NOW, desks);
    for (const event of application.events) {
      const result = step(
        edition,
        'application',
        state,
        { ...event, now: NOW },
        dataOf(person.sections, unit, desks, outcomes),
      );
      if ('refused' in result) throw new Error(`${person.id} ${event.type}: ${result.refused.message}`);
      state = result.next;
    }
    outcomes.push({ person: person.id, state, level1: desks.level1 ?? null });
  }
  return outcomes;
}

function dataOf(
  applicant: JsonObject,
  unit: OrganisationNode,
  desks: Record<string, string | null>,
  outcomes: Outcome[],
): RuleData {
  const below = outcomes.filter((one) => one.level1 === desks.level1).map((one) => tagsOf(route, one.state));
  const count = (...tags: string[]) =>
    below.filter((found) => found.some((tag) => tags.includes(tag))).length;
  const subtree = {
    undecided: count('inReview', 'returned'),
    inReview: count('inReview'),
    returned: count('returned'),
    passed: 1,
    rejected: 0,
    drafts: 0,
  };
  return ruleData(edition, { applicant, unit, desks, subtree, now: NOW });
}

const outcomes = playAll();
const path = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : Object.entries(value as object)
        .map(([key, child]) => `${key}.${path(child)}`)
        .join();

describe('the demonstration', () => {
  /** People who registered; those whom an organisation gave an account have no form. */
  const registered = demo.people.filter(({ sections }) => sections !== undefined);

  it('shows an application in every state but the deleted and the one that only the municipality returns', () => {
    const states = new Set(outcomes.map((one) => path(one.state.value)));
    expect([...states].sort()).toEqual(
      [
        'draft',
        ...['own', 'level2', 'talentAgency', 'level1', 'reformOffice'].flatMap((desk) => [
          `pending.${desk}`,
          `rejected.${desk}`,
          `returned.${desk}`,
        ]),
        'passedL1',
        'submittedMunicipal',
        'withdrawn',
      ].sort(),
    );
  });

  it.each(demo.organisations.filter((one) => one.form).map((one) => [one.id, one] as const))(
    '%s registers without a problem',
    (_id, one) => {
      const details: JsonObject = {
        ...((one.sections?.details ?? {}) as JsonObject),
        parentUnitId: one.under,
      };
      expect(problems('unit', { details })).toEqual([]);
      const kind = byId(definition.programme.organisationKinds, String(details.unitKind));
      expect(kind.parents).toContain(tree.get(one.under)?.kind);
    },
  );

  it.each(registered.map((one) => [one.id, one] as const))('%s registers without a problem', (_id, one) => {
    expect(
      problems('applicant', { person: { ...(one.sections.person as JsonObject), unitId: one.under } }),
    ).toEqual([]);
  });

  it('gives each person an ID number of their own', () => {
    const numbers = registered.map((one) => (one.sections.person as JsonObject).idNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it.each(demo.applications.map((one) => [one.person, one] as const))(
    '%s has an application that may be handed in',
    (_id, one) => {
      const example = byId(definition.cases, one.case);
      const { application, facts } = openCase(edition, example, definition.cases);
      const person = byId(demo.people, one.person);
      const unit = tree.get(person.under) ?? {};
      const theirs = { ...facts, applicant: person.sections, unit };
      const { revision } = present(edition, application, theirs, 'workload-sheet');
      const files = application.files.map((file) => (file.revision ? { ...file, revision } : file));
      const blocking = validate(edition, { ...application, files }, theirs).filter(
        (problem) => problem.severity === 'block',
      );
      expect(blocking).toEqual([]);
    },
  );

  it('has people of the four identities', () => {
    const identities = new Set(
      registered.map((one) => (one.sections.person as JsonObject).personnelIdentity),
    );
    expect(identities).toEqual(new Set(['establishment', 'soe', 'militaryCivilian', 'other']));
  });
});

function problems(category: string, sections: JsonObject) {
  const facts = { applicant: {}, unit: {}, desks: {}, cycle: definition.edition.cycle, now: NOW };
  return validate(edition, { category, sections, files: [], strikes: [] }, facts);
}
