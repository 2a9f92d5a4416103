import { useEffect, useRef } from 'react';
import { namesBelow, placedFaults } from '#core/lint/index.ts';
import type { Definition, SheetDefinition } from '#core/model/index.ts';
import { sheetWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../../DraftContext.tsx';
import { openTemplate } from './editor.ts';

type Props = {
  sheet: SheetDefinition;
  definition: Definition;
  /** What it begins with; from there on it has its own. */
  text: string;
  change: (text: string) => void;
};

/** The editor of a template: opened once, whatever is typed. */
export function TemplateEditor({ sheet, definition, text, change }: Props) {
  const words = useWords(sheetWords);
  const { isOpen } = useOpenDraft();
  const host = useRef<HTMLDivElement>(null);
  const now = useRef({ text, change, of: { sheet, definition } });
  now.current = { text, change, of: { sheet, definition } };
  useEffect(() => {
    if (!host.current) return undefined;
    return openTemplate(host.current, {
      label: words.template,
      text: now.current.text,
      isReadOnly: !isOpen,
      faultsOf: (typed) => placedFaults(typed, now.current.of),
      namesOf: (path, enclosing) => namesBelow(path, enclosing, now.current.of),
      changed: (typed) => now.current.change(typed),
    });
  }, [words, isOpen]);
  return <div ref={host} className="sheet-template" />;
}
