import { type PathPattern, readPathPattern } from '../../input/text/path-pattern.ts';
import type { CheckSettings, FitMinimum } from '../../model/check.ts';
import { DEFAULT_SEVERITIES } from '../rules/registry.ts';
import type { ConfigFile, ConfigRequirements } from './config-schema.ts';

const USUAL_TERMS = { maxAgeDays: 365, maxIgnoreDays: 180 };

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
