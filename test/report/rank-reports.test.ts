import { expect, it } from 'vitest';
import { rankReports } from '../../src/report/rank-reports.ts';
import { outsideReport, sampleReport } from './sample-report.ts';

function report(name: string, supported: number, claimed: number, possible: number) {
  const shares = { shown: 0, claimedOnly: 0, open: 0, ruledOut: 100 };
  const fit = { supported, claimed, possible, uncapped: 0, uncappedClaimed: 0, uncappedPossible: 0, shares };
  return sampleReport({ fit, project: { ...sampleReport().project, name } });
}

it('ranks by supported, claimed, possible and name, and those outside last', () => {
  const reports = [
    outsideReport(),
    report('e', 10, 10, 90),
    report('d', 20, 20, 20),
    report('c', 20, 20, 30),
    report('b', 20, 25, 25),
    report('Z', 20, 20, 20),
    report('a', 44.5, 50, 50),
  ];
  const names = rankReports(reports).map(({ project }) => project.name);
  expect(names).toEqual(['a', 'b', 'c', 'Z', 'd', 'e', 'Tulip Bakery']);
  expect(reports[0]?.project.name).toBe('Tulip Bakery');
});
