import { describe, expect, it } from 'vitest';
import type { CaseDefinition } from '#core/model/index.ts';
import { openCase, runCase } from '#core/validate/index.ts';
import { problemWords } from '#core/validate/locales/index.ts';
import { all, complete } from '../compile/sections.ts';
import { edition } from '../compile/tiny.ts';

const sheets = [
  {
    id: 'form',
    title: 'Form',
    paper: { size: 'A4' as const, orientation: 'portrait' as const },
    formats: ['html' as const],
    template: '',
    css: '',
  },
];
const compiled = edition(all, { sheets });
const base: CaseDefinition = {
  id: 'complete',
  name: 'A complete application',
  category: 'plain',
  applicant: { person: { name: 'Test A' } },
  unit: { kind: 'school', name: 'Test school' },
  sections: complete,
  files: ['papers/cv'],
  expects: { valid: true, only: true, values: { '/person/total': 10 } },
};

function failures(expects: CaseDefinition['expects'], more: Partial<CaseDefinition> = {}): string[] {
  const definition: CaseDefinition = {
    id: 'other',
    name: 'Other',
    category: 'plain',
    extends: 'complete',
    sections: {},
    ...more,
    expects,
  };
  return runCase(compiled, definition, [base, definition]).failures;
}

describe('runCase', () => {
  it('passes what comes out as expected', () => {
    expect(runCase(compiled, base, [base])).toEqual({ passed: true, failures: [] });
    const costs = [{ id: 'a', what: 'x', amount: 500, why: 'y' }];
    expect(
      failures(
        {
          valid: false,
          only: true,
          problems: [{ path: '/costs/0', code: 'evidence', slot: 'bill' }],
          visible: ['/costs/0/why', '/person/name', '/costs/a/bill'],
          hidden: ['/hidden', '/hidden/secret', '/person/nickname'],
          required: ['/costs/0/why', '/person/licence/number', '/hours/cells/work', '/papers/cv'],
          sheets: { form: { shows: ['Test A', '500'], omits: ['Books'] } },
        },
        { sections: { costs } },
      ),
    ).toEqual([]);
  });

  it('lists where the result differs', () => {
    const wrong = failures({
      valid: false,
      problems: [{ path: '/person/name', code: 'required' }],
      visible: ['/hidden'],
      hidden: ['/person/name'],
      required: ['/person/email'],
      values: { '/person/total': 11 },
      sheets: { form: { shows: ['Nobody'], omits: ['Books'] } },
    });
    expect(wrong.map((failure) => failure.split(':')[0])).toEqual([
      'valid',
      'problems',
      'visible',
      'hidden',
      'required',
      'values',
      'sheets',
      'sheets',
    ]);
  });

  it('reads a printed sheet as people do, whatever signs it escapes', () => {
    const definition: CaseDefinition = {
      ...base,
      expects: { valid: true, sheets: { form: { shows: ["1=1 & it's <so>"], omits: ['&amp;', '&#x3D;'] } } },
    };
    const render = () => '<p>1&#x3D;1 &amp; it&#x27;s &lt;so&gt;</p>';
    expect(runCase(compiled, definition, [definition], render).failures).toEqual([]);
  });

  it('holds a sheet to its size where somebody measures it', () => {
    const sized = (size: { fits: boolean; fontSize: number } | undefined, fontSize: string) => {
      const expects = { valid: true, sheets: { form: { pages: 1 as const, fontSize } } };
      const definition: CaseDefinition = { ...base, expects };
      return runCase(compiled, definition, [definition], undefined, () => size).failures;
    };
    expect(sized({ fits: true, fontSize: 6.25 }, '>= 6')).toEqual([]);
    expect(sized({ fits: true, fontSize: 6.25 }, '<= 6.25')).toEqual([]);
    expect(sized({ fits: false, fontSize: 5.5 }, '>= 6')).toEqual([
      'sheet "form" takes more than 1 page',
      'the letters of sheet "form" are of 5.5 pt and should be >= 6',
    ]);
    expect(sized(undefined, '>= 6')).toEqual([expect.stringContaining('has no "fit"')]);
    expect(failures({ valid: true, sheets: { form: { pages: 1 } } })).toEqual([]);
  });

  it('finds problems that nobody expected, each once, in Chinese by its place and its sentence', () => {
    expect(failures({ valid: true, only: true }, { files: [] })).toEqual([
      expect.stringContaining('valid: found block evidence at /papers'),
    ]);
    expect(failures({ only: true }, { files: [] })).toEqual([
      expect.stringContaining('only: found block evidence at /papers'),
    ]);
    expect(problemWords('zh-CN').cases.problem).toBe('{place}：{message}（{path}，{mark}）');
  });

  it('null removes an answer, files are replaced', () => {
    const { application, facts } = openCase(
      compiled,
      {
        ...base,
        id: 'x',
        extends: 'complete',
        sections: { person: { name: null } },
        files: ['costs/r1/bill'],
      },
      [base],
    );
    expect(application.sections.person).toEqual({ colour: 'none', since: 'never', licence: { number: '1' } });
    expect(application.files).toMatchObject([{ section: 'costs', row: 'r1', slot: 'bill' }]);
    expect(facts.unit).toEqual({ level: 1, kind: 'school', name: 'Test school' });
  });

  it('throws for a case that is not there, and for a circle', () => {
    expect(() => runCase(compiled, { ...base, extends: 'nowhere' }, [base])).toThrow("extends 'nowhere'");
    const circle = { ...base, extends: 'complete' };
    expect(() => runCase(compiled, circle, [circle])).toThrow('extends itself');
  });
});
