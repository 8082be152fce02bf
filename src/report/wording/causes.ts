import type { LoweringReason } from '../../model/report.ts';
import type { GateStatusChange, LevelChangeCause } from '../../model/report-outcome.ts';
import { toWords } from './to-words.ts';

/** What began, and what ended. */
const LOWERING_CHANGES = {
  stale: ['is too old', 'is no longer too old'],
  undated: ['has no date', 'has a date'],
  'after-as-of': ['is dated after the description', 'is no longer dated after the description'],
  'own-host': ["is on the project's own host", "is no longer on the project's own host"],
  'not-public': ['cannot be opened by anyone else', 'can be opened by anyone'],
  'host-unknown': ["cannot be told apart from the project's own", "can be told apart from the project's own"],
  'owner-hidden': ['has an address that hides its owner', 'has an address that names its owner'],
  'kind-unlikely': ['has an address that contradicts its kind', 'has an address that fits its kind'],
  'own-word': ["is the project's own word", "is no longer the project's own word"],
  'kind-off-criterion': ['has a kind that the criterion does not accept', 'has a kind that the criterion accepts'],
  gone: ['is gone', 'is there again'],
  'quote-missing': ['does not have the quoted words', 'has the quoted words'],
} as const satisfies Record<LoweringReason, readonly [string, string]>;

/** Why an answer carries another level, in plain text. */
export function describeCause(cause: LevelChangeCause): string {
  switch (cause.kind) {
    case 'source-cited':
      return `source ${cause.source} is now cited`;
    case 'source-dropped':
      return `source ${cause.source} is no longer cited`;
    case 'source-lowered':
      return `source ${cause.source} ${LOWERING_CHANGES[cause.lowering][cause.began ? 0 : 1]}`;
    case 'source-graded':
      return `source ${cause.source}: ${cause.from} to ${cause.to}`;
    case 'item':
      // Each is a sentence or more, which a bare `to` between would run into one.
      return `${cause.title}, before: ${cause.from ?? 'not listed'}; now: ${cause.to ?? 'not listed'}`;
    case 'alternative':
      return `${cause.name}: ${cause.from} to ${cause.to} ${cause.unit}`;
    case 'register':
      return 'the register rests on an older document';
  }
}

/** `Break-even: passed to failed`. */
export function describeGateChange({ title, from, to }: GateStatusChange): string {
  return `${title}: ${toWords(from)} to ${toWords(to)}`;
}
