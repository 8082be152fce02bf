import picomatch from 'picomatch';
import { type CheckSettings, type Minimum, USUAL_SEVERITY } from '../model/check.ts';
import type { Asked, ConfigFile } from './schema.ts';

const NOTHING: Minimum = { index: null, verdict: null, coverage: null, dimensions: {} };

function withAsked(settings: CheckSettings, { rules, minimum, required }: Asked): CheckSettings {
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
  };
}

/**
 * The settings of each file: the usual ones, then the config's, then those of every override whose pattern it matches, or that names a folder
 * above it, in order, then what the caller asks for of every file. @returns a function of the file's name relative to the config, with `/`.
 */
export function settingsFor(config: ConfigFile | null, given: Partial<Minimum>): (file: string) => CheckSettings {
  const usual: CheckSettings = { rules: USUAL_SEVERITY, minimum: NOTHING, required: [] };
  const base = config === null ? usual : withAsked(usual, config);
  const overrides = (config?.overrides ?? []).map((entry) => ({
    entry,
    matches: picomatch(entry.files.flatMap((pattern) => [pattern, `${pattern.replace(/\/+$/, '')}/**`])),
  }));
  return (file) => {
    const asked = overrides
      .filter(({ matches }) => matches(file))
      .reduce((settings, { entry }) => withAsked(settings, entry), base);
    const dimensions = { ...asked.minimum.dimensions, ...given.dimensions };
    return { ...asked, minimum: { ...asked.minimum, ...given, dimensions } };
  };
}
