import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import type {
  Application,
  CategoryDefinition,
  CompiledEdition,
  Definition,
  Facts,
  JsonObject,
  SectionDefinition,
} from '#core/model/index.ts';

/** The smallest definition around some sections. */
export function tiny(
  sections: SectionDefinition[],
  more: Partial<Definition> = {},
  category: Partial<CategoryDefinition> = {},
): Definition {
  return {
    programme: {
      id: 'tiny',
      title: 'Tiny programme',
      locale: 'en',
      timeZone: 'Europe/London',
      organisationKinds: [{ id: 'school', title: 'School', level: 1, parents: [] }],
      roles: [],
      password: { minLength: 8, classes: 3, questions: 'none' },
      seed: { organisations: [] },
    },
    edition: {
      id: '2026',
      cycle: {
        id: '2026',
        title: '2026',
        year: 2026,
        opensAt: '2026-03-01T00:00:00+00:00',
        closesAt: '2026-12-31T23:59:59+00:00',
        asOf: '2026-12-31',
      },
      quotas: { fileBytes: 1000, applicationBytes: 10000 },
      facts: { rate: 3 },
    },
    categories: [{ id: 'plain', title: 'Plain', route: 'none', pages: [], sections, ...category }],
    routes: [],
    codes: [
      {
        id: 'colour',
        title: 'Colour',
        entries: [
          { code: 'r', title: 'Red', warm: true },
          { code: 'b', title: 'Blue', warm: false },
          { code: 'old', title: 'Old', validTo: '2025-12-31' },
        ],
      },
    ],
    expressions: [],
    sheets: [],
    rosters: [],
    cases: [],
    ...more,
  };
}

/** Compiled with Ajv. */
export function edition(
  sections: SectionDefinition[],
  more: Partial<Definition> = {},
  category: Partial<CategoryDefinition> = {},
): CompiledEdition {
  return compileEdition(tiny(sections, more, category), { validators: ajvValidators() });
}

/** An application of the plain category. */
export function applicationWith(sections: JsonObject, more: Partial<Application> = {}): Application {
  return { category: 'plain', sections, files: [], strikes: [], ...more };
}

export const facts: Facts = {
  applicant: { person: { name: 'Test A', birthDate: '2000-01-01' } },
  unit: { kind: 'school', name: 'Test school', level: 1 },
  desks: {},
  cycle: tiny([]).edition.cycle,
  now: '2026-05-01T09:00:00+00:00',
  case: { tags: ['open'], round: 1 },
};

/** A file in a slot. */
export function file(section: string, slot: string, row?: string): Application['files'][number] {
  return {
    id: `${section}-${slot}-${row ?? ''}`,
    section,
    slot,
    ...(row === undefined ? {} : { row }),
    name: `${slot}.pdf`,
    mediaType: 'application/pdf',
    bytes: 1,
    pages: 1,
    sha256: '',
  };
}
