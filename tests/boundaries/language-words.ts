/**
 * Words that a programme happens to use as an id and that are the engine's own all the same: what they are there, and
 * where they may stand. Anywhere else they would be a convention between the engine and one programme.
 */
export const LANGUAGE_WORDS: Record<string, { is: string; in: string[] }> = {
  // keywords of the language
  own: {
    is: 'keyword: rows that the applicant adds to a grid',
    in: ['engine/core', 'renderer/form', 'renderer/desks/review/reading'],
  },
  person: {
    is: 'keyword `makes`, `applicant`: who files; who is logged in',
    in: [
      'renderer/frame',
      'engine/core',
      'engine/server/seed',
      'engine/server/services/accounts',
      'engine/server/services/case',
    ],
  },
  confirm: { is: 'keyword `page`, and of events', in: ['engine/core', 'renderer/desks/applicant'] },
  opinions: { is: 'keyword `page`', in: ['engine/core', 'renderer/desks/applicant', 'renderer/help'] },
  apply: {
    is: 'ability of a role',
    in: ['engine/core', 'engine/server', 'renderer/desks', 'renderer/staff', 'renderer/help'],
  },
  review: {
    is: 'ability of a role',
    in: [
      'admin-ui/draft/rooms/replay',
      'engine/core',
      'engine/server',
      'renderer/desks',
      'renderer/staff',
      'renderer/help',
    ],
  },
  // what the store knows of organisations, users, editions and jobs
  approved: { is: 'an organisation that stands in the tree', in: ['engine'] },
  pending: { is: 'status of an account', in: ['engine/server', 'engine/core/model/wire'] },
  active: {
    is: 'status of an account; of a machine (XState)',
    in: ['engine/server', 'engine/core', 'renderer/desks/accounts', 'renderer/desks/review/queue'],
  },
  frozen: {
    is: 'status of an account; a row of a workbook that stays',
    in: ['engine/server', 'engine/core/model/wire', 'renderer/desks/accounts'],
  },
  deleted: { is: 'status of an account', in: ['engine/server'] },
  draft: {
    is: 'status of an edition; an edition to come',
    in: [
      'engine/server/store',
      'engine/server/app.ts',
      'engine/server/services/drafts',
      'engine/core/model/wire/audit.ts',
      'renderer/locales/policy.ts',
    ],
  },
  waiting: {
    is: 'status of a job',
    in: [
      'engine/server/services/replays',
      'engine/server/services/print-runs',
      'renderer/desks/review/queue',
      'admin-ui/draft/rooms/replay',
      'engine/server/store',
      'engine/server/jobs',
      'engine/core/model/wire',
      'renderer/api',
      'renderer/locales',
      'renderer/desks/jobs',
    ],
  },
  done: {
    is: 'status of a job; of a station',
    in: [
      'engine/server/services/replays',
      'engine/server/services/print-runs',
      'renderer/desks/review/queue',
      'engine/server/store',
      'engine/server/jobs',
      'engine/core',
      'renderer/locales',
      'renderer/desks/applicant',
      'renderer/desks/jobs',
    ],
  },
  refused: {
    is: 'code of a failure; what a step gives',
    in: ['engine/server', 'engine/cli', 'renderer/form'],
  },
  // the engine's commands, screens and neighbours
  print: {
    is: 'a command, an action in the audit trail, and a line of a replay',
    in: [
      'engine/cli',
      'engine/core/sentence',
      'engine/core/model/wire',
      'engine/server/services',
      'admin-ui/draft/rooms/replay',
    ],
  },
  registration: { is: 'a screen', in: ['renderer'] },
  open: {
    is: 'a range without an end; a menu that is open',
    in: ['engine/core/evaluate', 'renderer/focus', 'renderer/form'],
  },
  plan: { is: 'the order of steps of a compiled section', in: ['engine/core/compile'] },
  DELETE: { is: 'method of HTTP', in: ['engine/server/http', 'renderer/api', 'engine/cli/remote'] },
  info: {
    is: 'kind of a notice (antd)',
    in: ['renderer/desks'],
  },
  removed: { is: 'option of pinyin-pro', in: ['engine/server/store'] },
};
