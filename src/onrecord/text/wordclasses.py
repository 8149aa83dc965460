"""Word classes of English by closed lists and endings, for reading clauses without a parser."""

from onrecord.data import read_table

DETERMINERS = frozenset(
    "the a an this that these those some many several most few both all each every another other "
    "any no one two three four five six seven eight nine ten dozens hundreds thousands my your "
    "his her its our their whose such more".split()
)
PLATFORMS = frozenset(
    "Facebook Instagram LinkedIn Reddit Snapchat Telegram TikTok Twitter WeChat Weibo WhatsApp "
    "YouTube".split()
)
"""Where people post: neither whom somebody tells nor a place."""
POSSESSIVES = frozenset("my your his her its our their".split())
SUBJECT_PRONOUNS = frozenset("he she they it we i you who".split())
PRONOUNS = SUBJECT_PRONOUNS | frozenset(
    "him her them me us himself herself itself themselves this that these those others many some "
    "one both everyone nobody anyone someone neither none all which".split()
)
OBJECT_PRONOUNS = frozenset("him her them me us it you himself herself themselves".split())
PREPOSITIONS = frozenset(
    "of in on at by for from to with about against after before during over under between among "
    "through via into onto toward towards within without near outside inside since until till "
    "despite amid amidst following regarding concerning like across around behind beyond beside "
    "besides upon per alongside aboard ahead throughout".split()
)
COORDINATORS = frozenset("and but or nor yet so plus".split())
SUBORDINATORS = frozenset(
    "that because if unless when while as although though whereas whether since until after before "
    "once where why how than even lest".split()
)
RELATIVES = frozenset("who whom whose which what that where when".split())
AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did 's 're 've 'm ’s ’re ’ve "
    "’m isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't isn’t aren’t "
    "wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t".split()
)
MODALS = frozenset(
    "'ll ’ll 'd ’d will would can could may might must should shall won't wouldn't can't cannot "
    "couldn't shouldn't mustn't won’t wouldn’t can’t couldn’t shouldn’t mustn’t".split()
)
NEGATIONS = frozenset(
    "not never n't n’t neither nor hardly isn't aren't wasn't weren't hasn't haven't hadn't don't "
    "doesn't didn't won't wouldn't can't cannot couldn't isn’t aren’t wasn’t weren’t hasn’t "
    "haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t".split()
)
ADVERBS = frozenset(
    "also then now later again still already just once twice ever never often always sometimes "
    "soon earlier previously recently since meanwhile however instead therefore thus moreover "
    "nevertheless nonetheless further furthermore too though even only perhaps yet today tonight "
    "yesterday tomorrow afterwards afterward here ago back not separately "
    "quickly flatly bluntly almost nearly".split()
)
_DAY_NAMES = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
WEEKDAYS = _DAY_NAMES | frozenset("mon tue tues wed thu thurs fri sat sun".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sept sep oct nov dec".split()
)
DAY_WORDS = (
    WEEKDAYS
    | (MONTHS - {"may", "mar", "march"})
    | frozenset(
        "today yesterday tomorrow tonight morning afternoon evening night noon week weekend month "
        "year".split()
    )
)
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. mx dr dr. sir dame lord lady prof prof. president vice-president "
    "premier chancellor king queen prince princess pope sen sen. rep rep. gov gov. gen gen. col "
    "col. lt lt. maj maj. capt capt. adm adm. sgt sgt. senator representative governor general "
    "colonel major captain admiral minister secretary ambassador judge justice congressman "
    "congresswoman congressmember mayor rev rev. reverend sheikh ayatollah".split()
)

