import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addEntries, type DescriptionEntry } from '../../src/init/add-entries.ts';
import { renderTemplate } from '../../src/init/begin-description.ts';
import { describeText, rubric } from '../input/description/read.ts';
import { arbitraryDescription } from '../support/arbitrary.ts';

const NOTHING = { name: null, summary: null, as_of: null, offer: null, website: null, track: null };
const template = renderTemplate({ head: NOTHING, entries: [] }, null, 'project.yaml', '2026-06-29', rubric);
const commentsOf = (text: string) => text.split('\n').filter((line) => line.startsWith('#'));

describe('the template', () => {
  it('is a description that answers nothing', () => {
    const { name, as_of, track, answers, sources } = describeText(template);
    expect({ name, as_of, track, answers, sources }).toEqual({
      name: 'Name of the project',
      as_of: '2026-06-29',
      track: null,
      answers: {},
      sources: [],
    });
  });

  it('shows every question and every option of the rubric', () => {
    const said = template.replace(/\n#[ #]*/g, ' ').replace(/ +/g, ' ');
    for (const { id, question, levels } of rubric.criteria) {
      expect(said).toContain(question);
      expect(template).toMatch(new RegExp(`^#   ${id}: unknown$`, 'm'));
      for (const { option } of levels) if (option !== null) expect(said).toContain(` ${option}: `);
    }
  });

  it('can have all its signs taken away at once', () => {
    const begun = template.indexOf('# technical_edge:');
    const open = template.slice(begun).replace(/^# (?= |\w+:$)/gm, '');
    const { answers } = describeText(`name: A\nsummary: S.\nas_of: 2026-06-29\n${open}`);
    expect(Object.keys(answers).sort()).toEqual(rubric.criteria.map(({ id }) => id).sort());
  });
});

describe('withEntries', () => {
  it('puts any answers and sources where they belong, and keeps the comments', () => {
    fc.assert(
      fc.property(arbitraryDescription(rubric), ({ answers, sources: given, track }) => {
        const sources = given.map((source, index) => ({
          ...source,
          file: index % 3 === 0 ? 'deck.pdf' : null,
          not_before: index % 2 === 0 ? null : '2026-01',
          archive: null,
        }));
        const entries: DescriptionEntry[] = [
          { path: ['track'], value: track },
          ...sources.map(({ id, ...source }): DescriptionEntry => ({ path: ['sources', id], value: source })),
          ...rubric.criteria.flatMap(({ id, dimension }): DescriptionEntry[] => {
            const answer = answers[id];
            if (answer === undefined) return [];
            return [{ path: [dimension, id], value: answer.status === 'answered' ? answer.value : 'unknown' }];
          }),
        ];
        const text = addEntries(template, entries);
        const made = describeText(text);
        expect(made.answers).toEqual(answers);
        expect(made.sources).toEqual(sources);
        const answered = new Set(Object.keys(answers));
        const waiting = commentsOf(text).flatMap((line) => /^# {3}(\w+): unknown$/.exec(line)?.[1] ?? []);
        expect(waiting).toEqual(rubric.criteria.map(({ id }) => id).filter((id) => !answered.has(id)));
      }),
      { numRuns: 20, seed: 1 },
    );
  });

  it.each([
    ['a block', 'technical_edge:\n    # Mine.\n    proof: own-claim # Why.\n'],
    ['braces', '# Mine.\ntechnical_edge: { proof: own-claim } # Why.\n'],
    ['nothing', '# Mine. Why.\n'],
    ['a block that ends the file without a line end', '# Mine. Why.\ntechnical_edge:\n  proof: own-claim'],
  ])('goes on with a file written by hand: %s', (_, rest) => {
    const before = `name: A\nsummary: S.\nas_of: 2026-06-29\n${rest}`;
    const after = addEntries(before, [
      { path: ['technical_edge', 'availability'], value: 'on-sale' },
      { path: ['sources', 'a'], value: { title: 'T: "x" #', url: 'https://a.org', kind: 'docs' } },
    ]);
    expect(describeText(after).answers['availability']?.status).toBe('answered');
    expect(parse(after)).toMatchObject({ ...parse(before), technical_edge: { availability: 'on-sale' } });
    for (const word of ['Mine.', 'Why.']) expect(after).toContain(word);
  });

  it('takes hostile texts for what they are', () => {
    const name = 'A: b # c\u202e\n- [x] {y} "z"\u0007';
    const text = renderTemplate(
      { head: { ...NOTHING, name, summary: `${'long '.repeat(40)}: # x` }, entries: [] },
      null,
      'f',
      '2026-06-29',
      rubric,
    );
    expect(describeText(text)).toMatchObject({ name, summary: `${'long '.repeat(40)}: # x`.trim() });
  });
});
