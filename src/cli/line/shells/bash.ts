import type { CommandCompletion, CompletionValues } from './completions.ts';

/** What proposes values; the words hold no sign that a shell reads. */
function renderBashValues(values: CompletionValues): string {
  switch (values.kind) {
    case 'words':
      return `_demandfit_words '${values.words.join(' ')}'`;
    case 'files':
      return '_demandfit_files -f';
    case 'folders':
      return '_demandfit_files -d';
    case 'free':
      return ':';
  }
}

/** One case for all patterns that lead to the same. */
function renderBashCases(entries: readonly (readonly [pattern: string, action: string])[], indent: string): string {
  const byAction = new Map<string, string[]>();
  for (const [pattern, action] of entries) byAction.set(action, [...(byAction.get(action) ?? []), pattern]);
  return [...byAction].map(([action, patterns]) => `${indent}${patterns.join('|')}) ${action} ;;\n`).join('');
}

/** The script for bash, 3.2 and newer. */
export function renderBashScript(commands: readonly CommandCompletion[]): string {
  const ids = commands.map(({ id }) => id).join(' ');
  const valued = commands.flatMap(({ id, options }) =>
    options.flatMap(({ flag, values }) =>
      values === null ? [] : [[`'${id} ${flag}'`, renderBashValues(values)] as const],
    ),
  );
  const positions = (isWanted: boolean) =>
    commands.flatMap(({ id, args }) =>
      args.flatMap(({ values, isMany }, at) =>
        isMany === isWanted ? [[`'${id} '${isMany ? '*' : at}`, renderBashValues(values)] as const] : [],
      ),
    );
  const flags = commands.map(
    ({ id, options }) => [id, `_demandfit_words '${options.map(({ flag }) => flag).join(' ')}'`] as const,
  );
  return `# bash completion of demandfit, made by: demandfit completion bash
# To use it: demandfit completion bash > ~/.local/share/bash-completion/completions/demandfit

_demandfit_words() {
  COMPREPLY=($(compgen -W "$1" -- "$current"))
}

_demandfit_files() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$current"))
}

# True for an option of the command that takes a value.
_demandfit_takes_value() {
  case "$1" in
${renderBashCases(
  valued.map(([pattern]) => [pattern, 'return 0']),
  '    ',
)}  esac
  return 1
}

_demandfit() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}"
  local command=score first=1 at=0 i word
  COMPREPLY=()
  # Bash takes --format=json for three words.
  if [[ $current == = ]]; then
    current=''
  elif [[ $previous == = ]]; then
    previous="\${COMP_WORDS[COMP_CWORD - 2]}"
  fi
  if ((COMP_CWORD > 1)) && [[ " ${ids} " == *" \${COMP_WORDS[1]} "* ]]; then
    command="\${COMP_WORDS[1]}"
    first=2
  fi
  case "$command $previous" in
${renderBashCases(
  valued.map(([pattern, action]) => [pattern, `${action}; return`]),
  '    ',
)}  esac
  if [[ $current == -* ]]; then
    case "$command" in
${renderBashCases(flags, '      ')}    esac
    return
  fi
  for ((i = first; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    if [[ $word == -?* ]]; then
      if _demandfit_takes_value "$command $word"; then
        ((i++))
        if [[ \${COMP_WORDS[i]} == = ]]; then ((i++)); fi
      fi
    else
      ((at++))
    fi
  done
  case "$command $at" in
${renderBashCases(positions(false), '    ')}${renderBashCases(positions(true), '    ')}  esac
  if ((COMP_CWORD == 1)); then
    COMPREPLY+=($(compgen -W '${ids}' -- "$current"))
  fi
}

complete -F _demandfit demandfit
`;
}
