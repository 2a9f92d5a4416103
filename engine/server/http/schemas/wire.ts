import type { JsonObject } from '../../../core/model/index.ts';
import {
  anything,
  flag,
  id,
  listOf,
  mapOf,
  nullable,
  object,
  oneOf,
  real,
  text,
  version,
  whole,
} from '../schema.ts';

/** Schemas of what travels (model/wire.ts), for the OpenAPI document and the tests that hold answers against it. */
const bag: JsonObject = { type: 'object' };
const subject = oneOf('application', 'account');
const described = object({ id, title: text(), description: text() });

const problem = object({
  path: text(),
  section: text(),
  'row?': text(),
  code: text(),
  'rule?': text(),
  'slot?': text(),
  params: bag,
  place: text(),
  message: text(),
  severity: oneOf('block', 'warn'),
  'source?': text(),
});

export const problems = listOf(problem);

export const errorBody = object({
  code: text(),
  message: text(),
  requestId: text(),
  'problems?': problems,
  'refused?': object({ code: text(), message: text(), 'condition?': text(), 'details?': anything }),
  'current?': object({ version, value: anything }),
});

export const programme = object({
  id,
  title: text(),
  shortTitle: text(),
  locale: text(),
  timeZone: text(),
  cycle: object({ id: text(), title: text(), year: whole, opensAt: text(), closesAt: text() }),
  edition: id,
  password: object({
    minLength: whole,
    classes: whole,
    questions: listOf(object({ code: text(), title: text() })),
  }),
  accountForms: listOf(
    object({ id, title: text(), description: text(), makes: oneOf('person', 'organisation') }),
  ),
  categories: listOf(described),
});

export const session = object({
  user: object({
    id,
    name: text(),
    username: text(),
    role: text(),
    roleTitle: text(),
    guide: listOf(object({ title: text(), text: listOf(text()) })),
    abilities: listOf(text()),
    mustChangePassword: flag,
    mustEnrol: flag,
    hasQuestion: flag,
    secondFactor: flag,
  }),
  organisation: nullable(object({ id, name: text(), kind: text(), kindTitle: text(), path: listOf(text()) })),
  registration: nullable(id),
});

export const action = object({
  event: text(),
  by: text(),
  title: text(),
  primary: flag,
  danger: flag,
  bulk: flag,
  'confirm?': text(),
  'input?': object({ schema: bag, ui: bag }),
});

export const sectionRecord = object({ value: anything, version, savedAt: nullable(text()) });

export const fileRef = object({
  id,
  section: text(),
  slot: text(),
  'row?': text(),
  name: text(),
  mediaType: text(),
  bytes: whole,
  pages: nullable(whole),
  sha256: text(),
  'revision?': text(),
});

const event = object({
  id,
  at: text(),
  event: text(),
  title: text(),
  by: text(),
  byTitle: text(),
  who: text(),
  organisation: nullable(text()),
  round: whole,
  input: bag,
});

const station = object({
  title: text(),
  status: oneOf('done', 'current', 'ahead'),
  organisations: listOf(text()),
  since: nullable(text()),
});

export const caseView = object({
  id,
  subject,
  name: text(),
  organisation: text(),
  category: text(),
  categoryTitle: text(),
  edition: id,
  state: object({ value: anything, context: bag }),
  stateTitle: text(),
  tags: listOf(text()),
  version,
  as: listOf(text()),
  editingAs: nullable(text()),
  facts: bag,
  sections: mapOf(sectionRecord),
  files: listOf(fileRef),
  strikes: listOf(object({ section: text(), row: text() })),
  bytes: object({ used: whole, limit: whole, file: whole }),
  actions: listOf(action),
  events: listOf(event),
  stations: listOf(station),
  sheets: listOf(object({ id, title: text(), formats: listOf(oneOf('html', 'pdf')) })),
});

const summary = listOf(object({ title: text(), text: text() }));

export const queuePage = object({
  rows: listOf(
    object({
      id,
      subject,
      category: text(),
      categoryTitle: text(),
      name: text(),
      organisation: text(),
      stateTitle: text(),
      round: whole,
      version,
      since: text(),
      summary,
      actions: listOf(text()),
    }),
  ),
  after: nullable(text()),
});

const queue = object({
  id,
  title: text(),
  count: whole,
  empty: text(),
  events: listOf(action),
  batches: listOf(action),
});

export const queueMenu = listOf(
  object({
    route: text(),
    title: text(),
    subject,
    queues: listOf(queue),
    rosters: listOf(object({ id, title: text(), queues: listOf(text()) })),
  }),
);

export const fired = object({
  cases: listOf(object({ id, version, stateTitle: text() })),
  warnings: listOf(text()),
});

export const batch = object({
  allowed: flag,
  message: text(),
  count: whole,
  aggregates: listOf(object({ id, title: text(), value: real })),
  blockers: listOf(object({ name: text(), organisation: text(), stateTitle: text() })),
});

export const organisation = object({
  id,
  name: text(),
  kind: text(),
  kindTitle: text(),
  path: listOf(text()),
  hasChildren: flag,
  selectable: flag,
});

export const organisationPage = object({ organisations: listOf(organisation), after: nullable(text()) });

export const accountPage = object({
  accounts: listOf(
    object({
      id,
      name: text(),
      username: text(),
      role: text(),
      roleTitle: text(),
      organisation: text(),
      organisationId: nullable(text()),
      organisationKind: nullable(text()),
      status: text(),
      statusTitle: text(),
      caseId: nullable(id),
      version,
      createdAt: text(),
    }),
  ),
  after: nullable(text()),
});

export const home = object({
  applications: listOf(
    object({
      id,
      category: text(),
      categoryTitle: text(),
      stateTitle: text(),
      updatedAt: text(),
      cycle: text(),
    }),
  ),
  offered: listOf(described),
  barred: nullable(text()),
});

export const edition = object({ hash: id, definition: bag, validators: text() });
export const created = object({ id });
export const newUser = object({ id, username: text(), password: text(), 'organisation?': id });
export const sheetSettings = object({ schema: bag, settings: bag });

export const auditPage = object({
  rows: listOf(
    object({
      seq: whole,
      at: text(),
      actorId: nullable(text()),
      actorName: text(),
      action: text(),
      subject: text(),
      subjectName: text(),
      detail: bag,
    }),
  ),
  after: nullable(text()),
});

export const auditVerification = object({
  ok: flag,
  firstBroken: nullable(whole),
  rows: whole,
  head: text(),
});
export const newFactor = object({ secret: text(), uri: text() });

/** Made by the solver's library; only what every solver reads is named. */
export const humanTask: JsonObject = {
  type: 'object',
  required: ['parameters', 'signature'],
  properties: { parameters: bag, signature: text() },
  additionalProperties: false,
};

export const policy = object({
  serving: id,
  cycle: text(),
  editions: listOf(object({ hash: id, cycle: text(), status: text(), publishedAt: nullable(text()) })),
  forms: listOf(
    object({
      id,
      title: text(),
      makesAccount: flag,
      sections: listOf(
        object({
          title: text(),
          kind: text(),
          limit: nullable(whole),
          items: whole,
          rules: whole,
          slots: whole,
        }),
      ),
      rules: whole,
    }),
  ),
  charts: listOf(object({ route: id, chart: id, title: text() })),
  unconfirmed: listOf(object({ place: text(), source: text() })),
});
