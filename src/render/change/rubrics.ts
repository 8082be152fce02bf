import type { ChangeFile } from '../../model/change.ts';

/** By which rubrics and which version of the tool. */
export function rubricsSay({ oldRubric, rubric, tool }: ChangeFile): string {
  const [old, now] = [oldRubric, rubric].map(({ id, version, origin }) => `${id} ${version} (${origin})`);
  return `Rubric ${old === now ? now : `${old}, then ${now}`}; ${tool.name} ${tool.version}`;
}
