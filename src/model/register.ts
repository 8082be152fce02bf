import * as s from './schema/schema.ts';
import { date, day, definedTermFields, direction, id, level, points } from './schema/values.ts';

/** A document that the rubric itself cites. */
export interface CitedDocument extends s.AcceptedValue<typeof citedDocument> {}

const citedDocument = s.mapping({
  title: s.trimmedText,
  /** null for what only the owner of the rubric can open, such as an offer to a fund. */
  url: s.orNull(s.webAddress),
  date: s.orNull(date),
  kind: id,
});

/** The date from which a duty applies, as set by a text of the day `set_on`. The newest text known at `as_of` counts. */
const dutyDate = s.mapping({ set_on: day, from: day, scope: s.trimmedText });

export interface Duty extends s.AcceptedValue<typeof duty> {}

const duty = s.mapping({
  id,
  title: s.trimmedText,
  article: s.trimmedText,
  text: s.trimmedText,
  /** Whom it binds: only they can buy an offer in order to meet it. */
  addressee: s.trimmedText,
  binding: s.oneOf(['hard', 'voluntary']),
  dates: s.list(dutyDate),
  /** From this day on the duty no longer exists. */
  until: s.orNull(day),
  /** Track id to the level that a product which meets the duty carries while it applies, with the reason. */
  tracks: s.record(s.mapping({ level, reason: s.trimmedText }), id),
  /** What the text accepts as a way to meet it. No track carries more than the criterion gives to this case. */
  means: s.oneOf(['ordinary', 'outside-check', 'named-technique', 'required-technique']),
  /** The other ways that stay open, which need no offer of the tracks. */
  means_reason: s.trimmedText,
});

export interface Regulation extends s.AcceptedValue<typeof regulation> {}

const regulation = s.mapping({
  id,
  title: s.trimmedText,
  citation: s.trimmedText,
  jurisdiction: s.trimmedText,
  status: s.oneOf(['in-force', 'adopted', 'proposed', 'repealed', 'voluntary']),
  adopted: s.orNull(day),
  in_force: s.orNull(day),
  note: s.orNull(s.trimmedText),
  sources: s.list<CitedDocument>(citedDocument, 1),
  duties: s.list<Duty>(duty, 1),
});

export const regulationsFile = s.mapping({ regulations: s.list<Regulation>(regulation) });

export interface AlternativeFigure extends s.AcceptedValue<typeof alternativeFigure> {}

const alternativeFigure = s.mapping({
  value: s.numberAbove(0),
  from: day,
  /** How the figure was computed where no source states it as such. */
  derived: s.orNull(s.trimmedText),
  source: citedDocument,
});

/** What a buyer would otherwise use, with its price or measured figure. */
export interface Alternative extends s.AcceptedValue<typeof alternative> {}

const alternative = s.mapping({
  id,
  name: s.trimmedText,
  /** What texts call it, in addition to its name up to the first comma. */
  called: s.withDefault(s.list(s.trimmedText), []),
  /** The comparison criterion that it answers. */
  criterion: id,
  track: id,
  workload: id,
  service_class: id,
  unit: s.trimmedText,
  better: direction,
  /** Sorted by day; the newest one known at `as_of` counts, else the oldest. Empty where no price is public: the note says so. */
  figures: s.list<AlternativeFigure>(alternativeFigure),
  note: s.orNull(s.trimmedText),
  /** True of what buyers mostly use today for this. */
  incumbent: s.withDefault(s.booleanValue, false),
});

export interface DefinedTerm extends s.AcceptedValue<typeof definedTerm> {}

export const definedTerm = s.mapping(definedTermFields);

/** What comes with an offer, so that only like is compared with like. */
export interface ServiceClass extends s.AcceptedValue<typeof serviceClass> {}

const serviceClass = s.mapping({
  ...definedTermFields,
  /** The evidence grade that shows it, where that is another than the rubric's `class_shown_by`. */
  shown_by: s.orNull(id),
});

