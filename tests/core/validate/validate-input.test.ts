import { describe, expect, it } from 'vitest';
import type { Application, Json, RouteDefinition } from '#core/model/index.ts';
import { validateInput } from '#core/validate/index.ts';
import { all } from '../compile/sections.ts';
import { edition, facts } from '../compile/tiny.ts';

describe('validateInput', () => {
  const route: RouteDefinition = {
    id: 'none',
    title: 'None',
    subject: 'application',
    desks: {},
    queues: {},
    machine: { id: 'm' },
    events: {
      RETURN: {
        title: 'Return',
        input: {
          schema: {
            type: 'object',
            required: ['opinion'],
            properties: {
              opinion: { type: 'string', title: 'Opinion' },
              why: { type: 'string', requiredWhen: { '==': [{ var: 'input.opinion' }, 'no'] } },
            },
          },
        },
      },
      PASS: { title: 'Pass' },
    },
  };
  const routed = edition(all, { routes: [route] });
  const inputProblems = (event: string, input: Application['sections']) =>
    validateInput(routed, 'none', event, input, facts).map(({ code, path }) => `${code} ${path}`);

  it('checks an input against its schema and conditions', () => {
    expect(inputProblems('RETURN', { opinion: 'yes' })).toEqual([]);
    expect(inputProblems('RETURN', { opinion: ' ' })).toEqual(['required /input/opinion']);
    expect(inputProblems('RETURN', { opinion: 'no', more: 1 })).toEqual([
      'additional /input/more',
      'required /input/why',
    ]);
  });

  it('reads the answers, the case and the desk that fires as well as the input', () => {
    const asks = (requiredWhen: Json): string[] => {
      const events: RouteDefinition['events'] = {
        ASK: {
          title: 'Ask',
          input: {
            schema: {
              type: 'object',
              properties: { sum: { type: 'number' }, why: { type: 'string', requiredWhen } },
            },
          },
        },
      };
      const asking = edition(all, { routes: [{ ...route, events }] });
      const caseScope = { application: { person: { total: 7 } }, desk: 'office' };
      const returned = { ...facts, case: { round: 2, desk: { title: 'elsewhere' } } };
      return validateInput(asking, 'none', 'ASK', { sum: 9 }, returned, caseScope).map(({ path }) => path);
    };
    expect(asks({ '<': [{ var: 'application.person.total' }, { var: 'input.sum' }] })).toEqual([
      '/input/why',
    ]);
    expect(asks({ '>': [{ var: 'application.person.total' }, { var: 'input.sum' }] })).toEqual([]);
    expect(asks({ '==': [{ var: 'case.round' }, 2] })).toEqual(['/input/why']);
    expect(asks({ '==': [{ var: 'desk' }, 'office'] })).toEqual(['/input/why']);
    expect(asks({ '==': [{ var: 'section.sum' }, 9] })).toEqual(['/input/why']);
  });

  it('shows and hides what is asked for by the answers', () => {
    const events: RouteDefinition['events'] = {
      ASK: {
        title: 'Ask',
        input: {
          schema: {
            type: 'object',
            required: ['why'],
            properties: {
              why: { type: 'string', visibleWhen: { '>': [{ var: 'application.person.total' }, 5] } },
            },
          },
        },
      },
    };
    const asking = edition(all, { routes: [{ ...route, events }] });
    const problems = (total: number): string[] =>
      validateInput(asking, 'none', 'ASK', {}, facts, { application: { person: { total } } }).map(
        ({ code, path }) => `${code} ${path}`,
      );
    expect(problems(7)).toEqual(['required /input/why']);
    expect(problems(3)).toEqual([]);
  });

  it('accepts nothing where nothing is asked for', () => {
    expect(inputProblems('PASS', {})).toEqual([]);
    expect(inputProblems('PASS', { smuggled: true })).toEqual(['additional /input/smuggled']);
  });
});
