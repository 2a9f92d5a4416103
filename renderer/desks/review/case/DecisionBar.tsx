import { Button } from 'antd';
import { type RefObject, useMemo, useRef, useState } from 'react';
import type { JsonObject } from '#core/model/index.ts';
import type { ActionView, CaseView } from '#renderer/api/index.ts';
import { ActionMenu } from '#renderer/focus/index.ts';
import { EventForm, focusFirst, useLists, useOpenCase, useSnapshot } from '#renderer/form/index.ts';
import { useKeys, useNarrow } from '#renderer/frame/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { Failure } from '../events/Failure.tsx';
import { type Begun, EventDialog, whoOf } from '../events/index.ts';
import type { Actions } from './actions.ts';
import { type Decide, usePrimary } from './usePrimary.tsx';

type Props = { view: CaseView; actions: Actions; decide: Decide; goesOn: boolean; begun: Begun };

/**
 * The decision: what the primary event asks for laid out, its button; everything else apart, red where it cannot be
 * undone.
 */
export function DecisionBar(props: Props) {
  const words = useWords(reviewWords);
  const { view, actions, decide } = props;
  const { store, edition } = useOpenCase();
  const values = useSnapshot(({ live }) => live.values);
  const [asked, setAsked] = useState<ActionView | null>(null);
  const { primary, others, dangerous } = actions;
  if (!primary && others.length + dangerous.length === 0) {
    return <div className="decision closed quiet">{`${words.seeOnly} · ${view.stateTitle}`}</div>;
  }
  const { route } = store.category.definition;
  return (
    <section className="decision" aria-label={words.actions} ref={observeHeight}>
      {primary ? (
        <Primary key={primary.event} {...props} action={primary} values={values} choose={setAsked} />
      ) : (
        <div className="actions">
          <Others actions={actions} choose={setAsked} />
        </div>
      )}
      {asked && (
        <EventDialog
          edition={edition}
          route={route}
          action={asked}
          who={whoOf([{ name: view.name }], words)}
          facts={view.facts}
          application={values}
          begun={props.begun}
          fire={(input) => decide(asked, input)}
          close={() => setAsked(null)}
        />
      )}
    </section>
  );
}

/**
 * Writes the bar's height into a CSS variable, so that what scrolls behind it keeps clear. Gives the function that
 * stops it.
 */
function observeHeight(element: HTMLElement | null): (() => void) | undefined {
  const room = element?.closest<HTMLElement>('.case');
  if (!element || !room) return undefined;
  const observer = new ResizeObserver(() =>
    room.style.setProperty('--decision', `${element.offsetHeight}px`),
  );
  observer.observe(element);
  return () => observer.disconnect();
}

type PrimaryProps = Props & { action: ActionView; values: JsonObject; choose: (action: ActionView) => void };

function Primary(props: PrimaryProps) {
  const words = useWords(reviewWords);
  const { actions, action, goesOn, choose } = props;
  const lists = useLists();
  const box = useRef<HTMLFormElement>(null);
  const { input, busy, failure, submit } = usePrimary(props);
  useDecideKey(box);
  return (
    <form
      ref={box}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Failure error={failure} />
      {action.input && (
        <EventForm
          id="decision"
          schema={action.input.schema}
          ui={action.input.ui}
          value={input.value}
          onChange={input.change}
          lists={lists}
          problems={input.problems}
          revealed={input.tries > 0}
        />
      )}
      <div className="actions">
        <Others actions={actions} choose={choose} />
        <Button type="primary" htmlType="submit" loading={busy}>
          {goesOn ? words.andNext(action.title) : action.title}
        </Button>
      </div>
    </form>
  );
}

/** The key that leads to what the decision asks for. */
function useDecideKey(box: RefObject<HTMLFormElement | null>) {
  const words = useWords(reviewWords);
  const keys = useMemo(
    () => [{ key: 'd', title: words.keyDecide, run: () => focusFirst(box.current) }],
    [words, box],
  );
  useKeys(keys);
}

/** Everything but the primary action. On a phone it folds into one button, so that nothing is pressed by accident. */
function Others({ actions, choose }: { actions: Actions; choose: (action: ActionView) => void }) {
  const words = useWords(reviewWords);
  const narrow = useNarrow();
  const all = [...actions.dangerous, ...actions.others];
  if (all.length === 0) return null;
  if (narrow) {
    const items = all.map(({ event, title, danger }) => ({ key: event, label: title, danger }));
    const take = (key: string) => {
      const action = all.find(({ event }) => event === key);
      if (action) choose(action);
    };
    return (
      <ActionMenu items={items} choose={take}>
        <Button>{words.others}</Button>
      </ActionMenu>
    );
  }
  return (
    <>
      {all.map((action) => (
        <Button key={action.event} danger={action.danger} onClick={() => choose(action)}>
          {action.title}
        </Button>
      ))}
      <span className="spring" />
    </>
  );
}
