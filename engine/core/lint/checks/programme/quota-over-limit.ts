import type { Check } from '../../context.ts';

const HARD = { fileBytes: 10_485_760, applicationBytes: 125_829_120 };

/** Quotas above the limits of the server: they could not be kept. */
export const quotaOverLimit: Check = {
  code: 'quota-over-limit',
  run: ({ definition: { edition } }) =>
    (['fileBytes', 'applicationBytes'] as const).flatMap((key) =>
      edition.quotas[key] > HARD[key] ? [{ at: `/edition/quotas/${key}`, params: { most: HARD[key] } }] : [],
    ),
};
