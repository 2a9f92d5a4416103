import { useEffect, useRef } from 'react';
import { checkLogic } from '#core/compile/index.ts';
import type { Json, Logic } from '#core/model/index.ts';
import { rulesWords, useWords } from '#renderer/locales/index.ts';
import { useBuilder } from '../BuilderContext.tsx';
import { openFormula } from './editor.ts';

type Props = {
  label: string;
  logic: Logic;
  change: (logic: Logic) => void;
  /** What is typed while it cannot be read; null: nothing of that kind. */
  unreadable: string | null;
  setUnreadable: (text: string | null) => void;
};

/** Logic as text, with names proposed and what is wrong underlined. What cannot be read yet changes nothing. */
export default function FormulaField({ label, logic, change, unreadable, setUnreadable }: Props) {
  const words = useWords(rulesWords);
  const { sources, expressions } = useBuilder();
  /** The text as it stands in the editor, which is opened anew when what it proposes is other. */
  const text = useRef(unreadable ?? JSON.stringify(logic, null, 2));
  const host = useRef<HTMLDivElement>(null);
  const typed = useRef<(text: string) => void>(() => undefined);
  typed.current = (next) => {
    text.current = next;
    const read = readLogic(next);
    setUnreadable(read === undefined ? next : null);
    if (read !== undefined) change(read);
  };
  useEffect(() => {
    if (!host.current) return undefined;
    const names = [
      ...sources.map(({ path, title }) => ({ label: path, detail: title })),
      ...expressions.map(({ id, title }) => ({ label: id, detail: title })),
    ];
    return openFormula(host.current, {
      label,
      text: text.current,
      names,
      faultOf: (code) => words.faults[code] ?? words.fault,
      changed: (next) => typed.current(next),
    });
  }, [label, sources, expressions, words]);
  return (
    <>
      <p className="quiet">{words.formulaHint}</p>
      <div ref={host} className="formula" />
      {unreadable !== null && (
        <p className="problem" role="status">
          {words.badJson}
        </p>
      )}
    </>
  );
}

/** Undefined for what is no JSON, or no logic that could be carried out. */
function readLogic(text: string): Logic | undefined {
  try {
    const read = JSON.parse(text) as Json;
    return checkLogic(read).length === 0 ? read : undefined;
  } catch {
    return undefined;
  }
}
