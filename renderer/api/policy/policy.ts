import { useQuery } from '@tanstack/react-query';
import type { PolicyView } from '#core/model/wire/index.ts';
import { request } from '../client.ts';

/** The programme's editions, and what the serving one holds. */
export function usePolicy(enabled = true) {
  const queryFn = () => request<PolicyView>('GET', '/api/policy');
  return useQuery({ queryKey: ['policy'], queryFn, enabled });
}

/** Where the flow chart of a route can be seen, as SVG. */
export const chartUrl = (route: string, chart: string): string =>
  `/api/charts/${encodeURIComponent(route)}/${encodeURIComponent(chart)}`;
