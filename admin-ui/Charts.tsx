import type { PolicyView } from '#core/model/wire/index.ts';
import { chartUrl } from '#renderer/api/index.ts';
import { Page } from '#renderer/frame/index.ts';
import { policyMenuWords, useWords } from '#renderer/locales/index.ts';

/** The flow charts, drawn by the server from the routes themselves. */
export function Charts({ charts }: { charts: PolicyView['charts'] }) {
  const menu = useWords(policyMenuWords);
  return (
    <Page title={menu.charts}>
      {charts.map(({ route, chart, title }) => (
        <figure key={`${route}/${chart}`} className="policy-chart">
          <figcaption>{title}</figcaption>
          <img src={chartUrl(route, chart)} alt={title} loading="lazy" />
        </figure>
      ))}
    </Page>
  );
}
