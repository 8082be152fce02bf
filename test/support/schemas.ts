import { SCHEMAS } from '../../src/cli/schemas.ts';
import { shippedRubric } from './rubric.ts';

/** The JSON Schema that `demandfit schema` prints for an id. */
export function buildJsonSchema(id: string): Record<string, unknown> {
  const entry = SCHEMAS.find((schema) => schema.id === id);
  if (entry === undefined) throw new Error(`there is no schema ${id}`);
  return entry.make(shippedRubric());
}
