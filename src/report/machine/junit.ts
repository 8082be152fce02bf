import type { CheckJson, CheckResult } from '../../model/check.ts';
import type { RenderContext } from '../format.ts';
import { describeOutcome, describeStaleEntry } from '../wording/check-outcome.ts';
import { escapeForTerminal } from '../writers/escape-for-terminal.ts';
import { groupCasesByFile, type JunitCase } from './junit-cases.ts';

/** What XML 1.0 has no way to write, not even as an entity (https://www.w3.org/TR/xml/#charsets). */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text that neither an XML reader nor the log of a CI run stumbles over. */
function escapeXml(text: string): string {
  const clean = escapeForTerminal(text).replace(FORBIDDEN, '');
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Such text in one line, between the quotes of an attribute. */
function escapeAttribute(value: string | number): string {
  return escapeXml(String(value).replace(/\s+/g, ' ')).replaceAll('"', '&quot;');
}

/** An element in lines. A content that is a string is text and stays in one piece, as each blank of it counts; `name` is not escaped. */
function renderElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content: string | readonly (readonly string[])[],
): readonly string[] {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeAttribute(value)}"`)];
  if (content.length === 0) return [`<${start.join(' ')}/>`];
  if (typeof content === 'string') return [`<${start.join(' ')}>${escapeXml(content)}</${name}>`];
  return [`<${start.join(' ')}>`, ...content.flat().map((line) => `  ${line}`), `</${name}>`];
}

/** The part of a testcase that says how it came out; the schema of Jenkins wants text alone in `skipped`. */
function renderOutcome({ outcome, type, message, body }: JunitCase): readonly (readonly string[])[] {
  switch (outcome) {
    case 'passed':
      return body === '' ? [] : [renderElement('system-out', {}, body)];
    case 'skipped':
      return [renderElement('skipped', {}, body)];
    default:
      return [renderElement(outcome, { type, message }, body)];
  }
}

function countCases(cases: readonly JunitCase[], outcome: JunitCase['outcome']): number {
  return cases.filter((one) => one.outcome === outcome).length;
}

function renderSuite(name: string, cases: readonly JunitCase[]): readonly string[] {
  const attributes = {
    name,
    tests: cases.length,
    failures: countCases(cases, 'failure'),
    errors: countCases(cases, 'error'),
    skipped: countCases(cases, 'skipped'),
  };
  return renderElement(
    'testsuite',
    attributes,
    cases.map((one) => renderElement('testcase', { classname: name, name: one.name }, renderOutcome(one))),
  );
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
export function renderCheckJunit(file: CheckJson, { digest }: RenderContext): string {
  const suites = [['demandfit check', [buildRunCase(file.check)]] as const, ...groupCasesByFile(file, digest)];
  const cases = suites.flatMap(([, own]) => own);
  const attributes = {
    name: 'demandfit check',
    tests: cases.length,
    failures: countCases(cases, 'failure'),
    errors: countCases(cases, 'error'),
  };
  const lines = renderElement(
    'testsuites',
    attributes,
    suites.map(([name, own]) => renderSuite(name, own)),
  );
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...lines, ''].join('\n');
}
