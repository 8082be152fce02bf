import * as z from 'zod';
import { getDescriptionSchema } from '../input/description/description-schema.ts';
import type { Rubric } from '../model/rubric.ts';
import type { SchemaAnnotations, WordAnnotations } from '../model/schema/schema.ts';
import { toZod } from '../model/schema/to-zod.ts';
import { escapeForMarkdown } from '../report/writers/markdown/escape-for-markdown.ts';
import { buildAnswerValue } from './answer-example.ts';

type EditorSchema = Record<string, unknown> & { words?: SchemaAnnotations['words'] };

/** A word in one paragraph of Markdown: editors show several of them as a list. */
function renderWordMarkdown({ means, reaches, falls_short }: WordAnnotations): string {
  const parts = [
    escapeForMarkdown(means),
    ...(reaches === undefined ? [] : [`*Reaches it:* ${escapeForMarkdown(reaches)}`]),
    ...(falls_short === undefined ? [] : [`*Falls short:* ${escapeForMarkdown(falls_short)}`]),
  ];
  return parts.join(' ');
}

/** An editor would write such a value where a key is completed, and it says no more than the missing key. */
function isEmptyDefault(preset: unknown): boolean {
  return preset === null || preset === false || (typeof preset === 'object' && Object.keys(preset).length === 0);
}

/** Puts what the shapes tell under the names that editors know: https://code.visualstudio.com/docs/languages/json */
function convertForEditors(schema: EditorSchema): void {
  const { words } = schema;
  if ('default' in schema && isEmptyDefault(schema['default'])) delete schema['default'];
  if (words === undefined) return;
  delete schema.words;
  schema['enumDescriptions'] = words.map(({ means }) => means);
  schema['markdownEnumDescriptions'] = words.map(renderWordMarkdown);
}

/** The examples of each answer: in full, and without more than it says where there is such a form. */
function addExamples(properties: Record<string, EditorSchema>, rubric: Rubric): void {
  for (const criterion of rubric.criteria) {
    const dimension = properties[criterion.dimension]?.['properties'] as Record<string, EditorSchema> | undefined;
    const answer = dimension?.[criterion.id];
    if (answer === undefined) continue;
    const value = buildAnswerValue(criterion, rubric);
    // An editor would call an example that is a mapping `[object Object]`; a snippet has a label.
    answer['examples'] = typeof value === 'object' ? ['unknown'] : [value, 'unknown'];
    answer['defaultSnippets'] = [{ label: 'answer with sources', description: criterion.title, body: value }];
  }
}

/** The description's JSON Schema (draft-07, which editors support best), from the same shapes that validate it. */
export function buildDescriptionJsonSchema(rubric: Rubric): Record<string, unknown> {
  const schema = z.toJSONSchema(toZod(getDescriptionSchema(rubric).whole), {
    target: 'draft-07',
    io: 'input',
    override: ({ jsonSchema }) => convertForEditors(jsonSchema as EditorSchema),
  });
  addExamples((schema.properties ?? {}) as Record<string, EditorSchema>, rubric);
  const title = 'demandfit description';
  const description = `A crypto+AI project as demandfit reads it. Generated from the rubric ${rubric.id} ${rubric.version}.`;
  return { ...schema, title, description };
}
