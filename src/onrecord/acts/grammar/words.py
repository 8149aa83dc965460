"""The closed word classes that the clause grammar of acts goes by."""

from onrecord.acts.grammar.sides import BOTH
from onrecord.text import forms_of
from onrecord.text.wordclasses import NOT_PAST

BE = frozenset("is are was were be been being am 's 'm 're get gets got getting".split())
HAVE = frozenset("have has had having 've".split())
DO = frozenset("do does did".split())
WILL = frozenset("will shall 'll".split())
MODALS = frozenset("would could can may might must should cannot can't ought 'd".split())
SUPPOSING = frozenset("would could might may 'd".split())
# "offered this prediction": nothing is offered but words.
OFFERED_WORDS = frozenset(
    "account advice amendment amendments answer answers apologies apology assessment clue "
    "comment comments condolences congratulations criticism critique defence defense "
    "description detail details estimate estimates evidence explanation glimpse guess guesses "
    "hint insight interpretation opinion praise prayers prediction proof reason reasons "
    "sympathy thanks thoughts version view views warning warnings".split()
)
COURTESY = frozenset("mr mrs ms dr".split())  # before a name
DASHES = frozenset({"—", "–", "--"})
QUOTATION_MARKS = frozenset("“ ” \" ‘ '".split())
NOT = frozenset("not never n't no neither nor hardly barely cannot".split())
CONTRACTED_NOT = frozenset(
    "isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't "
    "can't couldn't shouldn't mustn't".split()
)
AUXILIARIES = BE | HAVE | DO | WILL | MODALS | CONTRACTED_NOT

DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your any some another each every all "
    "both no such several many few more most other what which whose".split()
)
# Those that open no clause.
PLAIN_DETERMINERS = DETERMINERS - {"that", "what", "which", "whose"}
PREPOSITIONS = frozenset(
    "of in on at by for with from against over under between among into onto upon after before "
    "during since until about near across through towards toward via despite without within along "
    "around behind beyond amid following regarding than as like per including".split()
)
SUBORDINATORS = frozenset(
    "that if when while because although though after before as since unless until whereas whether "
    "where once so lest".split()
)
RELATIVE_PRONOUNS = frozenset("who which that whom".split())
RELATIVES = RELATIVE_PRONOUNS | {"whose"}
# What opens another clause.
CLAUSES = SUBORDINATORS | RELATIVES
CONJUNCTIONS = frozenset("and or but then yet nor".split())
# With these a verb is another one: "lifted off", "fought off".
PARTICLES = frozenset("off up out away".split())
PRONOUNS = frozenset("he she it they we i you him her them us me".split())
SUBJECT_PRONOUNS = frozenset([*"he she it they we i you".split(), BOTH])
# Who is the subject of a clause about the noun before: "a town | it | lost".
CLAUSE_SUBJECTS = frozenset("it he she they we".split())
OBJECT_PRONOUNS = frozenset([*"him her them us me".split(), BOTH])
OWNERS = frozenset("his her its their our my".split())
ADVERBS = frozenset(
    "also again once now still already then just only even soon later earlier today yesterday "
    "tomorrow further together instead therefore thus meanwhile ever almost never not reportedly "
    "allegedly jointly both all twice ago here there back ahead".split()
)

