import { stem } from '../text/stem.ts';

/** Forms that no rule of suffixes leads back to their word: `word: forms`. */
const IRREGULAR = new Map(
  `go:went gone|buy:bought|send:sent|tell:told|say:said|give:gave given|take:took taken|get:got gotten|come:came|see:saw seen
know:knew known|think:thought|find:found|leave:left|feel:felt|bring:brought|begin:began begun|keep:kept|hold:held|write:wrote written
stand:stood|hear:heard|let:lets|mean:meant|meet:met|pay:paid|run:ran|speak:spoke spoken|spend:spent|win:won|break:broke broken
choose:chose chosen|drive:drove driven|eat:ate eaten|fall:fell fallen|fly:flew flown|forget:forgot forgotten|sell:sold|steal:stole stolen
teach:taught|wake:woke woken|wear:wore worn|sing:sang sung|sleep:slept|lose:lost|make:made|build:built|catch:caught|draw:drew drawn
drink:drank drunk|grow:grew grown|ride:rode ridden|rise:rose risen|shake:shook shaken|show:shown|sit:sat|swim:swam swum|throw:threw thrown
understand:understood|become:became|deal:dealt|fight:fought|freeze:froze frozen|hide:hid hidden|lend:lent|shoot:shot|lead:led|bend:bent
child:children|woman:women|man:men|foot:feet|tooth:teeth|goose:geese|mouse:mice|person:people persons|wife:wives|knife:knives|life:lives|leaf:leaves
half:halves|shelf:shelves|wolf:wolves|dry:dried|try:tried tries|reply:replied|delivery:deliveries`
    .split(/[|\n]/)
    .flatMap((line) => {
      const [word = '', forms = ''] = line.split(':');
      return forms.split(' ').map((form): [string, string] => [form, word]);
    }),
);

/** Stems of words met before; emptied when full, so that it stays small. */
const stems = new Map<string, string>();

/** The stem of a folded word: of its plain form when it is irregular. */
export function stemOf(form: string): string {
  const known = stems.get(form);
  if (known !== undefined) return known;
  if (stems.size >= 20_000) stems.clear();
  const found = stem(IRREGULAR.get(form) ?? form);
  stems.set(form, found);
  return found;
}
