import { ASK_FOR_PROPOSALS } from './signature.ts';

// Each script asks the program itself, so that it never proposes what another version took.

/** For bash, 3.2 and newer. */
const BASH = `# bash completion of demandfit, made by: demandfit completion bash
# To use it: demandfit completion bash > ~/.local/share/bash-completion/completions/demandfit

_demandfit() {
  local current="\${COMP_WORDS[COMP_CWORD]}" word about words=() IFS=$'\\n'
  # Bash takes --format=json for three words.
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if [[ $word != = ]]; then words+=("$word"); fi
  done
  if [[ $current == = ]]; then
    current=''
    words+=('')
  fi
  COMPREPLY=()
  while IFS=$'\\t' read -r word about; do
    case "$word" in
      :files)
        compopt -o filenames 2>/dev/null
        COMPREPLY+=($(compgen -f -- "$current"))
        ;;
      :folders)
        compopt -o filenames 2>/dev/null
        COMPREPLY+=($(compgen -d -- "$current"))
        ;;
      "$current"*) COMPREPLY+=("$word") ;;
    esac
  done < <("\${COMP_WORDS[0]}" ${ASK_FOR_PROPOSALS} "\${words[@]}" 2>/dev/null)
}

complete -F _demandfit demandfit
`;

const ZSH = `#compdef demandfit
# zsh completion of demandfit, made by: demandfit completion zsh
# To use it: demandfit completion zsh > a folder of $fpath, as _demandfit

_demandfit() {
  local line word about
  local -a proposed
  for line in "\${(@f)$($words[1] ${ASK_FOR_PROPOSALS} "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    word=\${line%%$'\\t'*}
    about=\${line#*$'\\t'}
    case $word in
      *:files) compset -P '--*='; _files ;;
      *:folders) compset -P '--*='; _files -/ ;;
      ?*) proposed+=("\${word}\${about:+:$about}") ;;
    esac
  done
  _describe -t values value proposed
}

if [[ $funcstack[1] == _demandfit ]]; then
  _demandfit "$@"
else
  compdef _demandfit demandfit
fi
`;

const FISH = `# fish completion of demandfit, made by: demandfit completion fish
# To use it: demandfit completion fish > ~/.config/fish/completions/demandfit.fish

function __demandfit_propose
    set -l said (commandline -opc)
    set -l current (commandline -ct)
    set -l flag (string match -r -- '^--[a-z-]+=' "$current")
    set -l value (string replace -r -- '^--[a-z-]+=' '' "$current")
    for line in ($said[1] ${ASK_FOR_PROPOSALS} $said[2..-1] "$current" 2>/dev/null)
        switch $line
            case '*:files*'
                printf '%s\\n' "$flag"(__fish_complete_path "$value")
            case '*:folders*'
                printf '%s\\n' "$flag"(__fish_complete_directories "$value")
            case '*'
                echo $line
        end
    end
end

complete -c demandfit -f -a '(__demandfit_propose)'
`;

export const SHELLS = [
  { id: 'bash', script: BASH },
  { id: 'zsh', script: ZSH },
  { id: 'fish', script: FISH },
] as const;