# Finite verbs that do not end in "-ed": the past forms of the irregular verbs that news uses.
IRREGULAR_PASTS = frozenset(
    "became began bent bet blew broke brought built bought came caught chose clung cost crept cut "
    "dealt did drew drove ate fell fed felt fought found fled flew forbade forgot froze gave got "
    "went grew hung had heard held hid hit hurt kept knew laid led left lent let lay lost made "
    "meant met paid put quit ran rose said sat saw sold sent set shook shone shot shut sang sank "
    "slept slid spoke spent split spread sprang stood stole struck swore swept swam took taught "
    "tore told thought threw understood woke wore won wrote withdrew undertook overcame oversaw "
    "upheld sought stuck stung wept wound rode rang drank dug flung forgave knelt mistook "
    "overheard overtook shrank slew spun spat strove swung trod underwent withheld withstood "
    "foresaw rebuilt redrew retook undid bled bred overran overrode outran beset strode leapt "
    "slunk dreamt burnt learnt dwelt leant sprung lit rid outbid outdid overthrew partook rewrote "
    "resold unwound foretold".split()
)
# Present forms that are rarely anything but verbs.
PRESENT_VERBS = frozenset(
    "says goes comes takes makes gives gets keeps becomes begins remains seems appears believes "
    "thinks knows wants hopes expects intends seeks includes continues faces follows happens "
    "requires allows means needs tries holds stands brings leads finds sees hears feels puts sends "
    "wins loses runs say go come take make give get keep become begin remain seem appear believe "
    "think know want hope expect intend seek include continue happen require allow mean need try "
    "bring send win lose see hear feel".split()
)
# Words in "-ed" that stand before nouns or are nouns or adjectives themselves.
NOT_PAST = frozenset(
    "united red bed speed need indeed seed feed breed creed hundred sacred armed unnamed retired "
    "naked wicked wretched beloved aged so-called limited alleged shed sled sped ted ahmed mohamed "
    "mohammed".split()
)

_PERSON_NOUNS = frozenset(row["word"] for row in read_table("person_nouns.csv"))
BODY_NOUNS = frozenset(
    "government governments ministry ministries office offices department departments agency "
    "agencies administration campaign campaigns committee commission council court courts "
    "parliament congress senate house party parties company companies firm bank union unions group "
    "groups organisation organization alliance bloc army military navy force forces command staff "
    "embassy palace kremlin delegation side sides team camp board bureau authority authorities "
    "association federation league foundation institute university network newspaper paper "
    "magazine outlet channel station website site times post journal tribune press news service "
    "regime junta militia coalition opposition mission secretariat presidency cabinet tribunal "
    "panel hospital airline manufacturer regulator watchdog charity ngo state country nation "
    "movement church city airport operator".split()
)
DOCUMENT_NOUNS = frozenset(
    "statement statements report reports document documents letter letters memo email emails "
    "e-mail e-mails post tweet tweets message messages release communique communiqué resolution "
    "text transcript transcripts ruling filing filings complaint lawsuit indictment affidavit "
    "article articles story stories editorial column book study studies survey surveys poll polls "
    "analysis review assessment website ad ads advert video headline note declaration treaty "
    "manifesto platform page account cable cables records dossier audit data figures estimates "
    "excerpts results polling findings".split()
)


def is_day_name(word: str) -> bool:
    """Return whether the word is a day of the week in full, or its possessive: "Monday’s"."""
    return word.lower().removesuffix("’s").removesuffix("'s") in _DAY_NAMES


def is_possessive(words: str) -> bool:
    """Return whether a word or phrase owns what stands behind it: "Baru’s", "the crews’"."""
    return words.endswith(("’s", "'s", "s’", "s'"))


def is_capital(text: str) -> bool:
    """Return whether the word starts with a capital letter."""
    return text[:1].isupper()


def is_adverb(lower: str) -> bool:
    """Return whether the word is an adverb by list or by "-ly"."""
    return lower in ADVERBS or (len(lower) > 4 and lower.endswith("ly") and lower not in _NOT_LY)


_NOT_LY = frozenset(
    "family italy reply july ally assembly daily weekly monthly rally supply apply comply imply "
    "multiply rely bully tally".split()
)


def is_person_noun(lower: str) -> bool:
    """Return whether the lower-case noun names a person or people, by list or by its ending."""
    one = f"{lower[:-3]}y" if lower.endswith("ies") else lower.removesuffix("s")
    listed = lower in _PERSON_NOUNS or one in _PERSON_NOUNS
    return listed or lower.endswith(
        (
            "man",
            "men",
            "woman",
            "women",
            "person",
            "ists",
            "ist",
            "makers",
            "maker",
            "crats",
            "crat",
        )
    )


def is_verb_form(lower: str) -> bool:
    """Return whether the word is hardly anything but a finite verb, or ends in "-ed"."""
    listed = lower in AUXILIARIES | MODALS | IRREGULAR_PASTS | PRESENT_VERBS
    return listed or (lower.endswith("ed") and lower not in NOT_PAST)


def is_communicator(lower: str) -> bool:
    """Return whether the noun names somebody or something that can say: person, body, document."""
    return is_person_noun(lower) or lower in BODY_NOUNS or lower in DOCUMENT_NOUNS
