import { expect } from 'vitest';
import { readRepository, type Report, type Repository } from '../src/index.ts';

/** The real tree, read once for each file of tests. */
export const theTree: Repository = readRepository();

/** That a check found nothing wrong, having looked at something: what saw nothing has proven nothing. */
export function expectInOrder(report: Report): void {
  expect(report.faults).toEqual([]);
  expect(report.seen).toBeGreaterThan(0);
}
