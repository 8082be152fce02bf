import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDescriptionJsonSchema } from '../../src/rubric-pages/description-schema.ts';
import { type Diagnostic, LanguageServer } from '../support/language-server.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-editor-'));
const server = new LanguageServer();
const uri = pathToFileURL(path.join(scratch, 'project.yaml')).href;

/** A description that is being written, with a slip in the name of a key. */
const TEXT = `# yaml-language-server: $schema=project.schema.json
name: Example
summary: A network.
as_of: 2026-09-30
website: example.org
technical_edge:
  proof: own-claim
  availability: 
sorces: {}
`;
const lines = TEXT.split('\n');
const lineOf = (part: string) => lines.findIndex((line) => line.includes(part));
const availability = rubric.criteria.find(({ id }) => id === 'availability');
const proof = rubric.criteria.find(({ id }) => id === 'proof');

let underlined: readonly Diagnostic[] = [];
beforeAll(async () => {
  fs.writeFileSync(path.join(scratch, 'project.schema.json'), JSON.stringify(buildDescriptionJsonSchema(rubric)));
  await server.start();
  underlined = await server.open(uri, TEXT);
});
afterAll(() => {
  server.stop();
  fs.rmSync(scratch, { recursive: true, force: true });
});

describe('the schema in an editor', () => {
  it('has a wrong key underlined, and what is missing', () => {
    const wrong = underlined.find(({ message }) => message.includes('sorces'));
    expect(wrong?.range).toEqual({
      start: { line: lineOf('sorces'), character: 0 },
      end: { line: lineOf('sorces'), character: 'sorces'.length },
    });
  });

  it('lists the levels of a choice, each with its text and its examples', async () => {
    const line = lineOf('availability');
    const items = await server.complete(uri, line, lines[line]?.length ?? 0);
    const labels = items.map(({ label }) => label);
    const options = availability?.levels.map(({ option }) => option) ?? [];
    expect(options.length).toBe(5);
    expect(labels).toEqual(expect.arrayContaining([...options, 'unknown']));
    for (const level of availability?.levels ?? []) {
      const { documentation } = items.find(({ label }) => label === level.option) ?? {};
      const text = typeof documentation === 'string' ? documentation : (documentation?.value ?? '');
      expect(text).toContain('*Reaches it:*');
      expect(text.slice(0, 10)).toBe(level.means.slice(0, 10));
    }
  });

  it('has an address without its scheme underlined', () => {
    expect(underlined.map(({ range }) => range.start.line)).toContain(lineOf('website'));
  });

  it('calls a whole answer by what it is', async () => {
    const line = lineOf('availability');
    const labels = (await server.complete(uri, line, lines[line]?.length ?? 0)).map(({ label }) => label);
    expect(labels).toContain('answer with sources');
    expect(labels.filter((label) => label.includes('[object'))).toEqual([]);
  });

  it('completes the keys of a dimension', async () => {
    const items = await server.complete(uri, lineOf('availability'), 2);
    const missing = rubric.criteria.filter(({ dimension, id }) => dimension === 'technical_edge' && id !== 'proof');
    expect(items.map(({ label }) => label)).toEqual(
      expect.arrayContaining(missing.map(({ id }) => id).filter((id) => id !== 'availability')),
    );
  });

  it('shows the question of a criterion where the mouse rests', async () => {
    const text = await server.hover(uri, lineOf('proof'), 4);
    expect(text).toContain(proof?.title);
    expect(text.replace(/\\|&#8203;|\s+/g, ' ')).toContain(proof?.question.replace(/\s+/g, ' ').slice(0, 40));
  });

  it('tells what a chosen level means', async () => {
    const text = await server.hover(uri, lineOf('proof'), 'proof: own'.length);
    expect(text).toContain('own-benchmark');
    expect(text).toContain('Falls short');
  });
});
