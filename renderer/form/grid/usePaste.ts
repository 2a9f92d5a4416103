import type { ClipboardEvent } from 'react';
import type { FieldSchema, Json } from '#core/model/index.ts';
import { readAnswer } from '#core/normalise/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { choicesOf, type Lists } from '../present/index.ts';
import { commitPending } from '../store/pending.ts';
import { useLists } from '../store/useLists.ts';
import { partSchema, withPart } from './cells.ts';
import { blockOf, type GridInput, inputNamed, type Pasted, spread } from './paste.ts';
import type { GridProps } from './useGrid.ts';

/** Takes a block of cells that was copied in a spreadsheet, from the cell on into which it is pasted. */
export function usePaste({ frame, lines }: GridProps): (event: ClipboardEvent<HTMLElement>) => void {
  const words = useWords(formWords);
  const notify = useNotify();
  const lists = useLists();
  const change = ({ line, column, part, text }: Pasted) => {
    const inner = part === undefined ? undefined : line.schema.properties?.[part];
    const answer = answerOf(inner ? partSchema(line.schema, inner) : line.schema, text, lists);
    const put = (cell: Json | undefined) =>
      part === undefined ? answer : withPart(line.schema, cell, part, answer);
    return { item: line.id, column, change: put };
  };
  const take = async (from: GridInput, block: string[][]) => {
    // What is being typed goes first and is drawn: a cell whose answer comes back as it was would keep the other text.
    await commitPending();
    const { cells, left } = spread({ columns: frame.columns, lines }, from, block);
    frame.putAll(cells.map(change));
    if (left > 0) notify.warning(words.pastedInPart(cells.length, left));
    else notify.success(words.pasted(cells.length));
  };
  return (event) => {
    const from = event.target instanceof Element ? inputNamed(frame.section, event.target.id) : null;
    const line = lines.find(({ id }) => id === from?.item);
    if (!frame.editable || from === null || line === undefined) return;
    const inner = from.part === undefined ? undefined : line.schema.properties?.[from.part];
    const block = blockOf(event.clipboardData.getData('text/plain'), inner ?? line.schema);
    if (block === null) return;
    event.preventDefault();
    void take(from, block);
  };
}

/** What a text answers: of a list the choice that is called so. */
function answerOf(schema: FieldSchema, text: string, lists: Lists): Json | undefined {
  const chosen = choicesOf(schema, lists)?.find(({ label }) => label === text);
  return chosen ? chosen.value : readAnswer(schema, text, { timeZone: lists.timeZone });
}
