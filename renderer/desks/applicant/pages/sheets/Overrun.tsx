import { Alert } from 'antd';
import { useSheetLength } from '#renderer/api/index.ts';
import { useOpenCase } from '#renderer/form/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';

/** Says when a sheet has more pages than it may have; nothing where it fits, or where nobody can tell. */
export function Overrun({ sheet, title }: { sheet: string; title: string }) {
  const { edition } = useOpenCase();
  const { pages, formats } = edition.definition.sheets.find(({ id }) => id === sheet) ?? {};
  return pages !== undefined && formats?.includes('pdf') ? <Told sheet={sheet} title={title} /> : null;
}

function Told({ sheet, title }: { sheet: string; title: string }) {
  const words = useWords(applicantWords);
  const { store } = useOpenCase();
  const { data } = useSheetLength(store.view.id, sheet);
  if (!data || data.pages <= data.most) return null;
  return <Alert type="warning" showIcon role="alert" title={words.overrun(title, data.pages, data.most)} />;
}
