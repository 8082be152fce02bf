import type { Completed, Values } from './completed.ts';

/** A text within single quotes. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

function proposing(values: Values): string {
  switch (values.kind) {
    case 'words':
      return `-x -a ${quoted(values.words.join(' '))}`;
    case 'files':
      return '-r -F';
    case 'folders':
      return "-x -a '(__fish_complete_directories)'";
    case 'free':
      return '-x';
  }
}

function linesOf({ id, options, args }: Completed): readonly string[] {
  const ofOptions = options.map(({ flag, about, values }) => {
    const taking = values === null ? '' : ` ${proposing(values)}`;
    return `complete -c demandfit -n '__demandfit_in ${id}' -l ${flag.slice(2)}${taking} -d ${quoted(about)}`;
  });
  const ofArgs = args.flatMap(({ values, isMany }, at) => {
    if (values.kind === 'free') return [];
    const where = isMany ? `__demandfit_in ${id}` : `__demandfit_in ${id}; and __demandfit_at ${at}`;
    const taking = values.kind === 'words' ? `-a ${quoted(values.words.join(' '))}` : '-F';
    return [`complete -c demandfit -n ${quoted(where)} ${taking}`];
  });
  return [...ofOptions, ...ofArgs];
}

/** The script for fish. */
export function fishScript(commands: readonly Completed[]): string {
  const ids = commands.map(({ id }) => id).join(' ');
  const valued = [
    ...new Set(
      commands.flatMap(({ options }) => options.flatMap(({ flag, values }) => (values === null ? [] : [flag]))),
    ),
  ];
  return `# fish completion of demandfit, made by: demandfit completion fish
# To use it: demandfit completion fish > ~/.config/fish/completions/demandfit.fish

function __demandfit_in -a wanted
    set -l said (commandline -opc)
    set -l command score
    if set -q said[2]; and contains -- $said[2] ${ids}
        set command $said[2]
    end
    test $command = $wanted
end

# True where so many arguments stand before the one that is written.
function __demandfit_at -a wanted
    set -l said (commandline -opc)[2..-1]
    if set -q said[1]; and contains -- $said[1] ${ids}
        set -e said[1]
    end
    set -l count 0
    set -l skip 0
    for word in $said
        if test $skip = 1
            set skip 0
        else if contains -- $word ${valued.join(' ')}
            set skip 1
        else if not string match -q -- '-?*' $word
            set count (math $count + 1)
        end
    end
    test $count = $wanted
end

complete -c demandfit -f
${commands.map(({ id, summary }) => `complete -c demandfit -n 'test (count (commandline -opc)) = 1' -a ${id} -d ${quoted(summary)}`).join('\n')}
${commands.flatMap(linesOf).join('\n')}
`;
}