# What stands behind "to": how the infinitive is meant.
PLANNED_TO = frozenset(
    "plan plans planned planning intend intends intended intending aim aims aimed aiming "
    "prepare prepares prepared preparing seek seeks sought seeking want wants wanted hope hopes "
    "hoped hoping decide decides decided vow vows vowed vowing promise promises promised "
    "promising pledge pledges pledged pledging agree agrees agreed agreeing ready set due about "
    "poised going expect expects expected scheduled determined commitment "
    "decision deal agreement intention intentions plot plots preparations resolved resolve "
    "commit commits committed expecting intent voted votes vote moved move moves ambition swore "
    "swear swears obliged undertook undertaken eager keen wish wishes wished supposed".split()
)
THREATENED_TO = frozenset("threaten threatens threatened threatening threat threats".split())
OFFERED_TO = frozenset(
    "offer offers offered offering willing willingness readiness volunteer volunteered "
    "volunteers propose proposes proposed proposal proposals open".split()
)
DEMANDED_TO = frozenset(
    "demand demands demanded demanding urge urges urged urging ask asks asked asking call calls "
    "called calling order orders ordered ordering press presses pressed pressing tell tells told "
    "telling appeal appeals appealed request requests requested beg begs begged invite invites "
    "invited need needs needed obligation duty plead pleaded pleads pressure pressured "
    "instruct instructed encourage encouraged encourages advise advised advises implore implored "
    "require requires required warn warned warns lobby lobbied command commanded exhort exhorted "
    "persuade persuades persuaded persuading convince convinces convinced convincing induce "
    "push pushed pushing dare dares dared daring "
    "must ought should has have had".split()
)
REFUSED_TO = frozenset(
    "refuse refuses refused refusing decline declines declined declining fail fails failed failing "
    "refusal failure unwilling reluctant unable unwillingness inability neglected neglect hesitate "
    "hesitated forgot omit omitted".split()
)
DONE_TO = frozenset(
    "manage manages managed forced helped compelled led prompted caused spurred drove proceed "
    "proceeded proceeds rushed dared bothered deigned".split()
)
ONGOING_TO = frozenset(
    "continue continues continued continuing beginning starting began begun start started begin "
    "begins starts".split()
)
ATTEMPTED_TO = frozenset(
    "try tries tried trying attempt attempts attempted attempting struggle struggles struggled "
    "struggling strive strives strove striving effort efforts endeavour endeavours endeavoured "
    "work works worked working bid bids campaign campaigned campaigning scramble scrambled".split()
)
CAPABLE_TO = frozenset(
    "capacity authority power powers ability able capable chance opportunity".split()
)
SEEMED_TO = frozenset(
    "appear appears appeared seem seems seemed believed said thought claim claims claimed claiming "
    "alleged pretend pretends pretended pretending purport purports purported purporting".split()
)

