/** Why what lies in a folder, or is expected there, was not read as a description, with the words for one and for several. */
const SKIP_WORDS = {
  'no-answers': ['Markdown file without answers', 'Markdown files without answers'],
  'other-yaml': ['YAML file that is not a description', 'YAML files that are not descriptions'],
  excluded: ['excluded file', 'excluded files'],
  removed: ['removed file', 'removed files'],
  hidden: ['hidden file or folder', 'hidden files or folders'],
  link: ['link that is not followed', 'links that are not followed'],
  'not-a-file': ['pipe or device', 'pipes or devices'],
} as const;

export type SkipReason = keyof typeof SKIP_WORDS;

export const SKIP_REASONS = Object.keys(SKIP_WORDS) as [SkipReason, ...SkipReason[]];

/** Something in a folder that was not read as a description. */
export interface SkippedPath {
  /** As the user would name it, with `/`; ends in one where it is a folder. */
  readonly file: string;
  readonly reason: SkipReason;
}

/** `3 Markdown files without answers, 1 link that is not followed`; empty for none. */
export function describeSkipped(skipped: readonly SkippedPath[]): string {
  return SKIP_REASONS.flatMap((reason) => {
    const count = skipped.filter((one) => one.reason === reason).length;
    const [one, many] = SKIP_WORDS[reason];
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  }).join(', ');
}
