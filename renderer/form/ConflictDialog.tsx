import { Button } from 'antd';
import { textOf } from '#core/evaluate/index.ts';
import { fieldsAlong } from '#core/form/index.ts';
import { asList, isObject } from '#core/json/index.ts';
import type { CompiledSection, Json } from '#core/model/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { Dialog } from '#renderer/popups/index.ts';
import { type Difference, differences } from './store/conflict.ts';
import { useOpenCase, useSnapshot } from './store/context.tsx';
import { typedIn } from './store/typed.ts';
import { useWriter } from './store/useWriter.ts';

/** When a section was saved elsewhere meanwhile: both versions side by side where they differ, and the choice. */
export function ConflictDialog() {
  const saves = useSnapshot((snapshot) => snapshot.saves);
  const [section, state] = Object.entries(saves).find(([, save]) => save.kind === 'conflict') ?? [];
  if (!section || state?.kind !== 'conflict') return null;
  return <Choice key={section} section={section} theirs={state.theirs.value} />;
}

function Choice({ section, theirs }: { section: string; theirs: Json }) {
  const words = useWords(formWords);
  const { store } = useOpenCase();
  const mine = useSnapshot(({ values }) => values[section]);
  const compiled = store.category.bySection[section];
  const typed = (value: Json) => (compiled ? typedIn(compiled, value) : value);
  const differing = differences(mine && typed(mine), typed(theirs));
  return (
    <Dialog
      open
      title={words.conflictIn(compiled?.definition.title ?? section)}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      width={720}
      footer={[
        <Button key="theirs" onClick={() => store.choose(section, 'theirs')}>
          {words.keepTheirs}
        </Button>,
        <Button key="mine" type="primary" onClick={() => store.choose(section, 'mine')}>
          {words.keepMine}
        </Button>,
      ]}
    >
      <p>{words.conflictText}</p>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col">{words.mine}</th>
            <th scope="col">{words.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {compiled &&
            differing.map((difference) => (
              <DifferenceRow
                key={difference.path.join('/')}
                difference={difference}
                section={compiled}
                value={mine}
              />
            ))}
        </tbody>
      </table>
    </Dialog>
  );
}

type RowProps = { difference: Difference; section: CompiledSection; value: Json | undefined };

function DifferenceRow({ difference, section, value }: RowProps) {
  const words = useWords(formWords);
  const writer = useWriter();
  const place = describe(difference.path, section, value, words.rowOf);
  const text = (side: Json | undefined) =>
    textOf(place.schema, side, writer) || (side === undefined ? words.blank : shown(side));
  return (
    <tr>
      <th scope="row">{place.title}</th>
      <td>{text(difference.mine)}</td>
      <td>{text(difference.theirs)}</td>
    </tr>
  );
}

const shown = (side: Json): string => (typeof side === 'string' ? side : JSON.stringify(side));

/** What differs in the form's words: rows are told apart by their ids, and called by their numbers. */
function describe(
  path: string[],
  { shape, kind }: CompiledSection,
  value: Json | undefined,
  rowOf: (n: number) => string,
) {
  const [row, ...below] = path;
  const along = fieldsAlong(shape, kind === 'table' ? ['*', ...below] : path);
  const index = asList(value).findIndex((one) => isObject(one) && one.id === row);
  const titles = path.map((key, depth) =>
    kind === 'table' && depth === 0 && index >= 0 ? rowOf(index + 1) : (along[depth]?.title ?? key),
  );
  return { title: titles.filter(Boolean).join(' · '), schema: along[path.length - 1] ?? {} };
}
