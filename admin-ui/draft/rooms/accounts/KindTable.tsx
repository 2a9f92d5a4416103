import type { Definition, OrganisationKind } from '#core/model/index.ts';
import { condition, scopeAt } from '#core/sentence/index.ts';
import { draftAccountsWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { TitleCell } from './TitleCell.tsx';

/** Every kind of organisation: under whom it registers, by which form, whether its people may apply. */
export function KindTable() {
  const words = useWords(draftAccountsWords);
  const { edition } = useOpenDraft();
  const { definition } = edition;
  const { organisationKinds } = definition.programme;
  return (
    <table className="draft-table">
      <thead>
        <tr>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.under}</th>
          <th scope="col">{words.comes}</th>
          <th scope="col">{words.form}</th>
          <th scope="col">{words.files}</th>
        </tr>
      </thead>
      <tbody>
        {organisationKinds.map((kind, index) => (
          <tr key={kind.id}>
            <TitleCell list="organisationKinds" id={kind.id} title={kind.title} />
            <td data-label={words.under}>
              {kind.parents.map((id) => titleOf(organisationKinds, id)).join('、')}
            </td>
            <td data-label={words.comes}>
              <Coming kind={kind} all={organisationKinds} />
            </td>
            <td data-label={words.form}>{definition.categories.find(({ id }) => id === kind.form)?.title}</td>
            <td data-label={words.files}>
              <Applies kind={kind} index={index} definition={definition} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const titleOf = (all: readonly { id: string; title: string }[], id: string): string =>
  all.find((one) => one.id === id)?.title ?? id;

function Coming({ kind, all }: { kind: OrganisationKind; all: OrganisationKind[] }) {
  const words = useWords(draftAccountsWords);
  if (kind.form !== undefined) return words.registers;
  const creators = all.filter(({ creates }) => creates?.includes(kind.id)).map(({ title }) => title);
  return creators.length > 0 ? words.createdBy(creators.join('、')) : words.seeded;
}

type AppliesProps = { kind: OrganisationKind; index: number; definition: Definition };

function Applies({ kind: { applies = false }, index, definition }: AppliesProps) {
  const words = useWords(draftAccountsWords);
  if (typeof applies === 'boolean') return applies ? words.yes : words.no;
  const scope = scopeAt(definition, `/programme/organisationKinds/${index}/applies`);
  return words.when(condition(applies, scope, definition.programme.locale));
}
