import * as z from 'zod';
import type { Rubric } from '../model/rubric.ts';
import { zodOf } from '../shape/to-zod.ts';
import { descriptionShape } from './description-shape.ts';

/** The description's JSON Schema (draft-07, which editors support best), from the same shapes that validate it. */
export function projectJsonSchema(rubric: Rubric): Record<string, unknown> {
  const schema = z.toJSONSchema(zodOf(descriptionShape(rubric).whole), { target: 'draft-07', io: 'input' });
  const title = 'demandfit description';
  const description = `A crypto+AI project as demandfit reads it. Made from the rubric ${rubric.id} ${rubric.version}.`;
  return { ...schema, title, description };
}
