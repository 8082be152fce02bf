import * as z from 'zod';
import { lowering, schemaRegistry } from './parts.ts';

const status = z.enum(['passed', 'failed', 'open', 'not-applicable', 'absent']);
const makeDateSchema = () => z.string().nullable();

export const cause = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['source-cited', 'source-dropped']), source: z.string(), date: makeDateSchema() }),
    z.strictObject({
      kind: z.literal('source-lowered'),
      source: z.string(),
      date: makeDateSchema(),
      lowering,
      began: z.boolean(),
    }),
    z.strictObject({ kind: z.literal('source-graded'), source: z.string(), from: z.string(), to: z.string() }),
    z.strictObject({
      kind: z.literal('item'),
      title: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
    z.strictObject({
      kind: z.literal('alternative'),
      name: z.string(),
      unit: z.string(),
      from: z.number(),
      to: z.number(),
    }),
    z.strictObject({ kind: z.literal('register') }),
  ])
  .register(schemaRegistry, { id: 'Cause', description: 'What else of an answer is otherwise.' });

export const gateChange = z
  .strictObject({ gate: z.string(), title: z.string(), from: status, to: status })
  .register(schemaRegistry, { id: 'GateChange', description: 'A gate whose status changes.' });
