import type { Definition, SectionDefinition } from '#core/model/index.ts';
import type { CaseView } from '#core/model/wire/index.ts';

/** The least that a definition holds: one category of these sections, on one page. */
export function bareDefinition(id: string, sections: SectionDefinition[]): Definition {
  return {
    programme: {
      id,
      title: id,
      locale: 'en',
      timeZone: 'UTC',
      organisationKinds: [],
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
        opensAt: '2026-01-01T00:00:00Z',
        closesAt: '2026-12-31T00:00:00Z',
        asOf: '2026-06-30',
      },
      quotas: { fileBytes: 1000, applicationBytes: 5000 },
    },
    categories: [
      {
        id: 'one',
        title: 'One',
        route: 'r',
        pages: [{ id: 'p', title: 'P', menu: 'm', sections: sections.map((section) => section.id) }],
        sections,
      },
    ],
    routes: [],
    codes: [],
    expressions: [],
    sheets: [],
    rosters: [],
    cases: [],
  };
}

/** A draft of that category, as its applicant opens it. */
export function bareCase(definition: Definition, sections: CaseView['sections']): CaseView {
  const now = '2026-05-01T09:00:00Z';
  const context = { round: 0, acted: [], returnedBy: null, enteredAt: now, desks: {}, vars: {} };
  return {
    id: 'c1',
    subject: 'application',
    name: 'Test applicant',
    organisation: 'Test organisation',
    category: 'one',
    categoryTitle: 'One',
    edition: definition.programme.id,
    state: { value: 'draft', context },
    stateTitle: 'Draft',
    tags: [],
    version: 1,
    roles: ['applicant'],
    editingAs: 'applicant',
    masked: false,
    facts: { applicant: {}, unit: {}, desks: {}, cycle: definition.edition.cycle, now },
    sections,
    files: [],
    strikes: [],
    bytes: { used: 0, limit: 5000, file: 1000 },
    actions: [],
    events: [],
    stations: [],
    limits: [],
    sheets: [],
  };
}
