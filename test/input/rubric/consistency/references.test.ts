import { describe, it } from 'vitest';
import { broken, expectTold, FILE } from '../broken-set.ts';

const { edge, storage } = FILE;
const alternatives = 'alternatives.yaml';
const implications = 'implications.yaml';
const regulations = 'regulations.yaml';

describe('an id that is taken', () => {
  it.each([
    broken('by a track', 'gates.yaml', /id: landmark$/m, 'id: storage', /already used, in tracks\/storage/),
    broken('by a criterion', edge, /- id: proof/, '- id: cost', /already used, in dimensions\/technical/),
    broken('by a diagnosis', 'evidence.yaml', /id: press,/, 'id: level-field,', /already used, in diagnoses/),
    broken('by a rating rule', 'rubric.yaml', /- id: silence/, '- id: offer', /duplicate id `offer`/),
    broken('by a source kind', 'evidence.yaml', /id: contract,/, 'id: price-list,', /duplicate id `price-list`/),
    broken('by a workload', alternatives, /- id: h200-rental/, '- id: h100-rental', /duplicate id `h100-rental`/),
    broken('by a service class', alternatives, /- id: marketplace/, '- id: data-centre', /duplicate id `data-centre`/),
    broken(
      'by a unit',
      'units.yaml',
      /id: USD per H200-hour }/,
      'id: USD per H100-hour }',
      /duplicate id .*H100-hour`/,
    ),
    broken('by a claim', FILE.claims, /id: tracks-differ/, 'id: judge-from-demand', /duplicate id `judge-from-demand`/),
    broken('by a model of the track', storage, /- id: permanent/, '- id: pooled-disks', /duplicate id `pooled-disks`/),
    broken('by a duty of the regulation', regulations, /- id: art-12/, '- id: art-10', /duplicate id `art-10`/),
  ])('$name is told', expectTold);
});

describe('a name that leads nowhere', () => {
  const like = (suggestion: string) => ({ suggestion });

  it.each([
    broken('claim of a track', storage, /\[storage-has-ration/, '[storages-has-ration', /no claim/, {
      suggestion: 'storage-has-rationale',
    }),
    broken('claim of a weight', storage, /\[petabyte-clients-unpersuaded/, '[latency', /no claim `latency`/),
    broken(
      'claim of a need',
      storage,
      /\[data-held-by-few/,
      '[data-held',
      /no claim `data-held`/,
      like('data-held-by-few'),
    ),
    broken('claim of a criterion', edge, /\[compute-has-rationale,/, '[rationale,', /no claim `rationale`/, {
      fix: /^Correct the id, or add an entry that has it\.$/,
    }),
    broken(
      'group of a cue',
      edge,
      /"<first> <maker>"/,
      '"<first> <makers>"',
      /no group of words `makers`/,
      like('maker'),
    ),
    broken('claim of a gate', 'gates.yaml', /\[switch-needs-over/, '[switch-over', /no claim/, {
      suggestion: 'switch-needs-overwhelming-gain',
    }),
    broken('claim of a diagnosis', 'diagnoses.yaml', /\[demand-follows-rules/, '[demand', /no claim `demand`/),
    broken(
      'claim of the evidence',
      'evidence.yaml',
      /\[buyers-want/,
      '[buyers',
      /no claim/,
      like('buyers-want-measured-return'),
    ),
    broken('section', FILE.claims, /section: premise$/m, 'section: premises', /no section/, like('premise')),
    broken(
      'criterion of a gate',
      'gates.yaml',
      /criterion: customers/,
      'criterion: buyers',
      /no criterion `buyers`/,
      like('compliance_buyers'),
    ),
    broken('criterion of a diagnosis', 'diagnoses.yaml', /criterion: duties/, 'criterion: duty', /no criterion `duty`/),
    broken('criterion of a track', storage, /criterion: cost/, 'criterion: costs', /no criterion/, like('cost')),
    broken('criterion of an alternative', alternatives, /criterion: cost/, 'criterion: costs', /no crit/, like('cost')),
    broken(
      'criterion of an implication',
      implications,
      /criterion: paid_use/,
      'criterion: paid',
      /no criterion `paid`/,
      like('paid_use'),
    ),
    broken('option', implications, /\[hollow\]/, '[holow]', /no option of `use` `holow`/, like('hollow')),
    broken(
      'fact of an item',
      implications,
      /outside_crypto:/,
      'outside:',
      /no fact of an item of `customers` `outside`/,
      like('outside_crypto'),
    ),
    broken('word of a fact', implications, /stage: production/, 'stage: live', /no `stage` `live`/),
    broken('figure', implications, /revenue, figure_above/, 'use, figure_above', /`use` is not answered by a figure/),
    broken('gate', 'diagnoses.yaml', /gate: landmark/, 'gate: landmarks', /no gate/, like('landmark')),
    broken('track of a diagnosis', 'diagnoses.yaml', /\[verification\]/, '[proofs]', /no track `proofs`/),
    broken('track of a gate', 'gates.yaml', /\[compute, storage\]/, '[compute, store]', /no track/, like('storage')),
    broken('track of a criterion', edge, /(?<=^ {6})data-market:/m, 'data-markets:', /no track/, like('data-market')),
    broken('track of a duty', regulations, /(?<=^ {10})data-market:/m, 'data:', /no track `data`/, like('data-market')),
    broken('track of an alternative', alternatives, /track: compute/, 'track: computer', /no track/, like('compute')),
    broken('concept of a model', storage, /term: <idle>/, 'term: <idel>', /no concept `idel`/, like('idle')),
    broken('dimension of a gate', 'gates.yaml', /ease: .*/, 'ease: switching', /no dimension/, like('switching_cost')),
    broken('dimension of a weight', storage, /(?<=^ {2})switching_cost/m, 'ease', /no dimension `ease`/),
    broken('grade of a source kind', 'evidence.yaml', /grade: checkable/, 'grade: seen', /no evidence grade `seen`/, {
      fix: /^Use one of: none, .*, independent; or add an entry with this id\.$/,
    }),
    broken('grade for contradicted kinds', 'evidence.yaml', /(?<=^contradicted_cap: ).*/m, 'seen', /no evidence grade/),
    broken('grade for unknown owners', 'evidence.yaml', /(?<=^unknown_owner_cap: ).*/m, 'seen', /no evidence grade/),
    broken('grade that shows a class', 'evidence.yaml', /(?<=^class_shown_by: ).*/m, 'seen', /no evidence grade/),
    broken('grade that shows one class', alternatives, /(?<=shown_by: ).*/, 'seen', /no evidence grade `seen`/),
    broken('grade in caps', edge, /effort:/, 'caps: { seen: 1 }\n    caps_reason: So.\n    $&', /no evidence grade/),
    broken('kind of criterion', edge, /kind: choice/, 'kind: choise', /no kind of criterion/, like('choice')),
    broken('source kind of a regulation', regulations, /kind: law/, 'kind: laws', /no source kind/, like('law')),
    broken('source kind of a figure', alternatives, /kind: analytics$/m, 'kind: blog', /no source kind `blog`/),
    broken('unit', alternatives, /(?<=unit:) USD per H100-hour/, ' USD per hour', /no unit `USD per hour`/),
    broken('unit as a base', 'units.yaml', /(?<=base:) USD per H100-hour/, ' USD', /no unit `USD`/),
    broken('workload', alternatives, /workload: h100-rental/, 'workload: h100', /no workload `h100`/),
    broken('service class', alternatives, /(?<=service_class:) \S+/, ' cheap', /no service class `cheap`/),
  ])('is told: $name', expectTold);
});
