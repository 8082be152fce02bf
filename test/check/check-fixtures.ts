import { createHash } from 'node:crypto';
import { assess } from '../../src/assess.ts';
import { type CheckContext, checkDescription } from '../../src/check/check-description.ts';
import { resolveSettings } from '../../src/check/config/resolve-settings.ts';
import { checkMemo } from '../../src/check/memo/check-memo.ts';
import type { AcceptedFall } from '../../src/check/rules/rule.ts';
import { readDescription } from '../../src/input/description/read-description.ts';
import { validateDescription } from '../../src/input/description/validate-description.ts';
import type { BaselineEntry, CheckedFile, CheckSettings } from '../../src/model/check.ts';
import type { Lock } from '../../src/model/lock.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();

const settingsOfAny = resolveSettings(null, {})('any.yaml');

/** The usual ones, without the note that there are no quotes. */
export const usual: CheckSettings = { ...settingsOfAny, rules: { ...settingsOfAny.rules, 'quote/missing': 'off' } };

const CONTEXT: CheckContext = {
  rubric,
  today: null,
  readsComments: true,
  digest: (text) => createHash('sha256').update(text).digest('hex'),
  memoFindings: checkMemo,
};

/** A description's text, checked. @throws Error with its problems where it is none. */
export function checked(
  text: string,
  more: {
    readonly file?: string;
    readonly settings?: CheckSettings;
    readonly baseline?: BaselineEntry;
    readonly context?: Partial<CheckContext>;
    readonly lock?: Lock;
    /** The text in the base. */
    readonly before?: string;
    readonly fall?: AcceptedFall;
    readonly lockBefore?: Lock;
  } = {},
): CheckedFile {
  const { file = 'test.yaml', settings = usual, baseline = null, context = {}, lock, before, fall, lockBefore } = more;
  const { read, description } = readText(text, file, lock);
  const report = assess(description, rubric);
  const old = before === undefined ? null : readText(before, file).description;
  const input = {
    description,
    report,
    text: read.text,
    body: read.body,
    file,
    before: old && { description: old, report: assess(old, rubric) },
    fall: fall ?? null,
    lockBefore: lockBefore ?? null,
  };
  return checkDescription(input, settings, baseline, { ...CONTEXT, ...context });
}

function readText(text: string, file: string, lock?: Lock) {
  const read = readDescription({ name: file, content: text });
  const described = read.ok ? validateDescription(read.value, rubric, file) : read;
  if (!read.ok || !described.ok)
    throw new Error(described.ok ? '' : described.problems.map(({ at, what }) => `${at?.line}: ${what}`).join('\n'));
  const description = lock === undefined ? described.value : { ...described.value, lock };
  return { read: read.value, description };
}

/** Each finding as `line rule subject`. */
export function told({ findings }: CheckedFile): readonly string[] {
  return findings.map(({ id, subject, at }) => `${at?.line} ${id} ${subject}`);
}
