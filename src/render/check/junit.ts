import { create } from 'xmlbuilder2';
import type { Check, CheckFile } from '../../model/check.ts';
import { safeForTerminal } from '../safe-text.ts';
import { type Case, casesByFile } from './junit-cases.ts';
import { outcomeOf, staleText } from './outcome.ts';

/** What XML 1.0 has no way to write, not even as an entity (https://www.w3.org/TR/xml/#charsets). */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * xmlbuilder2 resolves entities in what it is given, and leaves alone whatever looks like one when it writes. An ampersand
 * that is escaped twice comes out as one that is escaped once, whatever stands behind it.
 */
const AMPERSAND = '&amp;amp;';

/** Text that neither an XML reader nor the log of a CI run stumbles over. */
function safe(text: string): string {
  return safeForTerminal(text).replace(FORBIDDEN, '').replaceAll('&', AMPERSAND);
}

/** Such text in one line, as an attribute has it. */
function safeLine(text: string): string {
  return safe(text.replace(/\s+/g, ' '));
}

/** The part of a testcase that says how it came out; the schema of Jenkins wants text alone in `skipped`. */
function outcomePart({ outcome, type, message, body }: Case): object {
  switch (outcome) {
    case 'passed':
      return body === '' ? {} : { 'system-out': safe(body) };
    case 'skipped':
      return { skipped: safe(body) };
    default:
      return { [outcome]: { '@type': safeLine(type), '@message': safeLine(message), '#': safe(body) } };
  }
}

function countOf(cases: readonly Case[], outcome: Case['outcome']): number {
  return cases.filter((one) => one.outcome === outcome).length;
}

function suiteOf(name: string, cases: readonly Case[]): object {
  return {
    '@name': safeLine(name),
    '@tests': cases.length,
    '@failures': countOf(cases, 'failure'),
    '@errors': countOf(cases, 'error'),
    '@skipped': countOf(cases, 'skipped'),
    testcase: cases.map((one) => ({ '@classname': safeLine(name), '@name': safeLine(one.name), ...outcomePart(one) })),
  };
}

/** The run as a whole, which fails where there are more warnings than may be: no single rule of a file does then. */
function runCase(check: Check): Case {
  const most = check.failures.find(({ kind }) => kind === 'warnings');
  const stale = check.stale.map((entry) => `The baseline excuses what is gone: ${staleText(entry)}`);
  const body = [outcomeOf(check), ...stale].join('\n');
  const outcome = most === undefined ? 'passed' : 'failure';
  return { name: 'warnings', outcome, type: 'warnings', message: outcomeOf(check), body };
}

/**
 * A JUnit report as Jenkins and GitLab read it: a suite a file with a test for each rule that could apply, and one for the
 * run as a whole. A rule that only warns passes and says so, as it does not fail the check.
 */
export function checkInJunit(file: CheckFile): string {
  const suites = [['demandfit check', [runCase(file.check)]] as const, ...casesByFile(file)];
  const cases = suites.flatMap(([, own]) => own);
  const document = create(
    { version: '1.0', encoding: 'UTF-8' },
    {
      testsuites: {
        '@name': 'demandfit check',
        '@tests': cases.length,
        '@failures': countOf(cases, 'failure'),
        '@errors': countOf(cases, 'error'),
        testsuite: suites.map(([name, own]) => suiteOf(name, own)),
      },
    },
  );
  return `${document.end({ prettyPrint: true })}\n`;
}