/** A word that reports and commands use, with what it means there. */
export interface GlossaryWord extends s.AcceptedValue<typeof glossaryWord> {}

const glossaryWord = s.mapping({
  ...definedTermFields,
  /** Other forms and names by which it is looked up. */
  also: s.withDefault(s.list(s.trimmedText), []),
});

export const glossaryFile = s.mapping({ words: s.list<GlossaryWord>(glossaryWord) });

export const alternativesFile = s.mapping({
  workloads: s.list<DefinedTerm>(definedTerm),
  service_classes: s.list<ServiceClass>(serviceClass),
  alternatives: s.list<Alternative>(alternative),
});

/** A unit of comparisons; one with a base converts exactly: value in base = value x times / divided_by. */
export interface Unit extends s.AcceptedValue<typeof unit> {}

const unit = s.mapping({
  id: s.trimmedText,
  base: s.orNull(s.trimmedText),
  times: s.withDefault(s.numberAbove(0), 1),
  divided_by: s.withDefault(s.numberAbove(0), 1),
  /** Null where the unit does not imply one. */
  better: s.orNull(direction),
});

export const unitsFile = s.mapping({ units: s.list<Unit>(unit) });

const words = s.list(s.trimmedText);

/** A sort of place on the web, known by the hosts and the parts of paths that it names. */
export interface WebPlace extends s.AcceptedValue<typeof webPlace> {}

const webPlace = s.mapping({
  id,
  title: s.trimmedText,
  /** True where hosts below a private suffix of the public suffix list belong to it, named here or not. */
  private_suffixes: s.withDefault(s.booleanValue, false),
  /** Whose a page there is: the registered domain's, that of whoever is named before the host or first in the path, or hidden. */
  owner: s.withDefault(s.oneOf(['domain', 'path', 'hidden']), 'domain'),
  hosts: s.withDefault(words, []),
  paths: s.withDefault(words, []),
});

/**
 * What an address says of who is behind it. A host is named with all below it; one that ends in `.*` is the beginning of
 * a host; one with a slash has that part in its path.
 */
export interface HostRegister extends s.AcceptedValue<typeof hostsFile> {}

export const hostsFile = s.mapping({
  places: s.list<WebPlace>(webPlace),
  /** Parts of an address that name no owner. */
  passed_over: words,
  /** What a name has before or after it in another name of the same owner. */
  name_affixes: words,
  /** Registered domains whose name says nothing of an owner. */
  reserved: words,
  /** Letters that a hurried reader takes for others. */
  look_alikes: s.withDefault(s.list(s.mapping({ seen: s.trimmedText, read: s.trimmedText })), []),
  /** A name of this many letters or more counts anywhere within another, and with one letter changed. */
  distinctive_name: s.wholeNumber(1),
  /** How many sources of one answer from one owner are reported. */
  same_origin: s.wholeNumber(2),
  /** The share of what is shown, in per cent, above which a single owner behind it is reported. */
  one_owner_share: points,
  /** Applies from this many points shown, before gates. */
  one_owner_from: points,
  /** From this many points shown, before gates, a single outsider behind most of it is an error. */
  one_witness_from: points,
  /** Names that no public server has, with all below them. */
  private: words,
  /** Where copies of pages are kept or passed on, each under the address of the page. */
  copies: words,
  /** Copies whose first label is the copied host, with dashes for dots. */
  dashed_copies: words,
  /** How to tell what is shown in the place of a page. */
  walls: s.withDefault(
    s.mapping({
      /** In small letters: those of a check for robots, a login or an error. */
      phrases: words,
      /** Those of a paywall that cuts a page. */
      cut_by: words,
      /** A page with one of the phrases and no more words than this is not the page that was asked for. */
      most_words: s.wholeNumber(0),
      /** A page with fewer words than this is probably made by scripts. */
      least_words: s.wholeNumber(0),
      /** A page with fewer words than this may lack a part. */
      whole_from: s.wholeNumber(0),
    }),
    { phrases: [], cut_by: [], most_words: 0, least_words: 0, whole_from: 0 },
  ),
});
