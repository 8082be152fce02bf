import { describe, expect, it } from 'vitest';
import { loadRubric } from '../../../src/input/rubric/load-rubric.ts';
import { apply, copyOfSet, FILE, filesOf, loadTexts } from './broken-set.ts';

const loaded = loadTexts(copyOfSet());
if (!loaded.ok) throw new Error('the shipped set has problems');
/** A classifier that nothing would learn shows where it was taken from. */
const marked = { ...loaded.value.classifier, temperature: 0.123 };
const known = { files: filesOf(copyOfSet()), rubric: { classifier: marked } };

/** What the classifier is once a set that is changed so is loaded beside the known one. */
function classifierAfter(file: string, from: RegExp, to: string) {
  const texts = copyOfSet();
  apply(texts, { file, from, to });
  const changed = loadRubric(filesOf(texts), undefined, known);
  if (!changed.ok) throw new Error(changed.problems.map(({ what }) => what).join('\n'));
  return changed.value.classifier;
}

describe('a set beside a known one', () => {
  it('takes the classifier that would be learnt from the same texts', () => {
    const { models: _, ...learnt } = classifierAfter(FILE.storage, /weight: \d+$/m, '$& # as it was');
    const { models: _known, ...rest } = marked;
    expect(learnt).toEqual(rest);
  });

  it('has the models of its own tracks', () => {
    const { models } = classifierAfter(FILE.storage, /term: [^,}]+/, 'term: forever and a day');
    expect(JSON.stringify(models['storage'])).toContain('forev');
    expect(models).not.toEqual(marked.models);
  });

  it.each([
    ['a text that was added', FILE.texts, /^texts:$/m, 'texts:\n  - A shed of disks that strangers keep for pay.'],
    ['a concept that was changed', 'classifier/classifier.yaml', /penalty: [\d.]+/, 'penalty: 0.01'],
  ])('learns anew from %s', (_, file, from, to) => {
    expect(classifierAfter(file, from, to).temperature).toBe(loaded.value.classifier.temperature);
  });

  it('may cite a document that only its owner can open', () => {
    const texts = copyOfSet();
    apply(texts, { file: 'alternatives.yaml', from: /^ +url: .*\n/m, to: '' });
    expect(loadRubric(filesOf(texts), undefined, known)).toMatchObject({ ok: true });
  });

  it('tells what is wrong in a text', () => {
    const texts = copyOfSet();
    apply(texts, { file: FILE.texts, from: /^texts:$/m, to: 'texts: 3\nmore:' });
    expect(loadRubric(filesOf(texts), undefined, known)).toMatchObject({ ok: false });
  });
});
