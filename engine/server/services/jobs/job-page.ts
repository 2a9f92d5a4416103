import type { JobLine, JobPage, JobSearch } from '#core/model/wire/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { type Job, jobs, users } from '#server/store/index.ts';

const PAGE = 50;

/** A page of the jobs, newest first, with the names of those who asked for them. */
export async function jobPage(services: Services, { status, after }: JobSearch): Promise<JobPage> {
  const filter = { ...(status && { status }), after: after ?? null, limit: PAGE };
  const page = await jobs.list(services.db, filter);
  const ids = [...new Set(page.rows.map(({ userId }) => userId))];
  const names = new Map((await users.byIds(services.db, ids)).map(({ id, name }) => [id, name]));
  return { rows: page.rows.map((job) => lineOf(job, names)), after: page.after };
}

function lineOf(job: Job, names: Map<string, string>): JobLine {
  const { key: _key, userId, payload: _payload, lease: _lease, leasedUntil: _until, ...line } = job;
  return { ...line, userName: names.get(userId) ?? '' };
}
