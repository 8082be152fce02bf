import { asRatedReport, type Rule, type RuleContext, type RuleMatch } from './rule.ts';

function findGates({ report }: RuleContext, status: 'failed' | 'open'): readonly RuleMatch[] {
  const gates = asRatedReport(report)?.gates ?? [];
  return gates
    .filter((gate) => gate.status === status)
    .map(({ id, title, cap }) => ({ subject: title, detail: { gate: id, cap } }));
}

export const gateFailed = {
  id: 'gate/failed',
  severity: 'warn',
  scope: 'run',
  needs: 'fit',
  title: 'A gate is failed',
  what: ({ subject, points }) => `The gate fails: ${subject}. The index is at most ${points('cap')}.`,
  why: 'Nothing that is still open would let it pass, and no other strength makes up for it.',
  fix: 'Nothing in the text mends this; the facts have to change.',
  find: (context) => findGates(context, 'failed'),
} as const satisfies Rule;

export const gateOpen = {
  id: 'gate/open',
  severity: 'off',
  scope: 'run',
  needs: 'fit',
  title: 'A gate is open',
  what: ({ subject, points }) =>
    `The gate is open: ${subject}. Until it is shown to pass, the supported index is at most ${points('cap')}.`,
  why: 'What is not shown does not pass.',
  fix: 'Find out what the gate asks for; `demandfit explain` with its id says what that is.',
  find: (context) => findGates(context, 'open'),
} as const satisfies Rule;