# What governs a gerund or a noun of action: how it is meant.
HYPOTHETICAL_OF = frozenset(
    "fear fears feared risk risks risked possibility prospect prospects danger threat threats "
    "chance likelihood idea option options worry worries warning warnings warn warned warns talk "
    "rumours rumors speculation scenario scenarios concern concerns signs sign hint "
    "hints suspicion suspicions eventuality case event pretext reason justification grounds "
    "excuse consider considers considered considering mull mulls mulled mulling contemplate "
    "contemplated discuss discussed suggest suggested suggests weigh weighs weighed weighing "
    "imagine simulating simulate simulates simulated depicting depicts depicted envisages "
    "envisaging face facing justify expect expected expecting predict predicted anticipate "
    "anticipated await awaits awaited awaiting envisage envisaged against potential possible "
    "potentially deterring deter deters deterred favour favor allow allows allowed allowing "
    "permit permits permitted need needs needed needing necessary right rights capable ability "
    "means chances debate question questions bid hope hopes hoped hoping trigger triggers provoke "
    "provokes provoked invite could would might may can count counting rely relies relied "
    "relying attempted attempting rehearse rehearses rehearsed rehearsing verge "
    "brink dream dreams dreamed dreaming permission brace braces braced bracing "
    "think thinks thought thinking".split()
)
PREVENTED = frozenset(
    "prevent prevents prevented preventing avoid avoids avoided avoiding avert averts averted stop "
    "stops stopped stopping halt halts halted deter deters deterred dissuade dissuades dissuaded "
    "discourage block blocks blocked blocking forestall refrain refrained refrains thwart thwarted "
    "foil foiled instead spare spared stave prohibit prohibits prohibited ban bans banned rule "
    "ruled rules ruling from abandon abandoned cancel cancelled cancels canceled shelve shelved "
    "postpone postponed delay delayed evade evades evaded evading dodge dodges dodged dodging "
    "elude eludes eluded eluding sidestep sidesteps sidestepped abort aborts aborted aborting "
    "suspend suspends suspended suspending defer defers deferred deferring".split()
)
PLANNED_OF = frozenset(
    "plan plans planned planning preparation preparations prepare preparing prepares prepared "
    "schedule scheduled upcoming forthcoming imminent future proposed intended coming next "
    "expected looming pending announce announces announced promise promised promises pledge "
    "pledged intention intentions agree agreed agrees propose proposes proposal proposals "
    "arrange arranged arranging readying readied gear gears geared gearing plot plots plotted "
    "plotting".split()
)
DEMANDED_OF = frozenset(
    "demand demands demanded demanding call calls called calling urge urges urged urging seek "
    "seeks sought seeking appeal appeals appealed plea pleas request requests requested want "
    "wants wanted insist insists insisted press pressed pressing ask asked asks requires require "
    "required push pushes pushed".split()
)
# What one does not have yet, if it is looked for: "searched | for | help".
SOUGHT = frozenset(
    "search searches searched searching look looks looked looking wait waits waited waiting hunt "
    "hunting lobby lobbied lobbying campaign campaigned campaigning plead pleads pleaded pleading "
    "beg begged begging apply applied applying hoping angling angle time room "
    "reward rewards bounty bounties".split()
)
OFFERED_OF = frozenset("offer offers offered offering propose proposes proposed proposal".split())
THREATENED_OF = frozenset("threaten threatens threatened threatening vow vowed".split())
DENIED_OF = frozenset("deny denies denied denying denial denials".split())
UNREAL_ADJECTIVES = frozenset(
    "possible potential feared hypothetical would-be alleged any imminent eventual likely".split()
)
# Who is acquitted of something has not been shown to have done it.
ACQUITTED = frozenset(
    "acquit acquits acquitted acquitting cleared exonerate exonerates exonerated exonerating "
    "absolve absolves absolved absolving".split()
)
# What is called so did not happen: "an attempted murder", "a mock attack".
UNDONE_ADJECTIVES = frozenset(
    "attempted aborted thwarted foiled averted mock simulated fictional fictitious imaginary "
    "imagined cancelled canceled called-off rumoured rumored would-be".split()
)
AGAIN_ADJECTIVES = frozenset("another further renewed fresh full-scale".split())
PAST_ADJECTIVES = frozenset(
    "previous earlier past former historic historical last first long-running decades-old "
    "year-old failed".split()
)

# Verbs that carry a noun of action: "imposed sanctions", "held talks".
LIGHT_VERBS = frozenset(
    "hold holds held holding have had has having launch launches launched launching impose "
    "imposes imposed imposing carry carries carried carrying conduct conducts conducted "
    "conducting make makes made making give gives gave given giving send sends sent sending "
    "provide provides provided providing deliver delivers delivered delivering offer offers "
    "offered sign signs signed signing reach reaches reached reaching mount mounts mounted stage "
    "stages staged staging begin begins began begun start starts started open opened opens pay "
    "paid pays host hosts hosted hosting issue issues issued issuing commit commits committed "
    "lodge lodges lodged file files filed "
    "enter enters entered declare declares declared announce announces "
    "announced put puts take takes took taken taking place placed places resume resumes resumed "
    "resuming continue continued continues order orders ordered ordering approve approved "
    "approves extend extended receive received secure secured win won suffer suffered face join "
    "joined attend attended lead led negotiate negotiated broker brokered conclude concluded levy "
    "levied slap slaps slapped reimpose reimposes reimposed reimposing reinstate reinstates "
    "reinstated reinstating introduce introduces introduced unveil unveils unveiled tighten "
    "tightens tightened tightening widen widens widened voice voiced deploy level levelled tender "
    "tendered submit submitted".split()
)
# With these the subject has the act done to it: "drew praise from Kenya", "faces sanctions".
RECEIVING_VERBS = frozenset(
    "receive receives received receiving get gets got getting obtain obtains obtained obtaining "
    "gain gains gained gaining extract extracts extracted endure endures endured enduring draw "
    "draws drew drawn drawing attract attracts attracted earn earns earned garner garnered win "
    "wins won winning suffer suffers suffered face faces faced facing secure secures "
    "secured".split()
)
# Who does one of these brings others to a pact, and is no party to it.
MEDIATING = frozenset(forms_of("broker mediate facilitate"))
ENDING_VERBS = frozenset(
    "lift lifts lifted lifting end ends ended ending ease eased break breaks broke broken breaking "
    "relieve relieved repel repelled foil foiled thwart thwarted".split()
)

