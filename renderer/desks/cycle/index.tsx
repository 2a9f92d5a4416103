import { useCycles } from '#renderer/api/index.ts';
import { Failed, Loading, Page } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { cycleWords, useWords } from '#renderer/locales/index.ts';
import { StaffFrame } from '#renderer/staff/index.ts';
import './cycle.css';
import { CycleForm } from './CycleForm.tsx';

/** When the cycles are open. */
export default function CycleDesk() {
  const words = useWords(cycleWords);
  const cycles = useCycles();
  return (
    <StaffFrame>
      <Page
        title={
          <>
            {words.title} <HelpMark topic="cycle" />
          </>
        }
      >
        <p className="quiet">{words.hint}</p>
        {cycles.isPending && <Loading />}
        {cycles.isError && <Failed error={cycles.error} retry={() => cycles.refetch()} />}
        {cycles.data?.cycles.map((cycle) => (
          // Begun anew at each version, so that it shows what is stored.
          <CycleForm key={`${cycle.id}/${cycle.version}`} cycle={cycle} />
        ))}
      </Page>
    </StaffFrame>
  );
}
