import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileEdition, interpretedValidators } from '#core/compile/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import { validate } from '#core/validate/index.ts';
import { answers } from '../validate/answers.ts';
import { all, complete } from './sections.ts';
import { applicationWith, edition, facts, tiny } from './tiny.ts';

describe('interpretedValidators', () => {
  it('give the same verdicts and problems as Ajv', () => {
    const interpreted = compileEdition(tiny(all), { validators: interpretedValidators() });
    const compiled = edition(all);
    const both = (sections: JsonObject): void => {
      expect(validate(interpreted, applicationWith(sections), facts)).toEqual(
        validate(compiled, applicationWith(sections), facts),
      );
    };
    both(complete);
    fc.assert(fc.property(answers, both), { numRuns: 200 });
  });
});