HEDGES = frozenset(
    "reportedly allegedly alleged apparently supposedly purportedly purported suspected possibly "
    "perhaps seemingly presumably estimated unconfirmed unverified probably ostensibly".split()
)
SEEMS = frozenset("appear appears appeared seem seems seemed".split())

# What can act for the one it belongs to: "Kenya's delegation walked out".
AGENTS = frozenset(
    "forces troops army navy military soldiers missiles planes jets aircraft fleet rockets drones "
    "delegation team envoy envoys government side parliament lawmakers ships warships vessels "
    "artillery police tanks guards gunners helicopters warplanes bombers submarines patrols boats "
    "advisers advisors diplomats delegates generals commanders chiefs ministers presidents "
    "officials leaders negotiators minister ministry president spokesman spokeswoman authorities "
    "administration council cabinet court prosecutors officers "
    "fighters members representatives".split()
)

# Past tenses that do not end in -ed, of verbs common in news.
PAST_FORMS = frozenset(
    "said told met held sent gave made took went came left fled fought shot hit cut put set began "
    "won lost led ran saw sought spoke spent struck threw withdrew wrote kept built brought sank "
    "broke drew fell felt found flew got grew heard knew laid let paid read rose shut sold stood "
    "swore taught thought understood wore "
    "blew bought chose dealt drove dug forbade froze hid lent overcame overran overthrew "
    "overtook rebuilt retook rode shook stuck swept tore undertook underwent upheld withheld "
    "withstood woke".split()
)
ORDINALS = frozenset("first second third fourth last latest next final".split())
# Participles that are no past forms: "was | taken | over".
PARTICIPLES = frozenset(
    "taken given driven begun written drawn chosen thrown overthrown withdrawn beaten stolen "
    "shaken hidden broken shown sworn forbidden frozen overtaken torn overrun".split()
)


_THINGS = frozenset(
    "ship warship frigate destroyer vessel boat submarine fleet tank missile rocket jet plane "
    "aircraft warplane bomber helicopter drone artillery corvette cutter dhow ferry freighter "
    "gunboat skiff tanker trawler tug yacht".split()
)


def is_thing(name: str) -> bool:
    """Return whether a group is of ships, arms or vehicles: "Kenyan warships"."""
    words = name.lower().split()
    return bool(words) and words[-1].removesuffix("s") in _THINGS


def is_past(word: str) -> bool:
    """Return whether the lower-case word is likely to be a past form: "sent", "sparked"."""
    return word in PAST_FORMS or (word.endswith("ed") and word not in NOT_PAST)


# What only says that something was said: no act by itself.
SAYINGS = frozenset(
    forms_of(
        "say:said|said tell:told|told add write:wrote|written note state explain remark reply "
        "answer respond call describe report regard insist think:thought|thought believe "
        "know:knew|known argue conclude continue declare refer:referred|referred mention "
        "speak:spoke|spoken claim tweet"
    )
) | {"according", "clear", "decided"}
