import { toPointer } from '../../../src/model/pointer.ts';

/** The pointer of every part of a value, the whole first. */
export function pointersOf(value: unknown, pointer = ''): readonly string[] {
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [pointer, ...parts.flatMap(([key, part]) => pointersOf(part, pointer + toPointer([key])))];
}
