import { createElement } from './controls.ts';

/** The changed description, to be copied, and the command that scores it. */
export function createCopyPanel() {
  const text = createElement('textarea', { id: 'what-if-yaml', readonly: true, rows: '12', spellcheck: 'false' });
  const command = createElement('code');
  const said = createElement('span', { role: 'status' });
  const button = createElement('button', { type: 'button', id: 'what-if-copy' }, 'Copy as YAML');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      said.textContent = 'Copied.';
    } catch {
      text.select();
      said.textContent = 'The text is selected; press Ctrl+C or Cmd+C to copy it.';
    }
  });
  const node = createElement(
    'details',
    { class: 'copy' },
    createElement('summary', {}, 'The description with your changes'),
    createElement(
      'p',
      {},
      createElement('label', { for: 'what-if-yaml' }, 'As YAML. Hypothetical answers are marked as such.'),
    ),
    text,
    createElement('p', {}, button, ' ', said),
    createElement('p', {}, 'Save it as changed.yaml to get the same score with: ', command),
  );
  return {
    node,
    show(yaml: string, line: string) {
      text.value = yaml;
      command.textContent = line;
      said.textContent = '';
    },
  };
}
