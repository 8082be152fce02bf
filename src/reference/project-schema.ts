import * as z from 'zod';
import type { Rubric } from '../model/rubric.ts';
import { safeForMarkdown } from '../render/safe-markdown.ts';
import type { About, WordAbout } from '../shape/shape.ts';
import { zodOf } from '../shape/to-zod.ts';
import { descriptionShape } from '../validate/description-shape.ts';
import { answerValue } from './answer-example.ts';

type Told = Record<string, unknown> & { words?: About['words'] };

/** A word in one paragraph of Markdown: editors show several of them as a list. */
function inMarkdown({ means, reaches, falls_short }: WordAbout): string {
  const parts = [
    safeForMarkdown(means),
    ...(reaches === undefined ? [] : [`*Reaches it:* ${safeForMarkdown(reaches)}`]),
    ...(falls_short === undefined ? [] : [`*Falls short:* ${safeForMarkdown(falls_short)}`]),
  ];
  return parts.join(' ');
}

/** An editor would write such a value where a key is completed, and it says no more than the missing key. */
function saysNothing(preset: unknown): boolean {
  return preset === null || preset === false || (typeof preset === 'object' && Object.keys(preset).length === 0);
}

/** Puts what the shapes tell under the names that editors know: https://code.visualstudio.com/docs/languages/json */
function forEditors(schema: Told): void {
  const { words } = schema;
  if ('default' in schema && saysNothing(schema['default'])) delete schema['default'];
  if (words === undefined) return;
  delete schema.words;
  schema['enumDescriptions'] = words.map(({ means }) => means);
  schema['markdownEnumDescriptions'] = words.map(inMarkdown);
}

/** The examples of each answer: in full, and without more than it says where there is such a form. */
function withExamples(properties: Record<string, Told>, rubric: Rubric): void {
  for (const criterion of rubric.criteria) {
    const dimension = properties[criterion.dimension]?.['properties'] as Record<string, Told> | undefined;
    const answer = dimension?.[criterion.id];
    if (answer !== undefined) answer['examples'] = [answerValue(criterion, rubric), 'unknown'];
  }
}

/** The description's JSON Schema (draft-07, which editors support best), from the same shapes that validate it. */
export function projectJsonSchema(rubric: Rubric): Record<string, unknown> {
  const schema = z.toJSONSchema(zodOf(descriptionShape(rubric).whole), {
    target: 'draft-07',
    io: 'input',
    override: ({ jsonSchema }) => forEditors(jsonSchema as Told),
  });
  withExamples((schema.properties ?? {}) as Record<string, Told>, rubric);
  const title = 'demandfit description';
  const description = `A crypto+AI project as demandfit reads it. Made from the rubric ${rubric.id} ${rubric.version}.`;
  return { ...schema, title, description };
}
