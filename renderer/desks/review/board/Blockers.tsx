import type { BatchView } from '#renderer/api/index.ts';
import { useNarrow } from '#renderer/frame/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';

/** Who stands in the way, by organisation, so that each can be asked. */
export function Blockers({ blockers }: { blockers: BatchView['blockers'] }) {
  const words = useWords(reviewWords);
  const narrow = useNarrow();
  const sorted = blockers
    .map((blocker, index) => ({ ...blocker, key: `${index}` }))
    .sort((a, b) => a.organisation.localeCompare(b.organisation));
  return (
    <section className="section" aria-label={words.blockersTitle}>
      <h2>
        {words.blockersTitle} {blockers.length}
      </h2>
      {narrow ? (
        <ul>
          {sorted.map(({ key, name, organisation, stateTitle }) => (
            <li key={key} className="card">
              <strong>{name}</strong> · {organisation}
              <p className="quiet">{stateTitle}</p>
            </li>
          ))}
        </ul>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{words.organisation}</th>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ key, name, organisation, stateTitle }) => (
              <tr key={key}>
                <td>{organisation}</td>
                <td>{name}</td>
                <td>{stateTitle}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
