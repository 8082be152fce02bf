import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../src/reading/read-documents.ts';
import { toDocumentText } from '../support/document-text.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();
const read = (...texts: string[]) =>
  readDocuments(
    texts.map((text, at) => toDocumentText(text, `memo-${at + 1}.md`)),
    rubric,
  );

describe('readDocuments', () => {
  it('quotes name and offer with their places', () => {
    const { name, offer, classification } = read(
      '# Heron Drive\n\n- **Team Name:** Heron Labs\n\n## Overview\n\nFiles get lost. Heron Drive keeps files of AI teams on disks of many operators, with proofs on a chain.\n',
    );
    expect(name?.text).toBe('Heron Drive');
    expect(offer?.text).toBe('Heron Drive keeps files of AI teams on disks of many operators, with proofs on a chain.');
    expect(offer?.place).toEqual({ file: 'memo-1.md', line: 7, sheet: null, section: 'Overview' });
    expect(classification.track).toBe('storage');
  });
});
