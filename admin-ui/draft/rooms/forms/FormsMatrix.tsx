import { draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { Matrix } from '../../Matrix.tsx';
import type { FormMatrix } from './model/matrix.ts';

type Props = { matrix: FormMatrix; open: (category: string, section: string) => void };

/** Sections against forms: which has which, and whether as all others do. */
export function FormsMatrix({ matrix, open }: Props) {
  const words = useWords(draftFormsWords);
  return (
    <Matrix>
      <thead>
        <tr>
          <th scope="col">{words.sectionColumn}</th>
          {matrix.categories.map(({ id, title }) => (
            <th key={id} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map(({ id, title, has }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            {matrix.categories.map((category, index) => {
              const having = has[index] ?? 'absent';
              const label = `${words.sectionOf(title, category.title)} ${words.having[having]}`;
              return (
                <td key={category.id}>
                  {having === 'absent' ? (
                    <span className="quiet">
                      <span aria-hidden="true">{words.marks[having]}</span>
                      <span className="unseen">{words.having[having]}</span>
                    </span>
                  ) : (
                    <button
                      type="button"
                      className="cell-mark"
                      aria-label={label}
                      title={label}
                      onClick={() => open(category.id, id)}
                    >
                      {words.marks[having]}
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Matrix>
  );
}
