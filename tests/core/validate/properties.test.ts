import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, isFilled } from '#core/evaluate/index.ts';
import { segmentsOf, valueAt } from '#core/json/index.ts';
import type { AnswerProblem, JsonObject } from '#core/model/index.ts';
import { checkShape, evaluateAndValidate, validate } from '#core/validate/index.ts';
import { all } from '../compile/sections.ts';
import { applicationWith, edition, facts, file } from '../compile/tiny.ts';
import { answers } from './answers.ts';

const compiled = edition(all);

/** A problem's sentence without what it quotes from the answers: a key of theirs may look like a place to fill. */
function ownWords({ message, params }: AnswerProblem): string {
  const quoted = Object.values(params)
    .map(String)
    .filter((text) => text !== '')
    .sort((a, b) => b.length - a.length);
  return quoted.reduce((sentence, text) => sentence.replaceAll(text, ''), message);
}

/**
 * A place that holds nothing, though nothing of the right kind: `[]` for a group, blank text under an unknown key. For
 * validation that is no answer; a draft refuses it, since no form could show it.
 */
function isEmpty({ path }: AnswerProblem, values: JsonObject): boolean {
  const found = valueAt(values, segmentsOf(path));
  return found !== undefined && !isFilled(found);
}

describe('validate, for any answers', () => {
  it('finds together with the evaluation what both find alone', () => {
    fc.assert(
      fc.property(answers, (sections) => {
        const application = applicationWith(sections);
        const { evaluation, problems } = evaluateAndValidate(compiled, application, facts);
        expect(evaluation).toEqual(evaluate(compiled, application, facts));
        expect(problems).toEqual(validate(compiled, application, facts));
      }),
    );
  });

  it('is pure', () => {
    fc.assert(
      fc.property(answers, (sections) => {
        const before = JSON.stringify(sections);
        const first = validate(compiled, applicationWith(sections), facts);
        expect(validate(compiled, applicationWith(sections), facts)).toEqual(first);
        expect(JSON.stringify(sections)).toBe(before);
      }),
    );
  });

  it('does not depend on anything hidden', () => {
    fc.assert(
      fc.property(answers, fc.jsonValue({ maxDepth: 1 }), (sections, answer) => {
        const files = [file('hidden', 'paper'), file('hidden', 'paper')];
        const problems = validate(compiled, applicationWith(sections), facts);
        const { values } = evaluate(compiled, applicationWith(sections), facts);
        if (values.hidden !== undefined) return;
        const other = { ...sections, hidden: answer } as JsonObject;
        expect(validate(compiled, applicationWith(other, { files }), facts)).toEqual(problems);
        const person = sections.person;
        const hasNickname = valueAt(person, ['hasNickname']);
        if (person === null || typeof person !== 'object' || Array.isArray(person) || hasNickname === true)
          return;
        if (
          evaluate(compiled, applicationWith(sections), facts).fields['/person/nickname']?.visible !== false
        )
          return;
        const renamed = { ...sections, person: { ...person, nickname: answer } } as JsonObject;
        expect(validate(compiled, applicationWith(renamed), facts)).toEqual(problems);
      }),
    );
  });

  it('finds the same problems after hidden answers are removed', () => {
    fc.assert(
      fc.property(answers, (sections) => {
        const problems = validate(compiled, applicationWith(sections), facts);
        const { values } = evaluate(compiled, applicationWith(sections), facts);
        expect(validate(compiled, applicationWith(values), facts)).toEqual(problems);
      }),
    );
  });

  it('locates every problem at an answer, or where one is missing', () => {
    fc.assert(
      fc.property(answers, (sections) => {
        const { values } = evaluate(compiled, applicationWith(sections), facts);
        for (const problem of validate(compiled, applicationWith(sections), facts)) {
          const segments = segmentsOf(problem.path);
          expect(segments[0]).toBe(problem.section);
          expect(problem.place).toContain(
            compiled.categories.plain?.bySection[problem.section]?.definition.title,
          );
          expect(ownWords(problem)).not.toMatch(/\{\w+\}/);
          if (problem.code !== 'required' && problem.code !== 'evidence') {
            const parent = segments.slice(0, -1);
            expect(parent.length === 0 || valueAt(values, parent) !== undefined).toBe(true);
          }
        }
      }),
    );
  });

  it('checkShape accepts every draft that validate accepts', () => {
    fc.assert(
      fc.property(answers, (sections) => {
        const category = compiled.categories.plain;
        if (category === undefined) throw new Error('no category');
        const wrong = new Set(
          validate(compiled, applicationWith(sections), facts).map((problem) => problem.section),
        );
        const { values } = evaluate(compiled, applicationWith(sections), facts);
        for (const section of category.sections) {
          const id = section.definition.id;
          if (wrong.has(id) || values[id] === undefined) continue;
          const problems = checkShape(compiled, section, values[id] ?? null);
          expect(problems.filter((problem) => !isEmpty(problem, values))).toEqual([]);
        }
      }),
    );
  });
});
