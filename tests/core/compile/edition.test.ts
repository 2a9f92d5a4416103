import { describe, expect, it } from 'vitest';
import { compileEdition, hashDefinition } from '#core/compile/index.ts';
import type { CompiledEdition, FieldSchema, SectionDefinition } from '#core/model/index.ts';
import { all, person } from './sections.ts';
import { edition, tiny } from './tiny.ts';

function steps(compiled: CompiledEdition): string[] {
  const { steps } = compiled.categories.plain ?? { steps: [] };
  return steps.map(
    (step) =>
      `${step.verb} ${step.section}${step.field?.path ?? ''}${step.item === undefined ? '' : `/${step.item.id}`}`,
  );
}

function form(id: string, properties: Record<string, FieldSchema>): SectionDefinition {
  return { id, title: id, kind: 'form', schema: { type: 'object', properties } };
}

describe('compileEdition', () => {
  it('is named by the hash of its content, or by a given one', () => {
    const definition = tiny(all);
    expect(compileEdition(definition).hash).toBe(hashDefinition(definition));
    expect(compileEdition(definition, { hash: 'known' }).hash).toBe('known');
  });

  it('is frozen all the way down', () => {
    const compiled = edition(all);
    expect(Object.isFrozen(compiled.categories.plain?.bySection.person?.fields[0]?.schema)).toBe(true);
    expect(() => Object.assign(compiled.definition.programme, { title: 'x' })).toThrow(TypeError);
  });

  it('leaves abstract categories out', () => {
    expect(Object.keys(edition(all, {}, { abstract: true }).categories)).toEqual([]);
  });

  it('names the section that does not compile', () => {
    const broken = form('broken', { a: { type: 'string', code: 'nowhere' } });
    expect(() => edition([broken])).toThrow("Section 'broken' of category 'plain'");
  });

  it('refuses to validate without validators', () => {
    const compiled = compileEdition(tiny([person]));
    expect(() => compiled.categories.plain?.sections[0]?.accepts({})).toThrow('without validators');
  });

  it('orders derivations after what they read, across sections and whatever the order of writing', () => {
    const last = form('last', {
      sum: { type: 'number', derive: { '+': [{ var: 'application.first.doubled' }, 1] } },
    });
    const first = form('first', {
      quadrupled: { type: 'number', derive: { '*': [{ var: 'section.doubled' }, 2] } },
      doubled: { type: 'number', derive: { '*': [{ var: 'section.number' }, 2] } },
      number: { type: 'number', visibleWhen: { var: 'application.first.on' } },
    });
    const order = steps(edition([last, first]));
    expect(order).toEqual([
      'show first/number',
      'derive first/doubled',
      'derive last/sum',
      'derive first/quadrupled',
    ]);
  });

  it('reads through named expressions', () => {
    const expressions = [
      { id: 'twice', title: 'Twice', params: [], logic: { '*': [{ var: 'application.b.x' }, 2] } },
    ];
    const a = form('a', { y: { type: 'number', derive: { use: ['twice'] } } });
    const b = form('b', { x: { type: 'number', derive: 4 } });
    expect(steps(edition([a, b], { expressions }))).toEqual(['derive b/x', 'derive a/y']);
  });

  it('ends where conditions form a cycle', () => {
    const circle = form('c', {
      a: { type: 'string', visibleWhen: { var: 'section.b' } },
      b: { type: 'string', visibleWhen: { var: 'section.a' } },
    });
    expect(steps(edition([circle]))).toHaveLength(2);
  });
});
