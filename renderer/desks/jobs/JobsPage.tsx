import { Select } from 'antd';
import { type JobSearch, useJobs } from '#renderer/api/index.ts';
import { Listing, Page, useChoiceInAddress } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { jobsWords, useWords } from '#renderer/locales/index.ts';
import { JobRow } from './JobRow.tsx';
import { StartButtons } from './StartButtons.tsx';

type Status = NonNullable<JobSearch['status']>;

/** What runs beside the requests, newest first: how it goes, what went wrong, and what can be done about it. */
export function JobsPage() {
  const words = useWords(jobsWords);
  const statuses = Object.entries(words.statuses).map(([value, label]) => ({
    value: value as Status,
    label,
  }));
  const [status, setStatus] = useChoiceInAddress(
    'status',
    statuses.map(({ value }) => value),
  );
  const jobs = useJobs(status === '' ? {} : { status });
  return (
    <Page
      title={
        <>
          {words.title} <HelpMark topic="jobs" />
        </>
      }
    >
      <p className="quiet">{words.hint}</p>
      <StartButtons />
      <search className="job-filter">
        <Select<Status | ''>
          value={status}
          onChange={setStatus}
          aria-label={words.status}
          options={[{ value: '', label: words.all }, ...statuses]}
        />
      </search>
      <Listing pages={jobs} none={words.none} more={words.more}>
        {(lines) => (
          <ul className="jobs" aria-label={words.list}>
            {lines.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </ul>
        )}
      </Listing>
    </Page>
  );
}
