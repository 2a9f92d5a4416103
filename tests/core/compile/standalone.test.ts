import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValidatorPair } from '#core/compile/index.ts';
import { compileEdition } from '#core/compile/index.ts';
import { moduleValidators, requireRuntime } from '#core/compile/module.ts';
import { standaloneModule } from '#core/compile/standalone.ts';
import type { CompiledEdition, JsonObject } from '#core/model/index.ts';
import { validate } from '#core/validate/index.ts';
import { answers } from '../validate/answers.ts';
import { all, complete } from './sections.ts';
import { applicationWith, edition, facts, tiny } from './tiny.ts';

const definition = tiny(all);

async function written(text: string): Promise<CompiledEdition> {
  const path = join(mkdtempSync(join(tmpdir(), 'validators-')), 'validators.mjs');
  writeFileSync(path, text);
  const module = await import(pathToFileURL(path).href);
  const pairs: Record<string, ValidatorPair> = module.default(requireRuntime);
  return compileEdition(definition, { validators: moduleValidators(pairs) });
}

describe('standaloneModule', () => {
  it('compiles nothing at run time', () => {
    expect(standaloneModule(definition)).not.toMatch(/new Function|\beval\(/);
  });

  it('gives the same verdicts and problems as Ajv', async () => {
    const [byModule, byAjv] = [await written(standaloneModule(definition)), edition(all)];
    expect(validate(byModule, applicationWith(complete), facts)).toEqual(
      validate(byAjv, applicationWith(complete), facts),
    );
    fc.assert(
      fc.property(answers, (sections: JsonObject) => {
        expect(validate(byModule, applicationWith(sections), facts)).toEqual(
          validate(byAjv, applicationWith(sections), facts),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('holds one category alone, and says when it is not there', async () => {
    expect((await written(standaloneModule(definition, 'plain'))).hash).toBe(edition(all).hash);
    expect(() => standaloneModule(definition, 'nowhere')).toThrow("no category 'nowhere'");
  });

  it('refuses an edition that it was not made from, and modules that ask for more', () => {
    const foreign = compileEdition(definition, { validators: moduleValidators({}) });
    expect(() => validate(foreign, applicationWith(complete), facts)).toThrow('made from another edition');
    expect(() => requireRuntime('fs')).toThrow("'fs'");
    expect(() => requireRuntime('constructor')).toThrow();
  });
});
