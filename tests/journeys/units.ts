import { inTransaction, organisations } from '#server/store/index.ts';
import type { TestServer } from './harness.ts';

const numbered = (at: number, digits: number): string => String(at).padStart(digits, '0');

/** Fills the tree below the municipal organisation with districts and, below each, units that people apply from. */
export async function fillUnits({ services }: TestServer, districts: number, units: number): Promise<void> {
  const same = { status: 'active', caseId: null, createdAt: services.clock().toISOString() } as const;
  for (let district = 0; district < districts; district += 1)
    await inTransaction(services.db, async (tx) => {
      const parentId = `district-${district}`;
      await organisations.create(tx, {
        ...same,
        id: parentId,
        kind: 'districtCommission',
        name: `测试区县${numbered(district, 2)}卫健委`,
        parentId: 'municipal',
        level: 1,
        attributes: { acceptsApplicants: false },
      });
      for (let at = 0; at < units; at += 1)
        await organisations.create(tx, {
          ...same,
          id: `unit-${district}-${at}`,
          kind: 'districtInstitution',
          name: `测试卫生院${numbered(district * units + at, 4)}号`,
          parentId,
          level: 2,
          attributes: {},
        });
    });
}
