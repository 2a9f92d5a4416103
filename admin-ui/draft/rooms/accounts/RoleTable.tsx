import { draftAccountsWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { TitleCell } from './TitleCell.tsx';

/** Every role: who holds it and what it may do, in words. */
export function RoleTable() {
  const words = useWords(draftAccountsWords);
  const { edition } = useOpenDraft();
  const { roles, organisationKinds } = edition.definition.programme;
  const kindTitle = (id: string) => organisationKinds.find((kind) => kind.id === id)?.title ?? id;
  return (
    <table className="draft-table">
      <thead>
        <tr>
          <th scope="col">{words.role}</th>
          <th scope="col">{words.holders}</th>
          <th scope="col">{words.abilities}</th>
        </tr>
      </thead>
      <tbody>
        {roles.map(({ id, title, kinds, abilities, secondFactor }) => (
          <tr key={id}>
            <TitleCell list="roles" id={id} title={title} />
            <td data-label={words.holders}>{kinds?.map(kindTitle).join('、') ?? words.anybody}</td>
            <td data-label={words.abilities}>
              {abilities.length === 0
                ? words.nothing
                : abilities.map((ability) => words.can[ability] ?? ability).join('、')}
              {secondFactor && <div className="quiet">{words.secondFactor}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
