import { type PathPattern, readPathPattern } from '../../input/text/path-pattern.ts';
import type { CheckSettings, FitMinimum, Severity } from '../../model/check.ts';
import { DEFAULT_SEVERITIES, getSeverity, RULES } from '../rules/registry.ts';
import type { ConfigFile, ConfigRequirements } from './config-schema.ts';

const USUAL_TERMS = { maxAgeDays: 365, maxIgnoreDays: 180 };

/** From the least to the worst. */
const SEVERITIES: readonly Severity[] = ['off', 'note', 'warn', 'error'];

const NO_MINIMUM: FitMinimum = { index: null, verdict: null, coverage: null, dimensions: {} };

function applyRequirements(settings: CheckSettings, asked: ConfigRequirements): CheckSettings {
  const { rules, minimum, required, max_age_days, max_ignore_days } = asked;
  const before = settings.minimum;
  return {
    rules: { ...settings.rules, ...rules },
    minimum: {
      index: minimum?.index ?? before.index,
      verdict: minimum?.verdict ?? before.verdict,
      coverage: minimum?.coverage ?? before.coverage,
      dimensions: { ...before.dimensions, ...minimum?.dimensions },
    },
    required: required ?? settings.required,
    maxAgeDays: max_age_days ?? settings.maxAgeDays,
    maxIgnoreDays: max_ignore_days ?? settings.maxIgnoreDays,
  };
}

/**
 * The settings of each file: the usual ones, then the config's, then those of every override with a pattern that matches it or a folder
 * above it, in order, then what the caller asks for of every file. @returns a function of the file's name relative to the config, with `/`.
 */
export function resolveSettings(
  config: ConfigFile | null,
  given: Partial<FitMinimum>,
  read: (pattern: string) => PathPattern = (pattern) => readPathPattern(pattern, () => false),
): (file: string) => CheckSettings {
  const usual: CheckSettings = { rules: DEFAULT_SEVERITIES, minimum: NO_MINIMUM, required: [], ...USUAL_TERMS };
  const base = config === null ? usual : applyRequirements(usual, config);
  const overrides = (config?.overrides ?? []).map((entry) => ({
    entry,
    patterns: entry.files.map(read),
  }));
  return (file) => {
    const asked = overrides
      .filter(({ patterns }) => patterns.some(({ match }) => match(file) !== null))
      .reduce((settings, { entry }) => applyRequirements(settings, entry), base);
    const dimensions = { ...asked.minimum.dimensions, ...given.dimensions };
    return { ...asked, minimum: { ...asked.minimum, ...given, dimensions } };
  };
}

/** The stricter of two settings, rule by rule and minimum by minimum. @param bands ids of verdicts, lowest first. */
export function mergeStrictest(one: CheckSettings, other: CheckSettings, bands: readonly string[]): CheckSettings {
  const most = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.max(a, b));
  const rules = RULES.map((rule) => {
    const severities = [getSeverity(rule, one), getSeverity(rule, other)];
    return [rule.id, SEVERITIES.findLast((severity) => severities.includes(severity)) ?? rule.severity] as const;
  });
  const [a, b] = [one.minimum, other.minimum];
  const dimensions = [...new Set([...Object.keys(a.dimensions), ...Object.keys(b.dimensions)])];
  return {
    rules: Object.fromEntries(rules),
    minimum: {
      index: most(a.index, b.index),
      coverage: most(a.coverage, b.coverage),
      verdict: bands.findLast((id) => id === a.verdict || id === b.verdict) ?? a.verdict ?? b.verdict,
      dimensions: Object.fromEntries(
        dimensions.map((id) => [id, Math.max(a.dimensions[id] ?? 0, b.dimensions[id] ?? 0)]),
      ),
    },
    required: [...new Set([...one.required, ...other.required])],
    maxAgeDays: Math.min(one.maxAgeDays, other.maxAgeDays),
    maxIgnoreDays: Math.min(one.maxIgnoreDays, other.maxIgnoreDays),
  };
}
