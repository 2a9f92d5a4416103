import { describe, expect, it } from 'vitest';
import { queueEvents, stateValues } from '#core/route/index.ts';
import { GARDEN, HEALTH, openRoutes, routeIn } from './programmes.ts';

const health = routeIn(await openRoutes(HEALTH), 'application');
const garden = routeIn(await openRoutes(GARDEN), 'application');

const may = (route: typeof health, state: string) =>
  route.permissions
    .filter((one) => one.state === state)
    .map((one) => `${one.event}:${one.by}`)
    .sort();

describe('the authorization table', () => {
  it('lets only its desk act on a rejected case', () => {
    for (const desk of ['own', 'level2', 'talentAgency', 'level1', 'reformOffice'])
      expect(may(health, `rejected.${desk}`)).toEqual([`UNDO_REJECT:${desk}`]);
  });
  it('gives inner states the permissions of their outer state', () => {
    expect(may(health, 'returned.own')).toEqual(['SUBMIT:applicant', 'WITHDRAW:level1']);
  });
  it('lets only the city send back what was delivered', () =>
    expect(may(health, 'submittedMunicipal')).toEqual(['SEND_BACK:municipal']));
  it('is empty in final states', () => expect(may(health, 'deleted')).toEqual([]));
  it('marks what depends on a rule', () => {
    const guarded = garden.permissions.filter((one) => one.guarded).map((one) => `${one.state} ${one.event}`);
    expect(guarded).toEqual(expect.arrayContaining(['atSafety PASS', 'declined APPEAL', 'declined RELENT']));
    expect(guarded).not.toContain('atAssociation PASS');
  });
  it('lets nobody but the applicant hand in or delete', () => {
    const others = health.permissions.filter(
      (one) => ['SUBMIT', 'DELETE'].includes(one.event) && one.by !== 'applicant',
    );
    expect(others).toEqual([]);
  });
});

describe('the buttons of a queue', () => {
  it('are those of the desk in the states that it sees there', () => {
    const { todo, shortlist } = queueEvents(garden);
    expect(todo).toMatchObject({
      association: ['PASS', 'RETURN', 'STRIKE', 'UNSTRIKE'],
      safety: ['PASS', 'BACK', 'DECLINE'],
      money: ['PASS', 'RETURN'],
    });
    expect(shortlist).toEqual({ garden: ['DECLINE', 'AWARD', 'AWARD_BEST'] });
  });
  it('let a rejection be undone in every rejected queue', () => {
    const { rejected } = queueEvents(health);
    for (const desk of ['own', 'level2', 'level1', 'reformOffice'])
      expect(rejected?.[desk]).toEqual(['UNDO_REJECT']);
  });
});

describe('state values', () => {
  it('are every state that a case can reach, the initial one first', () => {
    const values = stateValues(garden).map((value) => JSON.stringify(value));
    expect(values[0]).toBe('"draft"');
    expect(new Set(values).size).toBe(values.length);
    expect(values).toEqual(
      expect.arrayContaining(['{"review":{"garden":"done","money":"open"}}', '"awarded"', '"declined"']),
    );
  });
});
