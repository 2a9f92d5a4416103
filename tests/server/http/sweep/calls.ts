import type { Thing } from './world.ts';

/** A request of the right shape that changes nothing even where it is let in. */
export type Call = { path: string; body?: unknown; upload?: true };

const nobody = { name: 'x', username: 'nobody-new' };

/** How each route is called on a thing. A route that is missing here fails the sweep. */
export const CALLS: Record<string, (thing: Thing) => Call> = {
  'GET /api/programme': () => ({ path: '/api/programme' }),
  'POST /api/challenges': () => ({ path: '/api/challenges' }),
  'GET /api/attestations': () => ({ path: '/api/attestations' }),
  'POST /api/attestations': () => ({ path: '/api/attestations', body: { code: 'x', facts: [] } }),
  'GET /api/setup/:token': ({ id }) => ({ path: `/api/setup/${id}` }),
  'POST /api/setup/:token': ({ id }) => ({
    path: `/api/setup/${id}`,
    body: { ...nobody, password: 'Right-Horse-7', question: 'x', answer: 'x' },
  }),
  'GET /api/session': () => ({ path: '/api/session' }),
  'POST /api/session': () => ({ path: '/api/session', body: { username: '', password: '', proof: 'x' } }),
  'DELETE /api/session': () => ({ path: '/api/session' }),
  'PUT /api/session/password': () => ({ path: '/api/session/password', body: { current: 'x', next: 'x' } }),
  'PUT /api/session/language': () => ({ path: '/api/session/language', body: { language: 'nothing' } }),
  'POST /api/session/second-factor': () => ({ path: '/api/session/second-factor' }),
  'PUT /api/session/second-factor': () => ({ path: '/api/session/second-factor', body: { code: '000000' } }),
  'DELETE /api/session/second-factor': () => ({
    path: '/api/session/second-factor',
    body: { code: '000000' },
  }),
  'POST /api/registrations': () => ({ path: '/api/registrations', body: {} }),
  'POST /api/registrations/progress': () => ({
    path: '/api/registrations/progress',
    body: { username: '', password: '', proof: 'x' },
  }),
  'GET /api/organisations': () => ({ path: '/api/organisations' }),
  'GET /api/organisations/:id': ({ id }) => ({ path: `/api/organisations/${id}` }),
  'POST /api/organisations': () => ({ path: '/api/organisations', body: { ...nobody, kind: 'nothing' } }),
  'DELETE /api/organisations/:id': ({ id }) => ({ path: `/api/organisations/${id}` }),
  'PUT /api/organisations/:id/parent': ({ id }) => ({
    path: `/api/organisations/${id}/parent`,
    body: { parent: id },
  }),
  'GET /api/accounts': () => ({ path: '/api/accounts' }),
  'POST /api/accounts': () => ({ path: '/api/accounts', body: { ...nobody, role: 'nothing' } }),
  'PUT /api/accounts/:id': ({ id }) => ({ path: `/api/accounts/${id}`, body: { status: 'active' } }),
  'DELETE /api/accounts/:id': ({ id }) => ({ path: `/api/accounts/${id}` }),
  'POST /api/accounts/:id/password': ({ id }) => ({ path: `/api/accounts/${id}/password` }),
  'GET /api/audit': () => ({ path: '/api/audit' }),
  'GET /api/audit/verification': () => ({ path: '/api/audit/verification' }),
  'GET /api/applications': () => ({ path: '/api/applications' }),
  'POST /api/applications': () => ({ path: '/api/applications', body: { category: 'nothing' } }),
  'GET /api/cases/:id': ({ id }) => ({ path: `/api/cases/${id}` }),
  'GET /api/cases/:id/problems': ({ id }) => ({ path: `/api/cases/${id}/problems` }),
  'GET /api/cases/:id/sensitive': ({ id, kind, came }) => ({
    path: `/api/cases/${id}/sensitive?section=${
      kind === 'registration' && came === 'organisation'
        ? 'details&path=/contactPhone'
        : 'person&path=/idNumber'
    }`,
  }),
  'PUT /api/cases/:id/sections/:section': ({ id, kind, came }) => ({
    path: `/api/cases/${id}/sections/${
      kind === 'application' ? 'cover' : came === 'organisation' ? 'details' : 'person'
    }`,
    body: { version: 99, value: {} },
  }),
  'POST /api/cases/:id/events': ({ id }) => ({
    path: `/api/cases/${id}/events`,
    body: { event: 'PASS', version: 99 },
  }),
  'POST /api/events': ({ id }) => ({
    path: '/api/events',
    body: { event: 'PASS', cases: [{ id, version: 99 }] },
  }),
  'GET /api/queues': () => ({ path: '/api/queues' }),
  'GET /api/queues/:route/:queue': () => ({ path: '/api/queues/application/pending' }),
  'GET /api/batches/:route/:event': () => ({ path: '/api/batches/application/DELIVER' }),
  'POST /api/batches/:route/:event': () => ({
    path: '/api/batches/application/DELIVER',
    body: { confirmCount: 99 },
  }),
  'PUT /api/cases/:id/files': ({ id }) => ({
    path: `/api/cases/${id}/files?section=basic&slot=idDocument&name=x.pdf`,
    upload: true,
  }),
  'GET /api/files/:id': ({ fileId }) => ({ path: `/api/files/${fileId}` }),
  'DELETE /api/files/:id': ({ fileId }) => ({ path: `/api/files/${fileId}` }),
  'GET /api/cases/:id/sheets/:sheet': ({ id }) => ({
    path: `/api/cases/${id}/sheets/review-form?format=html`,
  }),
  'GET /api/cases/:id/sheets/:sheet/length': ({ id }) => ({
    path: `/api/cases/${id}/sheets/publicity-sheet/length`,
  }),
  'GET /api/cases/:id/sheets/:sheet/settings': ({ id }) => ({
    path: `/api/cases/${id}/sheets/review-form/settings`,
  }),
  'PUT /api/cases/:id/sheets/:sheet/settings': ({ id }) => ({
    path: `/api/cases/${id}/sheets/review-form/settings`,
    body: { nothing: 1 },
  }),
  'GET /api/cases/:id/frozen-prints': ({ id }) => ({ path: `/api/cases/${id}/frozen-prints` }),
  'GET /api/cases/:id/frozen-prints/:print': ({ id }) => ({ path: `/api/cases/${id}/frozen-prints/nothing` }),
  'GET /api/print-runs': () => ({ path: '/api/print-runs' }),
  'POST /api/print-runs': () => ({
    path: '/api/print-runs',
    // Of nobody: whose cases somebody may print is tried where print runs are.
    body: { sheet: 'review-form', form: 'pdf' },
  }),
  'GET /api/print-runs/:id/file': ({ id }) => ({ path: `/api/print-runs/${id}/file` }),
  'DELETE /api/print-runs/:id': ({ id }) => ({ path: `/api/print-runs/${id}` }),
  'POST /api/rosters/:id': () => ({
    path: '/api/rosters/review',
    body: { queue: 'pending', filters: { idNumber: '' } },
  }),
  'GET /api/editions/:hash': () => ({ path: '/api/editions/nothing?category=nothing' }),
  'GET /api/editions/:hash/templates': () => ({
    path: '/api/editions/nothing/templates?category=nothing',
  }),
  'GET /api/charts/:route/:chart': () => ({ path: '/api/charts/application/flow-1-2' }),
  'GET /api/cycles': () => ({ path: '/api/cycles' }),
  'PUT /api/cycles/:cycle': ({ id }) => ({
    path: `/api/cycles/${id}`,
    body: {
      opensAt: '2026-01-01T00:00:00Z',
      closesAt: '2026-12-31T00:00:00Z',
      returnedUntil: '2026-12-31T00:00:00Z',
      version: 99,
    },
  }),
  'GET /api/policy': () => ({ path: '/api/policy' }),
  'GET /api/starters': () => ({ path: '/api/starters?locale=en&year=2026' }),
  'GET /api/drafts': () => ({ path: '/api/drafts' }),
  'POST /api/drafts': () => ({ path: '/api/drafts', body: { title: '', cycle: 'nothing' } }),
  'PUT /api/drafts': () => ({ path: '/api/drafts?title=x', upload: true }),
  'GET /api/drafts/:id': ({ id }) => ({ path: `/api/drafts/${id}` }),
  'GET /api/drafts/:id/files': ({ id }) => ({ path: `/api/drafts/${id}/files` }),
  'GET /api/drafts/:id/sheets/:sheet': ({ id }) => ({
    path: `/api/drafts/${id}/sheets/nothing?cycle=nothing&example=nothing`,
  }),
  'POST /api/drafts/:id/changes': ({ id }) => ({
    path: `/api/drafts/${id}/changes`,
    body: { length: 0, changes: [{ kind: 'nothing' }] },
  }),
  'POST /api/drafts/:id/undo': ({ id }) => ({ path: `/api/drafts/${id}/undo`, body: { length: 0, act: 1 } }),
  'POST /api/drafts/:id/remarks': ({ id }) => ({ path: `/api/drafts/${id}/remarks`, body: { text: 'x' } }),
  'POST /api/drafts/:id/reasons': ({ id }) => ({
    path: `/api/drafts/${id}/reasons`,
    body: { rule: 'x', text: 'x' },
  }),
  'POST /api/drafts/:id/submit': ({ id }) => ({ path: `/api/drafts/${id}/submit`, body: { source: 'x' } }),
  'POST /api/drafts/:id/discard': ({ id }) => ({ path: `/api/drafts/${id}/discard`, body: { source: 'x' } }),
  'POST /api/drafts/:id/approve': ({ id }) => ({ path: `/api/drafts/${id}/approve`, body: { source: 'x' } }),
  'GET /api/publications': () => ({ path: '/api/publications' }),
  'POST /api/publications': () => ({
    path: '/api/publications',
    body: { cycle: 'nothing', act: 'retire', why: 'x' },
  }),
  'GET /api/publications/:cycle/files': () => ({ path: '/api/publications/nothing/files' }),
  'GET /api/moves': () => ({ path: '/api/moves' }),
  'POST /api/moves': () => ({ path: '/api/moves', body: { edition: 'nothing', why: 'x' } }),
  'GET /api/moves/:id': ({ id }) => ({ path: `/api/moves/${id}` }),
  'GET /api/moves/:id/cases': ({ id }) => ({ path: `/api/moves/${id}/cases` }),
  'POST /api/moves/:id': ({ id }) => ({ path: `/api/moves/${id}`, body: { act: 'move' } }),
  'GET /api/replays': () => ({ path: '/api/replays' }),
  'GET /api/drafts/:id/replays': ({ id }) => ({ path: `/api/drafts/${id}/replays` }),
  'POST /api/drafts/:id/replays': ({ id }) => ({
    path: `/api/drafts/${id}/replays`,
    body: { source: 'x', cycle: '2026', target: '2026', mode: 'rules' },
  }),
  'DELETE /api/replays/:id': ({ id }) => ({ path: `/api/replays/${id}` }),
  'GET /api/replays/:id/example': ({ id }) => ({ path: `/api/replays/${id}/example?case=x` }),
  'POST /api/replays/:id/examples': ({ id }) => ({
    path: `/api/replays/${id}/examples`,
    body: { case: 'x', length: 0, name: 'x' },
  }),
  'GET /api/replays/:id/cases': ({ id }) => ({ path: `/api/replays/${id}/cases?line=nothing` }),
  'GET /api/replays/:id/cases/:case': ({ id }) => ({ path: `/api/replays/${id}/cases/x` }),
  'GET /api/jobs': () => ({ path: '/api/jobs' }),
  'POST /api/jobs': () => ({ path: '/api/jobs', body: { kind: 'nothing' } }),
  'PUT /api/jobs/:id': ({ id }) => ({ path: `/api/jobs/${id}`, body: { action: 'retry' } }),
};
