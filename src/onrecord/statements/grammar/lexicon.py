"""The cue lexicon: which words announce a statement, what follows them, and what they do.

One line is one cue: the verb (with its forms where they are irregular), a particle or preposition
that belongs to it after "+", the speech act it performs unless the content says otherwise, and
what it can go with:

    quote     a quotation, and a clause that it stands in or after: "..., she added"
    that      a clause after "that"
    clause    a clause without "that"
    to        an infinitive: "promised to reply"
    object    a noun phrase or "-ing" as content: "denied the report"
    question  a clause after "whether", "how", "what" ...
    hearer    somebody told, before the clause or infinitive: "told the council that"
    of, for   what somebody is accused of, blamed for or, being the hearer, warned of
    any       somebody or something of any kind as source; otherwise it must be able to speak

    called   a quotation in the object: "called the plan “a gift”"
    only     nothing but its other frames: not a clause, even where one could follow
    document only a report, poll, letter or the like as source: "the survey found that"

Verbs of attitude, plan and perception ("believes", "plans", "saw") are left out: what somebody
thinks is no statement.

The choice of verbs and frames follows the cues counted in news (PolNeAR, Newell et al., LREC
2018) and the verb classes of saying in VerbNet.
"""

from dataclasses import dataclass
from functools import cache
from typing import get_args

