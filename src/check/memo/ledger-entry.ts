import { parseFirstDay } from '../../model/day.ts';
import type { Description } from '../../model/description.ts';
import type { CriterionReport, Report, SourceUse } from '../../model/report.ts';

/** Something that the answers say, with what it rests on. */
export interface LedgerEntry {
  readonly criterion: string;
  /** The answer in words, as a finding shows it. */
  readonly said: string;
  /** Texts that say it: the answer, the notes, the names of items. */
  readonly texts: readonly string[];
  /** Names of a list's items. */
  readonly names: readonly string[];
  /** Id of the best grade that its sources lend it. */
  readonly grade: string;
  readonly isSourced: boolean;
  /** Addresses that it cites, those that dispute it too. */
  readonly urls: readonly string[];
  /** The level, 0 to 4, that the answer claims; null for a note on what is unknown. */
  readonly claimed: number | null;
  /** For a side of a comparison: whose figure it is, null for the project. */
  readonly owner?: string | null;
  /** True for a comparison in which the project is not ahead of all that it is compared with. */
  readonly isBehind: boolean;
}

/** A part of an answer that has sources or a note of its own. */
interface SourcedAnswerPart {
  readonly sources: readonly string[];
  readonly note: string | null;
}

/** The parts of an answer, the whole first, whatever its kind: each mapping that lists sources. */
function collectParts(value: unknown): readonly SourcedAnswerPart[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(collectParts);
  if (!('sources' in value) || !Array.isArray(value.sources)) return inner;
  const note = 'note' in value && typeof value.note === 'string' ? value.note : null;
  return [{ sources: value.sources.map(String), note }, ...inner];
}

/** The figures of a comparison that the track does not ask for, in words. */
function describeSides(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || !('unit' in value) || !('project' in value)) return [];
  const { project, unit } = value;
  const other = 'alternative' in value ? value.alternative : null;
  const named = typeof other === 'object' && other !== null && 'value' in other && 'name' in other ? other : null;
  return [`${project} ${unit} here`, ...(named === null ? [] : [`${named.value} ${unit} at ${named.name}`])];
}

/** The addresses of an answer's sources, and whether one of them was there on the day. */
class SourceIndex {
  readonly #sources: ReadonlyMap<string, { readonly url: string; readonly counts: boolean }>;

  constructor(description: Description, asOf: string) {
    this.#sources = new Map(
      description.sources.map(({ id, url, published, accessed }) => {
        const date = published ?? accessed;
        const day = date === null ? null : parseFirstDay(date);
        return [id, { url, counts: day === null || day <= asOf }];
      }),
    );
  }

  urls(ids: readonly string[]): readonly string[] {
    return ids.flatMap((id) => this.#sources.get(id)?.url ?? []);
  }

  isSourced(ids: readonly string[]): boolean {
    return ids.some((id) => this.#sources.get(id)?.counts === true);
  }
}

const toUrls = (uses: readonly SourceUse[]) => uses.map(({ url }) => url);

function buildAnswerEntries(
  entry: Extract<CriterionReport, { status: 'answered' }>,
  value: unknown,
  listed: SourceIndex,
  none: string,
): readonly LedgerEntry[] {
  const [whole, ...inner] = collectParts(value);
  const { id: criterion, said, note, grade, items, comparison, sources, disputedBy } = entry;
  const ratios = comparison === null ? [] : [comparison.ratio, comparison.bestRatio ?? comparison.ratio];
  const isBehind = ratios.some((ratio) => ratio <= 1);
  const base = { criterion, said, claimed: entry.levels.claimed, names: [], isBehind };
  const ofItems = items.map(
    (item): LedgerEntry => ({
      ...base,
      said: item.title,
      texts: [item.title, ...(item.note === null ? [] : [item.note])],
      names: [item.title],
      grade: item.grade,
      isSourced: item.grade !== none,
      urls: toUrls(item.sources),
      claimed: item.claimed,
    }),
  );
  if (items.length > 0)
    return [
      { ...base, texts: [], grade, isSourced: grade !== none, urls: toUrls([...sources, ...disputedBy]) },
      ...ofItems,
    ];
  const notes = note === null ? [] : [note];
  const own = {
    ...base,
    grade,
    isSourced: listed.isSourced(whole?.sources ?? []),
    urls: [...listed.urls(whole?.sources ?? []), ...toUrls(disputedBy)],
  };
  if (comparison === null) return [{ ...own, texts: [said, ...notes] }];
  const { project, unit, author, best } = comparison;
  const rest = inner.flatMap((part) => part.sources);
  const sides = [author, ...(best === null || best.id === author.id ? [] : [best])];
  return [
    { ...own, texts: [`${project} ${unit}`], owner: null },
    ...notes.map((text): LedgerEntry => ({ ...own, texts: [text] })),
    ...sides.map(
      (side): LedgerEntry => ({
        ...base,
        said: `${side.value} ${side.unit} of ${side.name}`,
        texts: [`${side.value} ${side.unit}`, side.name],
        owner: side.name,
        grade: side.source?.grade ?? grade,
        isSourced: side.source !== null || listed.isSourced(rest),
        urls: side.source === null ? listed.urls(rest) : [side.source.url],
      }),
    ),
  ];
}

/** Everything that the answers of a description say, with the grades of its report. Answers off the track count too. */
export function buildLedgerEntries(description: Description, report: Report, none: string): readonly LedgerEntry[] {
  const listed = new SourceIndex(description, report.asOf);
  const entries = new Map(
    report.dimensions.flatMap(({ criteria }) => criteria.map((entry) => [entry.id, entry] as const)),
  );
  return Object.entries(description.answers).flatMap(([criterion, answer]) => {
    const entry = entries.get(criterion);
    if (answer.status === 'unknown') {
      const texts = answer.note === null ? [] : [answer.note];
      return [
        {
          criterion,
          said: 'unknown',
          texts,
          names: [],
          grade: none,
          isSourced: false,
          urls: [],
          claimed: null,
          isBehind: false,
        },
      ];
    }
    if (entry?.status === 'answered') return buildAnswerEntries(entry, answer.value, listed, none);
    return collectParts(answer.value).map(
      ({ sources, note }): LedgerEntry => ({
        criterion,
        said: note ?? criterion,
        texts: [...describeSides(answer.value), ...(note === null ? [] : [note])],
        names: [],
        grade: none,
        isSourced: listed.isSourced(sources),
        urls: listed.urls(sources),
        claimed: null,
        isBehind: false,
      }),
    );
  });
}
