/** Names of a config file, the first that exists counting. */
export const CONFIG_NAMES = ['demandfit.config.yaml', 'demandfit.config.yml', 'demandfit.config.json'] as const;

/** True for a file that is a config by its name, with `/`, and so no description. */
export function isConfigFile(file: string): boolean {
  return CONFIG_NAMES.some((name) => file === name || file.endsWith(`/${name}`));
}
