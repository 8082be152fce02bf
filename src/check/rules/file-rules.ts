import type { FileRule } from './rule.ts';

/** What became of a description that was not checked, after "it"; `to` is where it is now. */
const WHEREABOUTS = {
  excluded: () => 'is left out by `exclude` in the config',
  link: () => 'is now a link that is not followed, or is behind one',
  'not-a-file': () => 'is no longer a file',
  unanswered: () => 'no longer has answers at its top',
  'moved-excluded': (to) => `is now ${to}, which \`exclude\` in the config leaves out`,
  'moved-hidden': (to) => `is now ${to}, which is hidden`,
  'moved-config': (to) => `is now ${to}, which is the name of a config`,
  'moved-extension': (to) => `is now ${to}, whose extension is not that of a description`,
  'moved-outside': (to) => `is now ${to}, which is outside the paths that are checked`,
  'moved-unanswered': (to) => `is now ${to}, which has no answers at its top`,
  'other-project': (to) => `is gone, and its text is now in ${to} under another project name`,
  gone: () => 'is gone, and no other file describes its project',
} as const satisfies Record<string, (to: string) => string>;

export type Whereabouts = keyof typeof WHEREABOUTS;

/** What became of it, in words. */
function describeWhereabouts(id: string, to: string): string {
  return Object.hasOwn(WHEREABOUTS, id) ? WHEREABOUTS[id as Whereabouts](to) : WHEREABOUTS.gone();
}

/** Rules on files that are not checked descriptions. */
export const FILE_RULES: readonly FileRule[] = [
  {
    id: 'baseline/unchecked',
    severity: 'error',
    scope: 'files',
    title: 'A known description was not checked',
    what: ({ subject, text }) =>
      `Known from ${text('known')}, but not checked: ${subject} ${describeWhereabouts(text('became'), text('to'))}.`,
    why: 'A description that is no longer checked could say anything.',
    fix: 'Restore it, or move it to where it is checked. If it is deleted for good, list it under `removed` in the config with the reason; without --base, removing it from the baseline with --update-baseline will also do.',
  },
  {
    id: 'config/no-effect',
    severity: 'note',
    scope: 'files',
    title: 'A pattern in the config matches nothing',
    what: ({ subject }) => `The pattern ${subject} matches no file.`,
    why: 'What it was meant to leave out or to set does not happen.',
    fix: 'Correct or remove it. Patterns are relative to the config; `**/name` matches at any depth.',
  },
  {
    id: 'config/not-used',
    severity: 'warn',
    scope: 'files',
    title: 'A config is not used',
    what: ({ text }) =>
      text('base') === 'not stated'
        ? `This config is nearer to the descriptions than the one in use (${text('used')}), and is ignored.`
        : `This config does not exist at ${text('base')}, so the default settings are used.`,
    why: 'Its minimums and rules do not apply to this check.',
    fix: 'Run the check from the directory of the config, or name it with --config. With --base, it counts once it is merged.',
  },
  {
    id: 'memo/no-answers',
    severity: 'off',
    scope: 'files',
    title: 'A Markdown file has no answers',
    what: () => 'This document has no answers, so nothing in it was checked.',
    why: 'Only a description, or a memo with answers at its top, can be checked.',
    fix: 'Answer its questions with `demandfit init FILE`, or exclude it.',
  },
];
