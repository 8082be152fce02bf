import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../../../src/check/rules/registry.ts';
import { listCommand } from '../../../src/cli/commands/list.ts';
import { decideExitCode, EXIT } from '../../../src/cli/line/exit.ts';
import { UsageError } from '../../../src/cli/usage-error.ts';
import { ENTRY_KINDS } from '../../../src/rubric-pages/registry.ts';
import { HOSTILE_TEXTS, RAW_CONTROL, RUNNER_COMMAND } from '../../report/hostile-report.ts';
import { hostileRubric } from '../../rubric-pages/hostile-rubric.ts';
import { RecordingHost } from '../../support/recording-host.ts';
import { shippedRubric } from '../../support/rubric.ts';

const shipped = shippedRubric();

async function run(args: readonly string[], options: Readonly<Record<string, unknown>> = {}, rubric = shipped) {
  const host = new RecordingHost(rubric);
  const code = decideExitCode(await listCommand.run(args, options, host));
  return { code, ...host.written };
}

const FIELDS = ENTRY_KINDS.find(({ id }) => id === 'field')?.entries(shipped) ?? [];

const PROBLEMS = ENTRY_KINDS.find(({ id }) => id === 'problem')?.entries(shipped) ?? [];

const COUNTS = {
  words: shipped.glossary.length,
  criteria: shipped.criteria.length,
  dimensions: shipped.dimensions.length,
  'rating-rules': shipped.rating_rules.length,
  tracks: shipped.tracks.length,
  models: shipped.tracks.flatMap((track) => track.models).length,
  gates: shipped.gates.length,
  grades: shipped.evidence.grades.length,
  'source-kinds': shipped.evidence.kinds.length,
  bands: shipped.bands.length,
  regulations: shipped.regulations.length,
  duties: shipped.regulations.flatMap((regulation) => regulation.duties).length,
  alternatives: shipped.alternatives.length,
  workloads: shipped.workloads.length,
  'service-classes': shipped.service_classes.length,
  diagnoses: shipped.diagnoses.length,
  implications: shipped.implications.length,
  units: shipped.units.length,
  rules: RULE_IDS.length,
  problems: PROBLEMS.length,
  levels: 5 * shipped.criteria.length,
  fields: FIELDS.length,
  claims: shipped.seeds.claims.length,
};

describe('list', () => {
  it('counts every kind', async () => {
    const { kinds } = JSON.parse((await run([], { format: 'json' })).stdout);
    expect(Object.fromEntries(kinds.map((kind: { id: string; count: number }) => [kind.id, kind.count]))).toEqual(
      COUNTS,
    );
  });

  it('shows the kinds with their counts', async () => {
    const { code, stdout } = await run([]);
    expect(code).toBe(EXIT.done);
    const [title, head, , columns, ...lines] = (stdout.split('\n\n  demandfit list')[0] ?? '').split('\n');
    expect([title, head]).toEqual(['Kinds of entry', `${shipped.title}, ${shipped.id} ${shipped.version}`]);
    expect(columns).toMatch(/^ {2}Kind +Entries +Meaning$/);
    const rows = lines.filter((line) => /^ {2}[^ ]/.test(line)).map((line) => line.trim().split(/ {2,}/).slice(0, 2));
    expect(rows).toEqual(ENTRY_KINDS.map(({ plural }) => [plural, String(COUNTS[plural as keyof typeof COUNTS])]));
  });

  it.each(Object.entries(COUNTS))('lists all of %s with id and title', async (kind, count) => {
    const { entries } = JSON.parse((await run([kind], { format: 'json' })).stdout);
    expect(entries).toHaveLength(count);
    const { stdout } = await run([kind]);
    const words = stdout.replace(/\s+/g, ' ');
    for (const { id } of entries) expect(words).toContain(id);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('shows dimension, weight and kind of the criteria, parted by dimension', async () => {
    const [first] = shipped.criteria;
    const { entries, groupedBy } = JSON.parse((await run(['criteria'], { format: 'json' })).stdout);
    const own = shipped.criteria.filter(({ dimension }) => dimension === first?.dimension);
    const sum = own.reduce((total, { weight }) => total + weight, 0);
    expect(groupedBy).toBe('dimension');
    expect(entries[0].columns).toEqual({
      dimension: first?.dimension,
      weight: `${first?.weight} of ${sum}`,
      kind: first?.kind,
    });
    const lines = (await run(['criteria'])).stdout.split('\n');
    expect(lines.slice(3, 6)).toEqual([
      expect.stringMatching(/^ {2}Id +Title +Weight +Kind$/),
      `  ${first?.dimension}`,
      expect.stringMatching(new RegExp(`^  ${first?.id} .+ ${first?.weight} of ${sum} +${first?.kind}$`)),
    ]);
  });

  it('aligns figures to the right', async () => {
    const lines = (await run(['gates'])).stdout.split('\n');
    const end = (lines[3] ?? '').indexOf('Cap') + 3;
    for (const [at, { cap }] of shipped.gates.entries())
      expect(lines[at + 4]?.slice(0, end)).toMatch(new RegExp(` ${cap}$`));
  });

  it('proposes the nearest kind', async () => {
    const error: unknown = await run(['criterion']).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toContain('Known: words, criteria, dimensions');
    const near: unknown = await run(['gate']).catch((thrown: unknown) => thrown);
    expect((near as UsageError).message).toContain('Did you mean gates?');
  });

  it('tells the problems of a rubric set on stderr', async () => {
    const { code, stdout } = await run(['gates'], { rubric: 'broken' });
    expect([code, stdout]).toEqual([EXIT.usage, '']);
  });

  it.each(HOSTILE_TEXTS)('acts on nothing: %j', async (text) => {
    const hostile = hostileRubric(text);
    for (const kind of ['gates', 'units', 'claims']) {
      for (const format of ['text', 'json']) {
        const { stdout } = await run([kind], { format }, hostile);
        expect(stdout).not.toMatch(RAW_CONTROL);
        expect(stdout).not.toMatch(RUNNER_COMMAND);
      }
    }
  });
});
