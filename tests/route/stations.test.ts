import { describe, expect, it } from 'vitest';
import { stations } from '#core/route/index.ts';
import { GARDENS, machines, VERDICT } from './garden-plots.ts';
import { office, SIGNED, way } from './health-units.ts';
import { GARDEN, HEALTH, openRoutes, Walker } from './programmes.ts';

const edition = await openRoutes(HEALTH);

function lineOf(name: string, events: string[], extra = [office]): string[] {
  const { organisations, unit, data } = way(name);
  const walker = new Walker(edition, [...organisations, ...extra], unit, {
    ...data,
    subtree: { undecided: 0, passed: 1 },
  });
  for (const event of events) {
    const [type = '', by = ''] = event.split(':');
    walker.fire(type, by, SIGNED);
  }
  const line = stations(walker.route, walker.state, walker.desks(), walker.facts());
  return line.map(lineFor);
}

const lineFor = ({ status, title, organisations }: ReturnType<typeof stations>[number]): string =>
  `${status} ${title} ${organisations.join('+') || '-'}`;

describe('the applicant’s line', () => {
  it('shows a draft everything that lies ahead', () => {
    expect(lineOf('R1', [])).toEqual([
      'current 填报中 -',
      'ahead 待申报单位审核 clinic',
      'ahead 待一级单位审核 commission',
      'ahead 待区县职改办审核 office',
      'ahead 审核通过，待提交市卫健委 -',
      'ahead 已提交市卫健委 city',
    ]);
  });
  it('tells done from ahead on the way', () => {
    expect(lineOf('R6', ['SUBMIT:applicant', 'PASS:own', 'PASS:level2'], [])).toEqual([
      'done 填报中 -',
      'done 待申报单位审核 schoolClinic',
      'done 待区县主管部门（人才服务机构）审核 bureau',
      'current 待一级单位审核 commission',
      'ahead 审核通过，待提交市卫健委 -',
      'ahead 已提交市卫健委 city',
    ]);
  });
  it('starts again after a return', () => {
    expect(lineOf('R3', ['SUBMIT:applicant', 'RETURN:level1'])).toEqual([
      'current 审核退回 -',
      'ahead 待一级单位审核 hospital',
      'ahead 审核通过，待提交市卫健委 -',
      'ahead 已提交市卫健委 city',
    ]);
  });
  it('ends at a rejection, with the desks that had passed before it', () => {
    expect(lineOf('R1', ['SUBMIT:applicant', 'PASS:own', 'REJECT:level1'])).toEqual([
      'done 待申报单位审核 clinic',
      'current 审核未通过 -',
    ]);
  });

  it('shows desks side by side as one station, whoever passes first', async () => {
    const garden = await openRoutes(GARDEN);
    const lineAfter = (...passed: string[]): string[] => {
      const walker = new Walker(garden, GARDENS, 'north', machines('no'));
      walker.fire('SUBMIT', 'applicant');
      walker.fire('PASS', 'association', VERDICT);
      for (const desk of passed) walker.fire('PASS', desk, VERDICT);
      return stations(walker.route, walker.state, walker.desks(), walker.facts()).map(lineFor);
    };
    const before = lineAfter();
    expect(before.filter((line) => line.includes('At the treasury'))).toEqual([
      'current At the parks office / At the treasury city+treasury',
    ]);
    expect(lineAfter('garden').map(statusOf)).toEqual(before.map(statusOf));
    expect(lineAfter('money').map(statusOf)).toEqual(before.map(statusOf));
  });
});

const statusOf = (line: string): string => line.split(' ')[0] ?? '';
