import type { Check } from '../../context.ts';

const HARD = { fileBytes: 10_485_760, applicationBytes: 125_829_120 };

/** Quotas above what the server takes: they would promise what does not hold. */
export const quotaOverLimit: Check = {
  code: 'quota-over-limit',
  run: ({ definition: { edition } }) =>
    (['fileBytes', 'applicationBytes'] as const).flatMap((key) =>
      edition.quotas[key] > HARD[key]
        ? [{ at: `/edition/quotas/${key}`, message: `The server takes at most ${HARD[key]} bytes` }]
        : [],
    ),
};
