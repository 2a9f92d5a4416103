import { frozenPrintUrl, useFrozenPrints } from '#renderer/api/index.ts';
import { useTimes } from '#renderer/frame/index.ts';
import { printSettingsWords, useWords } from '#renderer/locales/index.ts';

type Props = { caseId: string; sheet: string };

/** The official prints of a sheet as they were when the case was handed on, newest first; each opens as a PDF. */
export function FrozenPrints({ caseId, sheet }: Props) {
  const words = useWords(printSettingsWords);
  const { formatTime } = useTimes();
  const prints = useFrozenPrints(caseId).data?.prints ?? [];
  const own = prints.filter((one) => one.sheet === sheet);
  if (own.length === 0) return null;
  return (
    <ul className="frozen-prints">
      {own.map(({ id, round, frozenAt, isOfficial }) => (
        <li key={id} className={isOfficial ? undefined : 'quiet'}>
          <a href={frozenPrintUrl(caseId, id)} target="_blank" rel="noopener noreferrer">
            {isOfficial ? words.official(formatTime(frozenAt)) : words.former(round, formatTime(frozenAt))}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Whether the sheet has a frozen print that is the official one now. */
export const useIsFrozen = (caseId: string, sheet: string): boolean =>
  useFrozenPrints(caseId).data?.prints.some((one) => one.sheet === sheet && one.isOfficial) ?? false;
