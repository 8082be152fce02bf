import { create } from 'xmlbuilder2';
import type { CheckJson, CheckResult } from '../../model/check.ts';
import { describeOutcome, describeStaleEntry } from '../wording/check-outcome.ts';
import { escapeForTerminal } from '../writers/escape-for-terminal.ts';
import { groupCasesByFile, type JunitCase } from './junit-cases.ts';

/** What XML 1.0 has no way to write, not even as an entity (https://www.w3.org/TR/xml/#charsets). */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * xmlbuilder2 resolves entities in what it is given, and leaves alone whatever looks like one when it writes. An ampersand
 * that is escaped twice comes out as one that is escaped once, whatever stands behind it.
 */
const AMPERSAND = '&amp;amp;';

/** Text that neither an XML reader nor the log of a CI run stumbles over. */
function escapeXml(text: string): string {
  return escapeForTerminal(text).replace(FORBIDDEN, '').replaceAll('&', AMPERSAND);
}

/** Such text in one line, as an attribute has it. */
function escapeXmlLine(text: string): string {
  return escapeXml(text.replace(/\s+/g, ' '));
}

/** The part of a testcase that says how it came out; the schema of Jenkins wants text alone in `skipped`. */
function buildOutcomeElement({ outcome, type, message, body }: JunitCase): object {
  switch (outcome) {
    case 'passed':
      return body === '' ? {} : { 'system-out': escapeXml(body) };
    case 'skipped':
      return { skipped: escapeXml(body) };
    default:
      return { [outcome]: { '@type': escapeXmlLine(type), '@message': escapeXmlLine(message), '#': escapeXml(body) } };
  }
}

function countCases(cases: readonly JunitCase[], outcome: JunitCase['outcome']): number {
  return cases.filter((one) => one.outcome === outcome).length;
}

function buildSuite(name: string, cases: readonly JunitCase[]): object {
  return {
    '@name': escapeXmlLine(name),
    '@tests': cases.length,
    '@failures': countCases(cases, 'failure'),
    '@errors': countCases(cases, 'error'),
    '@skipped': countCases(cases, 'skipped'),
    testcase: cases.map((one) => ({
      '@classname': escapeXmlLine(name),
      '@name': escapeXmlLine(one.name),
      ...buildOutcomeElement(one),
    })),
  };
}

/** The run as a whole, which fails where there are more warnings than may be: no single rule of a file does then. */
function buildRunCase(check: CheckResult): JunitCase {
  const most = check.failures.find(({ kind }) => kind === 'warnings');
  const stale = check.stale.map((entry) => `The baseline excuses what is gone: ${describeStaleEntry(entry)}`);
  const body = [describeOutcome(check), ...stale].join('\n');
  const outcome = most === undefined ? 'passed' : 'failure';
  return { name: 'warnings', outcome, type: 'warnings', message: describeOutcome(check), body };
}

/**
 * A JUnit report as Jenkins and GitLab read it: a suite a file with a test for each rule that could apply, and one for the
 * run as a whole. A rule that only warns passes and says so, as it does not fail the check.
 */
export function renderCheckJunit(file: CheckJson): string {
  const suites = [['demandfit check', [buildRunCase(file.check)]] as const, ...groupCasesByFile(file)];
  const cases = suites.flatMap(([, own]) => own);
  const document = create(
    { version: '1.0', encoding: 'UTF-8' },
    {
      testsuites: {
        '@name': 'demandfit check',
        '@tests': cases.length,
        '@failures': countCases(cases, 'failure'),
        '@errors': countCases(cases, 'error'),
        testsuite: suites.map(([name, own]) => buildSuite(name, own)),
      },
    },
  );
  return `${document.end({ prettyPrint: true })}\n`;
}
