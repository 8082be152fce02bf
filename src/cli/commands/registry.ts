import type { CommandEntry } from '../command.ts';

/** Every command; the first is the default. A new one is a file and an entry here. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    id: 'score',
    summary: 'Score descriptions and print a fit report',
    load: async () => (await import('./score.ts')).scoreCommand,
  },
  {
    id: 'compare',
    summary: 'Rank descriptions, with what could change each rank',
    load: async () => (await import('./compare.ts')).compareCommand,
  },
  {
    id: 'diff',
    summary: 'Attribute the change in index and verdict between two versions of a description',
    load: async () => (await import('./diff.ts')).diffCommand,
  },
  {
    id: 'check',
    summary: 'Lint descriptions and memos (for CI)',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  {
    id: 'classify',
    summary: "Classify a description's sub-track and show the top features",
    load: async () => (await import('./classify.ts')).classifyCommand,
  },
  {
    id: 'explain',
    summary: 'Explain any id: a criterion, a gate, a grade, a duty',
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  {
    id: 'list',
    summary: 'List everything of one kind, such as criteria or alternatives',
    load: async () => (await import('./list.ts')).listCommand,
  },
  {
    id: 'rubric',
    summary: 'Check a rubric for weaknesses, run its golden cases, or copy the built-in one',
    load: async () => (await import('./rubric.ts')).rubricCommand,
  },
  {
    id: 'init',
    summary: 'Create a description interactively, or write a commented template',
    load: async () => (await import('./init.ts')).initCommand,
  },
  {
    id: 'completion',
    summary: 'Print the completion script for a shell',
    load: async () => (await import('./completion.ts')).completionCommand,
  },
  {
    id: 'schema',
    summary: 'Print the JSON Schema of a description, the config or an output format',
    load: async () => (await import('./schema.ts')).schemaCommand,
  },
];
