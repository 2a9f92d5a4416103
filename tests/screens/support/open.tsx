import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import type {
  Application,
  CodeList,
  Json,
  JsonObject,
  RouteDefinition,
  SectionDefinition,
} from '#core/model/index.ts';
import type { CaseView } from '#core/model/wire/index.ts';
import { AppProviders } from '#renderer/AppProviders.tsx';
import { createQueryClient } from '#renderer/api/index.ts';
import { Section } from '#renderer/form/index.ts';
import { CaseStore } from '#renderer/form/store/caseStore.ts';
import { CaseProvider } from '#renderer/form/store/context.tsx';
import { createEngine } from '#renderer/form/store/engine.ts';
import { edition as compile, facts } from '../../core/compile/tiny.ts';

export type Opened = {
  user: UserEvent;
  /** What the form holds now for the section. */
  answers: () => Json;
  /** Every value that was saved, in order. */
  saved: Json[];
};

type More = Partial<Pick<CaseView, 'files' | 'strikes' | 'editingAs'>> & {
  routes?: RouteDefinition[];
  codes?: CodeList[];
};

const CONTEXT = { round: 0, acted: [], returnedBy: null, enteredAt: facts.now, desks: {}, vars: {} };

/** The case that is open. */
export function viewOf(sections: JsonObject, more: More): CaseView {
  const stored = Object.entries(sections).map(
    ([id, value]) => [id, { value, version: 1, savedAt: null }] as const,
  );
  const { files = [], strikes = [], editingAs = 'applicant' } = more;
  return {
    id: 'c1',
    subject: 'application',
    name: 'Test A',
    organisation: 'Test school',
    category: 'plain',
    categoryTitle: 'Plain',
    edition: 'tiny',
    state: { value: 'draft', context: CONTEXT },
    stateTitle: 'Draft',
    tags: [],
    version: 1,
    roles: ['applicant'],
    editingAs,
    masked: false,
    facts,
    sections: Object.fromEntries(stored),
    files,
    strikes,
    bytes: { used: 0, limit: 5_000, file: 1_000 },
    actions: [],
    events: [],
    stations: [],
    limits: [],
    sheets: [],
  };
}

/**
 * Draws what stands inside an open case with one section, over its own store and the engine; nothing travels, saves are
 * kept. `answers` are those of all sections. Throws where the definition does not compile.
 */
export function openForm(
  section: SectionDefinition,
  screen: ReactNode,
  answers: Application['sections'] = {},
  { routes = [], codes, ...more }: More = {},
): Opened {
  const edition = compile([section], { routes, ...(codes && { codes }) });
  const category = edition.categories.plain;
  if (!category) throw new Error('the edition has no category "plain"');
  const saved: Json[] = [];
  const store = new CaseStore({
    view: viewOf(answers, more),
    category,
    engine: createEngine(edition, 'plain'),
    drafts: null,
    owner: '',
    save: async (_, value, version) => {
      saved.push(value);
      return { value, version: version + 1, savedAt: facts.now };
    },
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AppProviders locale="en">
        <CaseProvider open={{ store, edition }}>{screen}</CaseProvider>
      </AppProviders>
    </QueryClientProvider>,
  );
  return {
    user: userEvent.setup({ applyAccept: false, delay: null }),
    answers: () => store.snapshot().values[section.id] ?? null,
    saved,
  };
}

/** Draws one section as a page does. */
export function openSection(
  section: SectionDefinition,
  answers: Application['sections'] = {},
  { revealed = false, ...more }: More & { revealed?: boolean } = {},
): Opened {
  return openForm(section, <Section id={section.id} revealed={revealed} />, answers, more);
}
