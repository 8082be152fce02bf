import { parse } from 'yaml';
import { beginDescription, type HeadValues } from '../../src/init/begin-description.ts';
import { readYamlPart, replaceYamlPart } from '../../src/init/description-file.ts';
import type { InterviewFile } from '../../src/init/interview.ts';
import type { Description } from '../../src/model/description.ts';
import { describeText } from '../input/description/read.ts';

/** A file in memory that keeps every state that was saved. */
export class MemoryFile implements InterviewFile {
  readonly name = 'acme.yaml';
  readonly saved: string[] = [];
  text: string | null;

  constructor(text: string | null = null) {
    this.text = text;
  }

  begin(head: HeadValues): string {
    return replaceYamlPart('', this.name, beginDescription({ head, entries: [] }, '2026-06-29'));
  }

  save(text: string): void {
    this.saved.push(text);
  }

  async read(text: string) {
    const { sources = {} } = parse(readYamlPart(text, this.name)) as {
      sources?: Record<string, Record<string, string>>;
    };
    return { description: describeText(text), sources: new Map(Object.entries(sources)) };
  }

  get description(): Description {
    return describeText(this.text ?? '');
  }
}
