import type { Concept } from './types.ts';

/** What English-writing shoppers say when they feel something, by idea. Patterns run on folded (lower-case) text. */
export const enConcepts: readonly Concept[] = [
  {
    name: 'en.insult',
    pattern:
      '\\b(?:scam(?:mers?|med|ming)?|rip[- ]?off|ripped off|con artists?|crooks?|thie(?:f|ves)|liars?|lying|lied|lies|fraud(?:ulent|sters?)?|joke|ridiculous|pathetic|useless|worthless|garbage|rubbish|trash|crap(?:py)?|bull(?:shit|sh\\*t|crap)?|bs|shit(?:ty|show)?|fuck\\w*|f\\*+\\w*|damn(?:ed)?|bloody|wtf|tf|hell|idiots?|stupid|dumb|morons?|clowns?|incompeten(?:t|ce)|unprofessional|unacceptable|disgrace(?:ful)?|disgusting|disgusted|appalling|appalled|atrocious|awful (?:service|company|customer)|terrible|horrible|horrendous|worst|shameful|shame on|insult(?:ing)?|insane|absurd|outrageous|shocking|shambles|farce|nightmare|mess|sloppy|lazy|rude|arrogant|dishonest|misleading|misled|deceptive|false advertis\\w+|bait and switch|cheat(?:ed|ing)?|robbed|robbery|daylight robbery|stole|con|fake[ds]?|gaslight\\w*|fob(?:bed|bing)? (?:me )?off|fobbed|runaround|run[- ]around|brush(?:ed|ing)? (?:me )?off|stonewall\\w*|ghost(?:ed|ing)|ignor(?:ed|ing)|not cool|out of order|sick (?:of|and tired)|fed up|had enough|enough is enough|done with|never (?:again|buying|ordering|shopping|coming)|last time i|lost a customer|losing a customer|avoid|one star|1 star|zero stars|waste of (?:time|money|\\$)|wasted|total waste|waste)\\b',
    pull: { anger: 2 },
  },
  {
    name: 'en.fury',
    pattern:
      "\\b(?:furious|livid|angry|mad|pissed(?: off)?|outraged|fuming|seething|infuriat\\w+|annoy(?:ed|ing)|irritat(?:ed|ing)|frustrat(?:ed|ing|ion)|aggravat\\w+|exasperat\\w+|unbelievable|unreal|incredible how|losing (?:my )?patience|lost (?:my )?patience|patience is|ticked off|can'?t believe|beyond (?:belief|a joke|annoyed|frustrated)|how dare|had it with|driving me (?:mad|crazy|nuts)|makes my blood)\\b",
    pull: { anger: 1.9 },
    turns: 'en.calm',
  },
  {
    name: 'en.rhetoric',
    pattern:
      "\\b(?:are you (?:kidding|serious|joking|for real|even|people|lot)|you(?:'ve| have) got to be|seriously\\?|really\\?|how hard (?:is|can)|how difficult|what (?:kind|sort) of|what is wrong|what's wrong with|what the|do you (?:even|people|lot|guys even|actually)|does (?:anyone|anybody|nobody) (?:there|even|actually|read|check|work|care)|is (?:anyone|anybody) (?:actually|even|checking|working|reading|there going)|anyone going to|explain(?: yourselves?| this| that| how| why)?(?=[.!?]|$)|explain (?:yourselves|that|this|how)|admit it|fix (?:it|this|your)|do something|sort it out|get it together|not my (?:problem|fault)|your (?:problem|fault|mistake|mess|error)|you people|you lot|you guys (?:keep|always|never|still|are|have)|you (?:keep|always|never|clearly|obviously|lied|promised|said|told|took|sent|had|messed|screwed|owe|advertise|claim)|why (?:would|should|do i have|am i|is it always|can't you|won't you|don't you|isn't|hasn't|haven't|didn't|the hell|on earth|bother)|who (?:approved|packs|packed|thought|trained|is responsible|pays)|how (?:is|are|can|could|do|does|did|come|convenient|many times|much longer|on earth|the hell)|to whom exactly|what's the point|what is the point|since when|or what\\b|is that (?:a joke|it|all)|that's it\\?|so (?:i|loyal|now i|you)|am i (?:supposed|expected|meant)|expect me to|treat(?:ed|ing)? (?:me|us|customers|people)|care\\?|act like|pretend(?:ing)?|excuse[sd]?|canned|copy[- ]?past\\w+|script|not what i asked|misunderstood|read my|listen)\\b",
    pull: { anger: 1 },
  },
  {
    name: 'en.repeat',
    pattern:
      "\\b(?:again(?=[?!.,]|$)|yet again|once again|still (?:no|not|nothing|waiting|hasn't|haven't|isn't|don't|says?|pending|processing|stuck|in|at|the same|here)|(?:second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|nth) (?:time|attempt|wrong|email|message|replacement|request|complaint|month|week|call)|(?:two|three|four|five|six|seven|ten|several|many|multiple|countless|\\d+) (?:times|emails|messages|calls|attempts|tickets)|twice|every (?:single )?time|keeps? (?:on )?\\w+ing|over and over|same (?:scan|answer|thing|problem|issue|excuse|reply|old|depot|response)|weeks? now|days? now|months? now|for (?:over |more than |almost |nearly )?(?:a|two|three|four|five|six|seven|eight|nine|ten|\\d+) (?:days?|weeks?|months?|hours?)|been (?:waiting|over|more than|\\d+|two|three|four|five|six|seven|a week|a month|ages|forever)|ages|forever|day (?:two|three|four|five|six|seven|eight|nine|ten|\\d+)|no (?:reply|response|answer|update|one|call|knock|explanation|apology)|nobody|nothing (?:back|yet|happened|since)|ignored|unanswered|radio silence|not (?:one|a single)|one inch)\\b|\\btoo\\b[!.]*$",
    pull: { anger: 0.7, worry: 0.15 },
  },
  {
    name: 'en.demand',
    pattern:
      "\\b(?:refund me|my money back|want my money|give me (?:my|a|back|someone)|get me (?:a|someone|your)|i (?:demand|insist|expect|deserve)|immediately|right now|now[.!]|at once|compensat\\w+|real (?:person|human)|human being|a human|actual (?:person|human)|manager|supervisor|someone (?:competent|senior|in charge)|escalate|complaint|complain(?:ing)?|cancel everything|cancel it all|stop (?:with|sending|the|wasting|telling)|just (?:send|refund|fix|cancel|do|tell|give)|forget it|don't bother|your chance)\\b",
    pull: { anger: 0.8 },
    urgency: 0.4,
  },
  {
    name: 'en.sarcasm',
    pattern:
      '\\b(?:my foot|yeah,? right|sure[.,]|oh great|oh lovely|oh wonderful|oh perfect|great (?:packing|job|work|service|start|way)|nice (?:one|job|try|work)|well done|bravo|congratulations|congrats|slow clap|thanks for nothing|thanks a (?:lot|bunch)|how (?:convenient|lovely|nice|generous|thoughtful|kind)|impressive|brilliant[.!]*$|lovely[.!]*$|fantastic[.!]*$|love (?:that|how|it when)|of course it|surprise,? surprise|what a surprise|apparently|supposedly|so[- ]called|magically|miracle|as if|good luck|lucky me|aren\'t (?:you|we) (?:lucky|great)|snail|fallen asleep|asleep|scenic route|world tour|on holiday|by horse|carrier pigeon|next century|moon|pigs fly|blind(?:folded)?|psychic|mind[- ]?reader|eye roll|slow as|speechless|a joke)\\b|"[^"]{2,40}"(?:,? (?:sure|right|really|huh)|\\?)',
    pull: { anger: 1.1 },
  },
  {
    name: 'en.fault',
    pattern:
      "\\b(?:wrong (?:item|one|shade|size|product|address|order|colou?r|invoice|thing)|missing|damaged|broken|smashed|shattered|crushed|cracked|leak(?:ed|ing|s)?|spilled|empty (?:box|parcel|package|bottle)|expired|opened|used|tampered|seal (?:was )?(?:broken|missing)|overcharged?|double charged|charged (?:me )?(?:twice|double|again)|(?:does|did|do) ?(?:n't|not|nothing)? ?(?:nothing|not work)|doesn't (?:work|do)|didn't (?:work|arrive|come)|never (?:arrived|came|got|received|showed|called|left)|not (?:arrived|received|delivered|working|what)|faulty|defective|dried out|smells? (?:off|weird|rancid|funny)|mould|mold|late|delayed|slow(?:er)?|stuck|lost|refused|rejected|declined)\\b",
    pull: { anger: 0.35, worry: 0.25, sadness: 0.1 },
  },
  {
    name: 'en.promise',
    pattern:
      '\\b(?:you (?:said|promised|told|advertise\\w*|claim\\w*|guarantee\\w*)|promised|was told|were told|supposed to|meant to|advertised|guaranteed?|says (?:delivered|processing|it)|paid (?:extra )?for|the (?:site|page|ad|email) (?:said|says)|within (?:24|48) hours)\\b',
    pull: { anger: 0.4 },
  },
  {
    name: 'en.worry',
    pattern:
      "\\b(?:worr(?:y|ied|ying|ies)|afraid|scared|scary|anxious|anxiety|nervous|concern(?:ed|ing|s)?|panic(?:k?ing|ked)?|freaking out|stress(?:ed|ing|ful)?|terrified|frightened|alarm(?:ed|ing)|uneasy|paranoid|desperate|losing sleep|fear|is (?:it|this|that|everything) (?:safe|ok(?:ay)?|normal|dangerous|bad|alright|still safe|harmful|toxic|going to|a scam|legit|true)|(?:is|are) (?:it|they|these|my) (?:lost|gone|stolen|ruined|okay|safe)|safe (?:to|for|during|while)|dangerous|harmful|toxic|cancer|carcinogen\\w*|hormones?|side effects?|should i (?:be|stop|see|go|wash|worry|rinse|call|throw)|do i need (?:to see|a doctor|to go)|what (?:if|should i do|do i do|can i do|happens if)|will (?:it|they|my|i|he|she) (?:ever|still|be (?:ok|fine|late|lost|in time|destroyed|here|ruined|able)|come|make it|arrive|get here|go away|scar|ever)|might (?:be|have) (?:lost|stolen|hacked|allergic)|surely|in time|on time for|make it (?:by|before|in|for)|before (?:the|my) (?:wedding|trip|flight|birthday|event|interview|party)|lost in|vanish(?:ed)?|disappear(?:ed)?|stolen|hack(?:ed|er)?|someone (?:else|used|logged|changed|bought|took)|i (?:didn't|did not|never) (?:place|order|make|authori[sz]e|request|change|sign|buy)|unauthori[sz]ed|suspicious|phish\\w*|leaked|data breach|breach|charged (?:twice|again|over)|two charges|money (?:left|is gone|was taken|gone|disappeared)|where (?:is|did|has) (?:my|the) (?:money|refund|parcel|package|order)|(?:no|don't see any) (?:record|confirmation|info|trace)|(?:nothing|never) (?:at my door|here|updates?|moved)|isn't (?:here|there)|help(?=[!.?]|$| me| please)|please help|what's happening|what is going on|hope (?:it|this|nothing|i))\\b",
    pull: { worry: 1.2 },
    turns: 'en.calm',
  },
  {
    name: 'en.skin',
    pattern:
      '\\b(?:allerg(?:y|ic|ies)|reaction|reacting|rash(?:es)?|hives|burn(?:s|ed|t|ing)?|sting(?:s|ing)?|stung|itch(?:y|es|ing)?|swell(?:ing|s)?|swollen|puffy|redness|red (?:and|patches|bumps|spots)|bumps|blister\\w*|peel(?:s|ed|ing)?|flak(?:y|ing)|break(?:ing)? ?out|broke out|breakouts?|cyst\\w*|acne|pimples?|irritat(?:ed|ion|ing)|raw|sore|bleed(?:ing|s)?|scar(?:s|red|ring)?|infect\\w+|hurts?|painful|pain|tingl\\w+|numb|dizzy|vomit\\w*|throw(?:ing|n)? up|swallow(?:ed)?|ate (?:some|it)|ingested|in (?:my|her|his) eyes?|breath(?:e|ing)|throat|er\\b|hospital|doctor|dermatologist|gp|eczema|rosacea|sensitive skin)\\b',
    pull: { worry: 0.8, anger: 0.1 },
    urgency: 0.4,
  },
  {
    name: 'en.vulnerable',
    pattern:
      '\\b(?:pregnan(?:t|cy)|expecting|trimester|breast ?feed(?:ing)?|nursing|newborn|baby|toddler|my (?:kid|son|daughter|child|children|mum|mom|mother|gran|grandma|nan|dad|father)|elderly|chemo\\w*|surgery|diabet\\w+|asthma\\w*|crutches|wheelchair|disabled)\\b',
    pull: { worry: 0.4, sadness: 0.15 },
  },
  {
    name: 'en.sad',
    pattern:
      "\\b(?:disappoint(?:ed|ing|ment|s)?|sad(?:ly|der|dens?)?|gutted|heart ?broken|heartbreaking|upset(?:ting)?|let down|letdown|oh well|sigh|such a shame|what a shame|a shame|(?:a|such a|what a) pity|looking forward|had (?:such )?(?:high )?hopes|really hoped|was hoping|i hoped|hoped (?:it|this|for)|ruined|miss(?:ed)? (?:it|the|out|my|her|his)|too late|gave up|give up|giving up|given up|hopeless|helpless|depress(?:ed|ing)|cr(?:y|ied|ying)|tears?|teary|feel (?:awful|terrible|bad|low|down|ugly|silly|stupid|so low|let down)|gets me down|down about|miserable|devastated|crushed that|bummed|bummer|unhappy|unfortunate(?:ly)?|unlucky|just my luck|no luck|never mind|nevermind|nvm|i guess|i suppose|guess (?:i'll|that's|it)|wish (?:i|it|you|they)|wasn't meant|can't afford|cannot afford|out of (?:my )?budget|too expensive for me|sold out|discontinued|gone for good|used to (?:love|be)|not the same|no (?:difference|change|improvement|results)|didn't (?:help|make it|work for me)|doesn't (?:help|suit)|nothing (?:seems|works|helps|soothes)|last (?:gift|thing|one)|passed away|late (?:mother|father|husband|wife|mum|mom|dad|gran\\w*)|funeral|memor(?:y|ies)|anniversary|breakup|divorce|lonely|alone|sorry to (?:see|leave|go|hear)|regret|my own fault|my fault|should have|shouldn't have|if only|aw+|alas|meh|expected (?:more|better)|underwhelm\\w+|lost (?:hope|faith))\\b|:\\(|:'\\(|</3",
    pull: { sadness: 1.4 },
    turns: 'en.calm',
  },
  {
    name: 'en.joy',
    pattern:
      "\\b(?:love(?:d|s|ly)?|loving|adore|amazing|awesome|perfect(?:ly)?|fantastic|wonderful|excellent|brilliant|superb|incredible|beautiful(?:ly)?|gorgeous|stunning|great|glad|happy|happier|happiest|delighted|thrilled|excited|exciting|can't wait|pleased|impressed|satisfied|life ?saver|angel|star\\b|legend|hero|gem|made my (?:day|week)|so (?:kind|nice|sweet|helpful|quick|fast|good|soft|excited|pretty|happy|grateful)|super (?:helpful|fast|quick|nice|kind)|very (?:helpful|happy|pleased|kind|impressed)|helpful|grateful|appreciate|thank you (?:so|very) much|thanks (?:so|very) much|many thanks|thanks a million|thank you thank you|huge thanks|big thanks|cheers|yay+|woo+(?:hoo)?|hooray|hurray|haha+|lol|wow|obsessed|hooked|holy grail|favou?rite|best (?:ever|service|serum|cream|mask|thing|purchase|shop|customer|gift)|the best|glow(?:ing|y)?|works? (?:wonders|like a|great|so well|beautifully|perfectly)|game[- ]?changer|recommend(?:ed|ing)?|buy(?:ing)? (?:it )?again|repurchas\\w+|five stars|5 stars|compliments?|blessed|you rock|spot on|well packed|arrived (?:safely|early|today and)|faster than|early|sorted(?! today| it)|fixed it|it worked|finally (?:works|arrived|here|found))\\b|<3|:\\)|:d\\b|xoxo",
    pull: { joy: 1.3 },
    turns: 'en.sad',
  },
  {
    name: 'en.thanks',
    pattern: '\\b(?:thanks|thank you|thx|ty|cheers|ta)\\b',
    pull: { joy: 0.3, neutral: 0.2 },
  },
  {
    name: 'en.deadline',
    pattern:
      "\\b(?:asap|urgent(?:ly)?|emergency|immediately|right (?:now|away)|quick(?:ly)?|hurry|rush|today|tonight|by (?:tomorrow|tonight|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|\\d)|before (?:it ships|tomorrow|the|my|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\\d)|tomorrow|this (?:morning|afternoon|evening)|in (?:an hour|\\d+ (?:minutes|hours)|ten minutes)|minutes|deadline|expires?|runs out|ends (?:in|tonight|today)|closes|last day|time is|running out|flight|flying|fly out|leav(?:e|ing) (?:for|on|tomorrow|in)|wedding|birthday|party|interview|trip|ceremony|stop (?:it|the|this)|haven't shipped|before shipping|at (?:my|the) door|please (?:hurry|stop|reply|rush)|as soon as|need (?:it|this|them) (?:by|before|today|now|asap|shipped)|waiting|any update)\\b",
    urgency: 1,
    pull: { worry: 0.3 },
  },
  {
    name: 'en.outside',
    pattern:
      '\\b(?:charge ?back|charge-back|dispute[sd]?|disputing|(?:my |the )?(?:bank|card (?:company|issuer|provider)|credit card company|visa|mastercard|amex|paypal|klarna)(?: (?:will|to|is|opens?|about|claim|case|get|take|involved|reverse|dispute|now|tomorrow|today))|section 75|bbb|better business bureau|ftc|federal trade|attorney general|trading standards|consumer (?:protection|affairs|council|rights|association|court|agency|ombudsman)|citizens advice|ombudsman|cma\\b|accc|fair trading|watchdog|regulator\\w*|authorit(?:y|ies)|fda|mhra|small claims|court|sue|suing|sued|lawsuit|lawyers?|attorneys?|solicitor|legal (?:action|team|advice|proceedings|route|department|counsel)|legally|litigation|police|report(?:ing|ed)? (?:you|this|it|your)|the press|press office|to press|media|newspaper|journalists?|reporters?|news (?:station|channel|outlet)|tv|blog(?:ger)?|influencer|followers|(?:on|all over|to) (?:twitter|x|tiktok|instagram|facebook|reddit|youtube|social media|trustpilot|xiaohongshu)|twitter|tiktok|reddit|trustpilot|social media|go(?:ing)? public|viral|expose[ds]?|exposing|name and shame|screenshots?|everyone (?:will )?know|tell everyone|warn (?:everyone|others|people)|12315)\\b',
    threat: 1.8,
    pull: { anger: 0.8 },
  },
  {
    name: 'en.willing',
    pattern:
      "\\b(?:i(?:'ll| will| am going to|'m going to|'m gonna| shall| have already|'ve already| already| intend| plan| am prepared|'m prepared|'m ready| am ready|'m filing| am filing|'m contacting| am contacting|'m calling| am calling|'m taking| am taking|'m reporting|'m opening|'m posting| might| may| can always| have no choice|'ve contacted| have contacted|'ve filed| have filed| would hate| swear)|we(?:'ll| will)|my (?:lawyer|bank|attorney|solicitor|husband is a lawyer|sister is a lawyer|followers)|or (?:i|i'll|else|we|my)|otherwise|unless|if (?:this|it|you|i|my|the|nothing|not|no)|next (?:step|stop|call|message|email)|see you in|hear from|last (?:chance|warning)|final (?:warning|notice|chance)|by (?:the end of|friday|monday|tomorrow|tonight|noon)|24 hours|48 hours|filing|filed|opening a|taking (?:this|it)|going to (?:my|the|report|file|post|call|contact|sue|dispute)|about to)\\b",
    threat: 0.6,
  },
  {
    name: 'en.asking',
    pattern:
      "\\b(?:can (?:i|you|we)|could (?:i|you|we)|do you (?:have|ship|sell|offer|accept|take|do|know)|does (?:it|the|this|that)|is there|are there|what (?:is|are|time|size|shade|colou?r)|which|how (?:do i|to|long|much|many|often|should i)|when (?:do|does|is|are|will)|where (?:can|do)|would (?:it|you|like)|i(?:'d| would) like|i want to|please|may i|any (?:chance|discount|recommendations?)|wondering|just (?:checking|asking|wondering|curious)|curious|recommend|looking for)\\b",
    pull: { neutral: 0.5 },
  },
  {
    name: 'en.calm',
    pattern:
      "\\b(?:no (?:rush|worries|problem|hurry|big deal)|not (?:urgent|a problem|worried|in a hurry|angry|mad|upset)|whenever|take your time|ok(?:ay)?|got it|i see|understood|all good|fine|it's fine|that's fine|don't worry|no need)\\b",
    pull: { neutral: 0.8 },
  },
];
