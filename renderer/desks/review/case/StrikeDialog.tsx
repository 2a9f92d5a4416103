import type { JsonObject, RowRef } from '#core/model/index.ts';
import type { ActionView, CaseView } from '#renderer/api/index.ts';
import { useOpenCase, useSnapshot } from '#renderer/form/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { EventDialog, whoOf } from '../events/index.ts';
import { RowText } from '../reading/index.ts';
import { strikeInput, strikeQuestion } from './actions.ts';

type Props = {
  action: ActionView;
  place: RowRef;
  index: number;
  /** Whether the mark is taken back. */
  isStruck: boolean;
  route: string;
  view: CaseView;
  decide: (action: ActionView, input: JsonObject, stay?: boolean) => Promise<void>;
  close: () => void;
};

/** Strikes a row, or takes the mark back, with what the event asks for besides. The row is drawn anew, and keeps the focus. */
export function StrikeDialog({ action, place, index, isStruck, route, view, decide, close }: Props) {
  const words = useWords(reviewWords);
  const { edition } = useOpenCase();
  const values = useSnapshot(({ live }) => live.values);
  const at = CSS.escape(`${place.section}/${place.row}`);
  return (
    <EventDialog
      edition={edition}
      route={route}
      action={strikeQuestion(action)}
      fixed={strikeInput(action, place, {})}
      title={words.strikeNote(action.title, index + 1)}
      who={whoOf([{ name: view.name }], words)}
      will={isStruck ? words.willUnstrike : words.willStrike}
      facts={view.facts}
      application={values}
      fire={(more) => decide(action, strikeInput(action, place, more), true)}
      back={() => document.querySelector(`[data-strike="${at}"]`)}
      close={close}
    >
      <blockquote className="row-quote">
        <RowText place={place} index={index} />
      </blockquote>
    </EventDialog>
  );
}
