import type { CommandEntry } from '../command.ts';

/** Every command, in the order of the help; the first is the default. A new one is a file and an entry here. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    id: 'score',
    group: 'Read and score',
    summary: 'Score descriptions and print a fit report',
    load: async () => (await import('./score.ts')).scoreCommand,
  },
  {
    id: 'read',
    group: 'Read and score',
    summary: 'Quote what documents say on each question, and what they leave out',
    load: async () => (await import('./read.ts')).readCommand,
  },
  {
    id: 'ask',
    group: 'Read and score',
    summary: 'List what to ask a project, and what would have to change',
    load: async () => (await import('./ask.ts')).askCommand,
  },
  {
    id: 'sources',
    group: 'Read and score',
    summary: 'List what is cited, and record what its pages say',
    load: async () => (await import('./sources.ts')).sourcesCommand,
  },
  {
    id: 'compare',
    group: 'Read and score',
    summary: 'Rank descriptions, with what could change each rank',
    load: async () => (await import('./compare.ts')).compareCommand,
  },
  {
    id: 'diff',
    group: 'Read and score',
    summary: 'Explain what changed between two versions of a description',
    load: async () => (await import('./diff.ts')).diffCommand,
  },
  {
    id: 'init',
    group: 'Write',
    summary: 'Create a description, by questions or as a template',
    load: async () => (await import('./init.ts')).initCommand,
  },
  {
    id: 'brief',
    group: 'Write',
    summary: 'Write the questions and documents as a prompt for an assistant',
    load: async () => (await import('./brief.ts')).briefCommand,
  },
  {
    id: 'explain',
    group: 'Look up',
    summary: 'Explain a word, criterion, gate, level, field or rule',
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  {
    id: 'list',
    group: 'Look up',
    summary: 'List everything of one kind, such as criteria',
    load: async () => (await import('./list.ts')).listCommand,
  },
  {
    id: 'classify',
    group: 'Look up',
    summary: 'Classify the sub-track and show the words that decided it',
    load: async () => (await import('./classify.ts')).classifyCommand,
  },
  {
    id: 'check',
    group: 'CI and maintenance',
    summary: 'Lint descriptions and memos (for CI)',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  {
    id: 'rubric',
    group: 'CI and maintenance',
    summary: 'Check, test or copy a rubric',
    load: async () => (await import('./rubric.ts')).rubricCommand,
  },
  {
    id: 'schema',
    group: 'CI and maintenance',
    summary: 'Print a JSON Schema: of descriptions, config or output',
    load: async () => (await import('./schema.ts')).schemaCommand,
  },
  {
    id: 'completion',
    group: 'CI and maintenance',
    summary: 'Print the completion script for a shell',
    load: async () => (await import('./completion.ts')).completionCommand,
  },
];
