import { normalizeName } from '../../criteria/normalize-name.ts';
import type { QuestionReading } from '../../model/reading.ts';
import type { Rubric, Track } from '../../model/rubric.ts';
import { dropUnprinted } from '../../prose/matchable-text.ts';
import { getVocabulary } from '../../prose/vocabulary.ts';

/** The names of the customers of a reply, each once, without the project and its rivals. */
export class CustomerNames {
  readonly #project: string | null;
  readonly #rubric: Rubric;
  readonly #rivals: readonly string[];
  readonly #known: string[] = [];

  constructor(project: string | null, tracks: readonly Track[], rubric: Rubric) {
    this.#rubric = rubric;
    this.#project = project === null ? null : this.#normalize(project);
    const registered = rubric.alternatives.filter(({ track }) => tracks.some(({ id }) => id === track));
    this.#rivals = registered.map(({ name }) => this.#normalize(name));
  }

  #normalize(name: string): string {
    return normalizeName(dropUnprinted(name), getVocabulary(this.#rubric).noise);
  }

  refuse(name: string): string | null {
    const own = this.#normalize(name);
    const begins = (whole: string, part: string) => `${whole} `.startsWith(`${part} `);
    if (own.length < 2) return `${name} is not a name`;
    if (this.#project !== null && (begins(own, this.#project) || begins(this.#project, own)))
      return `${name} is the project itself`;
    if (this.#rivals.some((rival) => begins(rival, own))) return `${name} is a rival in the register`;
    const same = this.#known.find((other) => begins(other, own) || begins(own, other));
    return same === undefined ? null : `${name} was already named as a customer`;
  }

  add(name: string): void {
    this.#known.push(this.#normalize(name));
  }
}

/** The names that can be customers, each once, with the quote that names it first. */
export function listCandidates(
  names: QuestionReading['names'],
  project: string | null,
  tracks: readonly Track[],
  rubric: Rubric,
): QuestionReading['names'] {
  const known = new CustomerNames(project, tracks, rubric);
  return names.filter(({ name }) => {
    const isNew = known.refuse(name) === null;
    if (isNew) known.add(name);
    return isNew;
  });
}
