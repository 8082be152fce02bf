import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, it } from 'vitest';
import { SCHEMAS } from '../../../src/cli/schemas.ts';
import { ROOT } from '../../support/rubric.ts';
import { run } from '../../support/run.ts';

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-schema-'));
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));

describe('demandfit schema', () => {
  it.each(SCHEMAS.map(({ id }) => id))('prints %s as it is shipped', (id) => {
    const { code, stdout, stderr } = run(['schema', id]);
    expect([code, stderr]).toEqual([0, '']);
    const shipped = fs.readFileSync(path.join(ROOT, `rubrics/generated/${id}.schema.json`), 'utf8');
    expect(JSON.parse(stdout)).toEqual(JSON.parse(shipped));
    expect(JSON.parse(stdout)).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' });
  });

  it('prints the project schema where none is named', () => {
    expect(run(['schema']).stdout).toBe(run(['schema', 'project']).stdout);
  });

  it('has an example of every answer that fits the schema', () => {
    const schema = JSON.parse(run(['schema']).stdout) as {
      properties: Record<
        string,
        { properties?: Record<string, { examples?: unknown[]; defaultSnippets?: { body: unknown }[] }> }
      >;
    };
    const ajv = new Ajv({ strictTypes: false, formats: { uri: true } });
    ajv.addVocabulary(['enumDescriptions', 'markdownEnumDescriptions', 'defaultSnippets']);
    const head = { name: 'A', summary: 'S', as_of: '2026-09-30' };
    const fits = ajv.compile(schema);
    const answers = Object.entries(schema.properties).flatMap(([dimension, { properties }]) =>
      Object.entries(properties ?? {}).flatMap(([id, { examples = [], defaultSnippets = [] }]) =>
        [...examples, ...defaultSnippets.map(({ body }) => body)].map((example) => ({
          ...head,
          [dimension]: { [id]: example },
        })),
      ),
    );
    expect(answers.length).toBeGreaterThan(40);
    for (const answer of answers) expect(fits(answer), JSON.stringify(answer)).toBe(true);
  });

  it("follows a rubric of one's own", () => {
    const set = path.join(scratch, 'set');
    fs.cpSync(path.join(ROOT, 'rubrics'), path.join(set, 'rubrics'), { recursive: true });
    fs.cpSync(path.join(ROOT, 'seeds'), path.join(set, 'seeds'), { recursive: true });
    const file = path.join(set, 'rubrics/dimensions/technical_edge.yaml');
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('own-claim', 'their-word'));
    const out = path.join(scratch, 'mine.json');
    const { code, stderr } = run(['schema', '--rubric', path.join(set, 'rubrics'), '--output', out]);
    expect([code, stderr]).toEqual([0, `Wrote ${out} (json).\n`]);
    expect(fs.readFileSync(out, 'utf8')).toContain('"their-word"');
  });

  it('refuses what there is no schema of', () => {
    const { code, stdout, stderr } = run(['schema', 'projct']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Did you mean project?');
  });
});
