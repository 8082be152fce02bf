import type { CommandCompletion, CompletionValues } from './completions.ts';

/** A text within single quotes. */
function quoteForFish(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

function renderFishValues(values: CompletionValues): string {
  switch (values.kind) {
    case 'words':
      return `-x -a ${quoteForFish(values.words.join(' '))}`;
    case 'files':
      return '-r -F';
    case 'folders':
      return "-x -a '(__fish_complete_directories)'";
    case 'free':
      return '-x';
  }
}

function renderFishCommand({ id, options, args }: CommandCompletion): readonly string[] {
  const ofOptions = options.map(({ flag, about, values }) => {
    const taking = values === null ? '' : ` ${renderFishValues(values)}`;
    return `complete -c demandfit -n '__demandfit_in ${id}' -l ${flag.slice(2)}${taking} -d ${quoteForFish(about)}`;
  });
  const ofArgs = args.flatMap(({ values, isMany }, at) => {
    if (values.kind === 'free') return [];
    const where = isMany ? `__demandfit_in ${id}` : `__demandfit_in ${id}; and __demandfit_at ${at}`;
    const taking = values.kind === 'words' ? `-a ${quoteForFish(values.words.join(' '))}` : '-F';
    return [`complete -c demandfit -n ${quoteForFish(where)} ${taking}`];
  });
  return [...ofOptions, ...ofArgs];
}

export function renderFishScript(commands: readonly CommandCompletion[]): string {
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

# True if this many arguments come before the one being typed.
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
${commands.map(({ id, summary }) => `complete -c demandfit -n 'test (count (commandline -opc)) = 1' -a ${id} -d ${quoteForFish(summary)}`).join('\n')}
${commands.flatMap(renderFishCommand).join('\n')}
`;
}
