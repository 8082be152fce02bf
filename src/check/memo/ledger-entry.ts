import { parseFirstDay } from '../../model/day.ts';
import type { Citation, Description } from '../../model/description.ts';
import type { CriterionReport, Report, SourceUse } from '../../model/report.ts';

/** Something that the answers say, with what it rests on. */
export interface LedgerEntry {
  readonly criterion: string;
  /** The answer in words, as a finding shows it. */
  readonly said: string;
  /** The answer itself where a text says it, and not a note or the name of an item; null for none. */
  readonly answer: string | null;
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

/** The parts of an answer, the whole first, whatever its kind: each mapping that lists sources. */
function collectParts(
  value: unknown,
): readonly { readonly sources: readonly Citation[]; readonly note: string | null }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(collectParts);
  if (!('sources' in value) || !Array.isArray(value.sources)) return inner;
  const note = 'note' in value && typeof value.note === 'string' ? value.note : null;
  return [{ sources: value.sources as readonly Citation[], note }, ...inner];
}

/** The figures of a comparison that the track does not ask for, in words. */
function describeSides(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || !('unit' in value) || !('project' in value)) return [];
  const { project, unit } = value;
  const other = 'alternative' in value ? value.alternative : null;
  const named = typeof other === 'object' && other !== null && 'value' in other && 'name' in other ? other : null;
  return [`${project} ${unit} here`, ...(named === null ? [] : [`${named.value} ${unit} at ${named.name}`])];
}

/** A listed source; it counts where it existed on the day of the report. */
interface ListedSource {
  readonly url: string | null;
  readonly counts: boolean;
}

function indexSources(description: Description, asOf: string): ReadonlyMap<string, ListedSource> {
  return new Map(
    description.sources.map(({ id, url, published, accessed }) => {
      const date = published ?? accessed;
      const day = date === null ? null : parseFirstDay(date);
      return [id, { url, counts: day === null || day <= asOf }];
    }),
  );
}

/** The addresses of the sources, and whether one of them counts. */
function citeSources(citations: readonly Citation[], listed: ReadonlyMap<string, ListedSource>) {
  const sources = citations.flatMap(({ id }) => listed.get(id) ?? []);
  return { urls: toUrls(sources), isSourced: sources.some(({ counts }) => counts) };
}

const toUrls = (sources: readonly Pick<SourceUse, 'url'>[]) => sources.flatMap(({ url }) => url ?? []);

function buildAnswerEntries(
  entry: Extract<CriterionReport, { status: 'answered' }>,
  value: unknown,
  listed: ReadonlyMap<string, ListedSource>,
  none: string,
): readonly LedgerEntry[] {
  const [whole, ...inner] = collectParts(value);
  const { id: criterion, said, note, grade, items, comparison, sources, disputedBy } = entry;
  const ratios = comparison === null ? [] : [comparison.ratio, comparison.bestRatio ?? comparison.ratio];
  const isBehind = ratios.some((ratio) => ratio <= 1);
  const base = { criterion, said, claimed: entry.levels.claimed, names: [], grade, isBehind, answer: null };
  if (items.length > 0)
    return [
      { ...base, texts: [], isSourced: grade !== none, urls: toUrls([...sources, ...disputedBy]) },
      ...items.map((item) => ({
        ...base,
        said: item.title,
        texts: [item.title, ...(item.note === null ? [] : [item.note])],
        names: [item.title],
        grade: item.grade,
        isSourced: item.grade !== none,
        urls: toUrls(item.sources),
        claimed: item.claimed,
      })),
    ];
  const notes = note === null ? [] : [note];
  const { urls, isSourced } = citeSources(whole?.sources ?? [], listed);
  const own = { ...base, isSourced, urls: [...urls, ...toUrls(disputedBy)] };
  if (comparison === null) return [{ ...own, texts: [said, ...notes], answer: said }];
  const { project, unit, author, best } = comparison;
  const rest = citeSources(
    inner.flatMap((part) => part.sources),
    listed,
  );
  const sides = [author, ...(best === null || best.id === author.id ? [] : [best])];
  return [
    { ...own, texts: [`${project} ${unit}`], answer: `${project} ${unit}`, owner: null },
    ...notes.map((text) => ({ ...own, texts: [text] })),
    ...sides.map((side) => ({
      ...base,
      said: `${side.value} ${side.unit} of ${side.name}`,
      texts: [`${side.value} ${side.unit}`, side.name],
      answer: `${side.value} ${side.unit}`,
      owner: side.name,
      ...(side.source === null
        ? rest
        : { grade: side.source.grade, isSourced: true, urls: [side.source.url ?? []].flat() }),
    })),
  ];
}

/** Everything that the answers of a description say, with the grades of its report. Answers off the track count too. */
export function buildLedgerEntries(description: Description, report: Report, none: string): readonly LedgerEntry[] {
  const listed = indexSources(description, report.asOf);
  const entries = new Map(
    report.dimensions.flatMap(({ criteria }) => criteria.map((entry) => [entry.id, entry] as const)),
  );
  return Object.entries(description.answers).flatMap(([criterion, answer]): readonly LedgerEntry[] => {
    const entry = entries.get(criterion);
    const base = { criterion, names: [], grade: none, claimed: null, isBehind: false, answer: null };
    if (answer.status === 'unknown')
      return [
        { ...base, said: 'unknown', texts: answer.note === null ? [] : [answer.note], ...citeSources([], listed) },
      ];
    if (entry?.status === 'answered') return buildAnswerEntries(entry, answer.value, listed, none);
    return collectParts(answer.value).map(({ sources, note }) => ({
      ...base,
      said: note ?? criterion,
      texts: [...describeSides(answer.value), ...(note === null ? [] : [note])],
      ...citeSources(sources, listed),
    }));
  });
}
