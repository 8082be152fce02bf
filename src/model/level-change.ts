import { loweringReason } from './report-criterion.ts';
import {
  type AcceptedValue,
  anyText,
  booleanValue,
  literal,
  mapping,
  named,
  namedMapping,
  nullable,
  numberWithin,
  oneOf,
  taggedUnion,
} from './schema/schema.ts';

/** What else of an answer is otherwise, and may be why it carries another level. */
export type LevelChangeCause = AcceptedValue<typeof levelChangeCause>;

export const levelChangeCause = named(
  'Cause',
  'What else of an answer is otherwise.',
  taggedUnion(
    'kind',
    /** A source that only one side cites. */
    mapping({ kind: oneOf(['source-cited', 'source-dropped']), source: anyText, date: nullable(anyText) }),
    /** Something that lowers a source on one side only: on the later one where it `began`, else on the earlier one. */
    mapping({
      kind: literal('source-lowered'),
      source: anyText,
      date: nullable(anyText),
      lowering: loweringReason,
      began: booleanValue,
    }),
    /** The grade of a source, as this answer uses it, for another reason than those. */
    mapping({ kind: literal('source-graded'), source: anyText, from: anyText, to: anyText }),
    /** An item of a list, with why it carries its level; null where it is not on the list. */
    mapping({ kind: literal('item'), title: anyText, from: nullable(anyText), to: nullable(anyText) }),
    /** The figure that a comparison is made with. */
    mapping({ kind: literal('alternative'), name: anyText, unit: anyText, from: numberWithin(), to: numberWithin() }),
    /** The register rests on a document that got too old or came to be known. */
    mapping({ kind: literal('register') }),
  ),
);

const statusOrAbsent = oneOf(['passed', 'failed', 'open', 'not-applicable', 'absent']);

export interface GateStatusChange extends AcceptedValue<typeof gateStatusChange> {}

export const gateStatusChange = namedMapping(
  'GateChange',
  'A gate whose status changes; `absent` where the rubric does not have it.',
  { gate: anyText, title: anyText, from: statusOrAbsent, to: statusOrAbsent },
);