from onrecord.records import SpeechAct
from onrecord.text import inflect


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue of the lexicon: its verb, what follows it, and the act it performs."""

    lemma: str
    tail: tuple[str, ...]
    act: SpeechAct
    frames: frozenset[str]


_SPEECH = """
say/says,said,said,saying            claim  quote that clause question any
tell/tells,told,told,telling         claim  quote that clause question hearer to any
add                                  claim  quote that clause any
state                                claim  quote that clause
note                                 claim  quote that clause question
remark                               claim  quote that
observe                              claim  quote that
comment                              claim  quote that
reply                                claim  quote that any
respond                              claim  quote that any
answer                               claim  quote that any
continue                             claim  quote only any
begin/begins,began,begun,beginning   claim  quote only
conclude                             claim  quote that
go/goes,went,gone,going +on          claim  quote only
go/goes,went,gone,going +on,to,say   claim  quote that clause any
go/goes,went,gone,going +on,to,add   claim  quote that clause any
explain                              claim  quote that clause question
recall                               claim  quote that
recount                              claim  quote that
reiterate                            claim  quote that object
repeat                               claim  quote that
stress                               claim  quote that object
emphasise                            claim  quote that
emphasize                            claim  quote that
underline                            claim  quote that
underscore                           claim  quote that
highlight                            claim  that
point +out                           claim  quote that clause any
announce                             claim  quote that clause object
declare                              claim  quote that clause object
proclaim                             claim  quote that clause
disclose                             claim  quote that
reveal                               claim  quote that
report                               claim  quote that clause
relay                                claim  quote that
inform                               claim  quote that hearer of
remind                               claim  quote that hearer of
brief                                claim  hearer that
assure                               commit quote that clause hearer any
reassure                             commit quote that hearer
claim                                claim  quote that clause to object
maintain                             claim  quote that clause
contend                              claim  quote that clause
assert                               claim  quote that clause object
argue                                claim  quote that clause
insist                               claim  quote that clause
insist +on                           demand object
allege                               accuse quote that clause
suggest                              claim  quote that clause object
imply                                claim  that
hint                                 claim  quote that
indicate                             claim  that clause
signal/signals,signalled,signalled,signalling,signaled,signaling  claim  that clause
estimate                             claim  quote that clause
predict                              claim  quote that clause object
forecast/forecasts,forecast,forecast,forecasting  claim  quote that
reason                               claim  quote that
speculate                            claim  quote that
caution                              warn_of quote that hearer to of
warn                                 warn_of quote that clause hearer to of any
warn +of                             warn_of object any
warn +about                          warn_of object any
warn +against                        warn_against object any
alert                                warn_of hearer that
threaten                             threaten quote that to object
threaten +with                       threaten object
vow                                  commit quote that clause to object
pledge                               commit quote that clause to object
promise                              commit quote that clause to object hearer
swear/swears,swore,sworn,swearing    commit quote that to
guarantee                            commit quote that
commit/commits,committed,committed,committing +to  commit object
undertake/undertakes,undertook,undertaken,undertaking  commit to
offer                                offer  to object quote
propose                              offer  quote that to object
volunteer                            offer  quote to
invite                               offer  hearer to
agree                                accept quote that clause to
concede                              confirm quote that clause object
admit/admits,admitted,admitted,admitting  confirm quote that clause object to
acknowledge                          confirm quote that clause object
confess                              confirm quote that to
confirm                              confirm quote that clause object
verify                               confirm that
attest                               confirm that to
testify                              claim  quote that
certify                              confirm that
accept                               accept that
deny                                 deny   quote that clause object any
refute                               dispute object that
rebut/rebuts,rebutted,rebutted,rebutting  dispute object
dispute                              dispute object that quote
contradict                           dispute object
counter                              dispute quote that object
retort                               dispute quote that
shoot/shoots,shot,shot,shooting +back    dispute quote only
fire +back                           dispute quote only
hit/hits,hit,hit,hitting +back       dispute quote only
push +back                           dispute quote only
dismiss                              dispute object quote
reject                               refuse object quote
rule +out                            refuse object
refuse                               refuse to
decline                              refuse to
object                               dispute quote that
protest                              criticise quote that
question                             dispute question object
doubt                                dispute that
accuse                               accuse of
blame                                accuse for object
charge                               accuse quote that
fault                                criticise for
criticise                            criticise object quote
criticize                            criticise object quote
condemn                              criticise object quote
denounce                             criticise object quote
decry                                criticise object quote
deplore                              criticise object quote
lament                               criticise quote that object
complain                             criticise quote that
complain +about                      criticise object
complain +of                         criticise object
blast                                criticise object quote
slam/slams,slammed,slammed,slamming  criticise object quote
lambast                              criticise object
lambaste                             criticise object
berate                               criticise object
rebuke                               criticise object
mock                                 criticise object
ridicule                             criticise object
assail                               criticise object
rail +against                        criticise object
scold                                criticise quote object
fume                                 criticise quote that
rant                                 criticise quote that
praise                               praise object quote
hail                                 praise object
laud                                 praise object
applaud                              praise object
commend                              praise object
thank                                praise object
congratulate                         praise object
compliment                           praise object
welcome                              praise object quote
tout                                 praise object
boast                                praise quote that
brag/brags,bragged,bragged,bragging  praise quote that
enthuse                              praise quote that
gush                                 praise quote
demand                               demand quote that object to
require                              demand that
order                                demand hearer to
instruct                             demand hearer to
command                              demand hearer to
call +for                            demand object any
call +on                             appeal hearer to
call +upon                           appeal hearer to
call +it                             claim  called
call                                 claim  called
describe                             claim  called
label/labels,labelled,labelled,labelling,labeled,labeling  claim  called
dub/dubs,dubbed,dubbed,dubbing       claim  called
brand                                criticise called
characterise                         claim  called
characterize                         claim  called
decree                               demand that
rule                                 claim  that clause
ask                                  claim  quote question any
ask                                  appeal hearer to
ask +for                             appeal object
ask +about                           claim  object
inquire                              claim  quote question
enquire                              claim  quote question
wonder                               claim  quote question
request                              appeal that object
press                                appeal hearer to
lobby                                appeal hearer to
petition                             appeal hearer to
urge                                 appeal quote that hearer to object
plead/pleads,pleaded,pled,pleading   appeal quote that to
beg/begs,begged,begged,begging       appeal quote hearer to
implore                              appeal quote hearer to
appeal +for                          appeal object
appeal +to                           appeal hearer to for
exhort                               appeal hearer to
encourage                            appeal hearer to
advise                               appeal quote that hearer to
recommend                            appeal quote that object
counsel                              appeal quote that hearer to
write/writes,wrote,written,writing   claim  quote that clause any
tweet                                claim  quote that clause any
retweet                              claim  quote only
post                                 claim  quote that
blog/blogs,blogged,blogged,blogging  claim  quote that
email                                claim  quote that
e-mail                               claim  quote that
publish                              claim  quote only
read/reads,read,read,reading         claim  quote only
joke                                 claim  quote that
quip/quips,quipped,quipped,quipping  claim  quote that
deadpan                              claim  quote
shout                                claim  quote that
yell                                 claim  quote that
scream                               claim  quote that
cry                                  claim  quote only
chant                                claim  quote only
whisper                              claim  quote that
mutter                               claim  quote that
exclaim                              claim  quote that
opine                                claim  quote that
muse                                 claim  quote that
theorise                             claim  that
interject                            claim  quote only
elaborate                            claim  quote only
clarify                              claim  quote that
echo                                 claim  quote only
quote                                claim  quote only
cite                                 claim  object
speak/speaks,spoke,spoken,speaking +of     claim  object
speak/speaks,spoke,spoken,speaking +about  claim  object
talk +about                          claim  object
mention                              claim  quote that object
allude +to                           claim  object
discuss                              claim  object
outline                              claim  object
laugh                                claim  quote only
smile                                claim  quote only
offer +up                            claim  quote only
make/makes,made,made,making +clear   claim  that question any
make/makes,made,made,making +it,clear  claim  that question any
make/makes,made,made,making +plain   claim  that
put/puts,put,put,putting +it         claim  quote only
sum/sums,summed,summed,summing +up   claim  quote only
sign +off                            claim  quote only
chime +in                            claim  quote only
weigh +in                            claim  quote only
impress +upon                        claim  hearer that object
impress +on                          claim  hearer that object
apologise +for                       confirm object
apologize +for                       confirm object
express                              claim  object
voice                                claim  object
convey                               claim  that object
defend                               dispute object
endorse                              praise object
find/finds,found,found,finding       claim  that document
show/shows,showed,shown,showing      claim  that clause document quote
project                              claim  that
determine                            claim  that
"""

# Nouns that announce a statement with "that" after them, or stand before a colon.
NOMINAL_CUES: dict[str, SpeechAct] = {
    "claim": "claim", "claims": "claim", "assertion": "claim", "assertions": "claim",
    "allegation": "accuse", "allegations": "accuse", "accusation": "accuse",
    "accusations": "accuse", "warning": "warn_of", "warnings": "warn_of", "promise": "commit",
    "promises": "commit", "pledge": "commit", "pledges": "commit", "vow": "commit",
    "assurance": "commit", "assurances": "commit", "threat": "threaten", "threats": "threaten",
    "demand": "demand", "demands": "demand", "suggestion": "claim", "suggestions": "claim",
    "argument": "claim", "statement": "claim", "announcement": "claim", "denial": "deny",
    "denials": "deny", "insistence": "claim", "contention": "claim", "admission": "confirm",
    "acknowledgment": "confirm", "acknowledgement": "confirm", "reply": "claim",
    "response": "claim", "comment": "claim", "remark": "claim", "tweet": "claim",
}  # fmt: skip


def _forms(entry: str) -> tuple[str, dict[str, str]]:
    """Return the lemma and the form class of each form: base, s, past, participle, ing.

    A form that is both past and participle is "past": the clause tells which one it is.
    """
    lemma, _, listed = entry.partition("/")
    if not listed:
        return lemma, dict(inflect(lemma, ""))
    s, past, participle, ing, *more = listed.split(",")
    forms = {participle: "participle", past: "past", s: "s", ing: "ing"}
    forms |= {extra: "ing" if extra.endswith("ing") else "past" for extra in more}
    forms.setdefault(lemma, "base")
    return lemma, forms


@cache
def _read_lexicon() -> dict[str, tuple[tuple[str, Cue], ...]]:
    """Return for each form its class and cues, those with the longest tail first."""
    index: dict[str, list[tuple[str, Cue]]] = {}
    for line in _SPEECH.strip().splitlines():
        entry, *rest = line.split()
        tail = tuple(rest.pop(0)[1:].split(",")) if rest[0].startswith("+") else ()
        act = next(act for act in get_args(SpeechAct) if act == rest[0])
        lemma, forms = _forms(entry)
        cue = Cue(lemma, tail, act, frozenset(rest[1:]))
        for form, kind in forms.items():
            index.setdefault(form, []).append((kind, cue))
    return {
        form: tuple(sorted(cues, key=lambda each: -len(each[1].tail)))
        for form, cues in index.items()
    }


CUES = _read_lexicon()
QUOTING_FORMS = frozenset(
    form for form, cues in CUES.items() if any("quote" in cue.frames for _, cue in cues)
)
