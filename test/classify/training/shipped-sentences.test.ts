import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { computeShare, crossValidate, isCorrect } from '../../../src/classify/training/evaluation.ts';
import { openRubricFolder } from '../../../src/cli/node-host.ts';
import { readTrainingData } from '../../../src/input/rubric/load-rubric.ts';
import { exampleNames } from '../../support/describe.ts';
import { ROOT, shippedRubric } from '../../support/rubric.ts';

const rubric = shippedRubric();
const { settings, examples } = readTrainingData(openRubricFolder(path.join(ROOT, 'rubrics')));

/** The names of the projects that are described or were looked into, in lower case with blanks around. */
function projectNames(): readonly string[] {
  const folder = path.join(ROOT, 'examples');
  const names = exampleNames().flatMap((file) => {
    const name = /^name: (.*)$/m.exec(fs.readFileSync(path.join(folder, file), 'utf8'))?.[1];
    return name === undefined ? [] : [name.replace(/ \(.*\)$/, '')];
  });
  // `Grass`, `Ritual` and `Render Network` are words of everybody as well; the second word makes them names.
  const others = [
    'Akash',
    'Autonolas',
    'Bittensor',
    'ElizaOS',
    'Giza',
    'io.net',
    'Modulus Labs',
    'Ocean Market',
    'Render Network',
    'Virtuals',
  ];
  return [...names.filter((name) => name !== 'Grass'), ...others].map(spaced);
}

/** The words as they are written, since `Virtuals` is a name and `virtual` is none. */
function spaced(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

describe('the sentences that the classifier learns from', () => {
  it('are enough for most of them to be told from the others', () => {
    // 88% when this was written; a rubric whose sentences or concepts got worse falls below.
    expect(computeShare(crossValidate(examples, rubric.tracks, settings, 5), isCorrect)).toBeGreaterThan(0.86);
  });

  it('name no project that is described', () => {
    const names = projectNames();
    const texts = [...examples.map(({ text }) => text), ...Object.values(settings.concepts).flat()].map(spaced);
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => texts.some((text) => text.includes(name)))).toEqual([]);
  });

  it('are many for each label', () => {
    for (const { id } of [...rubric.tracks, { id: 'outside' }]) {
      expect(examples.filter(({ label }) => label === id).length).toBeGreaterThan(400);
    }
  });

  it('come to a classifier that is quick to read', () => {
    const { claims, ...loaded } = rubric.classifier;
    expect(JSON.stringify(loaded).length).toBeLessThan(400_000);
    // Read only where a memo is judged.
    expect(JSON.stringify(claims).length).toBeLessThan(110_000);
    expect(JSON.stringify(rubric.classifier.sentences).length).toBeLessThan(150_000);
  });
});
