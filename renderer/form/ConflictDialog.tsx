import { Button, Modal } from 'antd';
import { textOf } from '#core/evaluate/index.ts';
import { isObject } from '#core/json/index.ts';
import type { FieldSchema, Json } from '#core/model/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { type Difference, differences } from './store/conflict.ts';
import { useOpenCase, useSnapshot } from './store/context.tsx';
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
  const definition = store.category.bySection[section]?.definition;
  const differing = differences(mine, theirs);
  return (
    <Modal
      open
      title={`${definition?.title ?? section}: ${words.conflictTitle}`}
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
          {differing.map((difference) => (
            <DifferenceRow
              key={difference.path.join('/')}
              difference={difference}
              schema={definition?.schema ?? {}}
              value={mine}
            />
          ))}
        </tbody>
      </table>
    </Modal>
  );
}

type RowProps = { difference: Difference; schema: FieldSchema; value: Json | undefined };

function DifferenceRow({ difference, schema, value }: RowProps) {
  const words = useWords(formWords);
  const writer = useWriter();
  const place = describe(difference.path, schema, value, words.rowOf);
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

function describe(
  path: string[],
  schema: FieldSchema,
  value: Json | undefined,
  rowOf: (n: number) => string,
) {
  const titles: string[] = [];
  let at: FieldSchema = schema;
  for (const key of path) {
    if (at.items) {
      const index = Array.isArray(value) ? value.findIndex((row) => isObject(row) && row.id === key) : -1;
      titles.push(index < 0 ? key : rowOf(index + 1));
      at = at.items;
      continue;
    }
    at = at.properties?.[key] ?? {};
    titles.push(at.title ?? key);
  }
  return { title: titles.join(' · '), schema: at };
}
