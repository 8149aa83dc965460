"""Find the triggers in a sentence: the right part of speech, meant as an act at all."""

from collections.abc import Mapping

from onrecord.acts.groups import Group
from onrecord.acts.lexicon import Form, Trigger
from onrecord.acts.sentences import Sentence
from onrecord.acts.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    OFFERED_WORDS,
    OWNERS,
    PAST_FORMS,
    PREPOSITIONS,
    RECEIVING_VERBS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    WILL,
)

_ADJECTIVE_ENDINGS = ("ian", "ish", "ese", "ean", "ic", "ch", "can", "san", "i", "yan", "nan")
_BEHIND_NOUN = (
    PREPOSITIONS | AUXILIARIES | ADVERBS | DETERMINERS | SUBORDINATORS | RELATIVES | CONJUNCTIONS
) | {"to"}
_ABSTRACT = frozenset(
    "bill bills deal deals council councils plan plans program programme programmes proposal "
    "proposals measure measures project projects law laws amendment amendments agreement "
    "agreements talks idea ideas legislation policy policies record credibility character "
    "reputation argument reform reforms nomination rumour rumor problem problems sentence order "
    "orders duties search warrant deportation extradition charge charges case ruling verdict "
    "eviction corruption poverty hunger discrimination racism disease epidemic pandemic cancer "
    "inflation addiction fire fires blaze flames".split()
)
_IS = frozenset("is are was were be been am".split())
# "close ties": an adjective.
_CLOSE = frozenset(
    "ties collaboration cooperation co-operation relations relationship links contact contacts "
    "ally allies friend friends aide aides partner partners family watch look attention".split()
)
# Who is in danger, and whom one looks at as a danger, is threatened by nobody's words.
_DANGERS = frozenset(
    "pose poses posed posing present presents presented represent represents represented "
    "constitute constitutes constituted face faces faced facing discuss discussed review reviewed "
    "counter countered counters assess assessed detect detected see sees saw is are was were be "
    "remains remain remained".split()
)
_ALLOWED = frozenset("authorized authorised permitted allowed".split())
# What a deed before it only tells the kind of.
_OF_CASE = frozenset(
    "suspect suspects accused defendant defendants victim victims survivor survivors investigation "
    "investigations investigator investigators probe inquiry trial trials case cases charge "
    "charges plot plots site sites scene anniversary memorial count counts conviction "
    "convictions".split()
)
_DANGER_REACH = 5  # items from "pose" to "a serious threat"
_SHOWN = DETERMINERS | OWNERS | {"that", "how", "why", "what"}
# "met the deadline", "met with criticism": nobody is met.
_MET = frozenset(
    "deadline deadlines demand demands target targets goal goals need needs requirement "
    "requirements condition conditions standard standards obligation obligations criteria "
    "commitment commitments cost costs challenge challenges expectations criticism praise "
    "resistance opposition approval silence".split()
)
# Verbs in their base form that go with "back" and "down".
_WITH_PARTICLE = frozenset(
    "roll pull push scale cut hold bring come go give turn get take step fight hit put lay set "
    "break shut close track hunt calm".split()
)
# Behind one of these and an actor stands a verb without ending.
_BEFORE_BARE = AUXILIARIES | frozenset(
    "and or let lets letting make makes made making help helps helped helping see sees saw seen "
    "watch watched hear heard".split()
)
_ASKED_FOR = 16  # items from "ask" to what is asked for
_QUESTIONS = frozenset("about whether if how why what when where who".split())
# "was treated differently": nobody is looked after.
_MANNERS = frozenset("as like with differently equally fairly unfairly badly well worse".split())
_WITHDRAWN_WORDS = frozenset(
    "statement remark remarks accusation claim complaint motion bill candidacy bid application "
    "support demand offer proposal comment comments lawsuit appeal statements email emails report "
    "reports video videos document documents data figures list images photo photos details tape "
    "transcript transcripts letter letters poll findings results study book album film money funds "
    "memo memos record records".split()
)


def form_at(
    sentence: Sentence, index: int, triggers: Mapping[str, tuple[Form, ...]]
) -> Form | None:
    """Return the longest form at `index` that is the right part of speech here."""
    if sentence.items[index].kind != "word":
        return None
    forms = [
        form
        for form in triggers.get(sentence.lower(index), ())
        if all(sentence.lower(index + k) == word for k, word in enumerate(form.words))
    ]
    if len({form.trigger.verb for form in forms}) < 2:
        other = forms and (
            _is_nominal(sentence, index, forms[0]) or _is_verbal(sentence, index, forms[0])
        )
        return forms[0] if forms and not other else None
    if sentence.lower(index - 1) == "to" and any(form.kind == "base" for form in forms):
        return next(form for form in forms if form.kind == "base")
    noun = _is_noun(sentence, index, index + len(forms[0].words), forms[0])
    return next(form for form in forms if form.trigger.verb != noun)


def _is_nominal(sentence: Sentence, index: int, form: Form) -> bool:
    """Return whether a word the tables have as verb only is a noun here: "Kenya's fault"."""
    before = sentence.item(index - 1)
    if not form.trigger.verb or form.kind not in {"base", "s"} or before is None:
        return False
    opens = before.kind == "mark" and before.text != ","
    if not sentence.headline and sentence.items[index].text.istitle() and not opens:
        return True  # a name or a place
    last = index + len(form.words)
    if sentence.items[index].text.istitle() and sentence.lower(last) == ".":
        return True  # "Cambridge, Mass., is"
    if form.kind == "base" and before.lower in _IS | HAVE | PREPOSITIONS:
        return True  # "are close to a deal", "have close ties"
    if is_near(sentence, index):
        return True
    if form.words in {("back",), ("down",)} and (
        not _has_object(sentence, last) or _is_verb_form(before.lower)
    ):
        return True  # "fires back", "rolling back the law": a particle
    if before.kind == "actor" and not before.possessive and not _is_plural(before.text):
        after = sentence.item(last)
        name = after is not None and after.text[:1].isupper()  # "Boston station WFXT"
        compound = starts_compound(sentence, last) or (name and not sentence.headline)
        bare = sentence.lower(index - 2) in _BEFORE_BARE  # "will Kenya attack", "let Kenya attack"
        return form.kind == "base" and compound and not bare  # "Kenya press secretary"
    return before.possessive or before.lower in DETERMINERS


def is_near(sentence: Sentence, index: int) -> bool:
    """Return whether "close" is an adjective: "have close ties", "close collaboration"."""
    return sentence.lower(index) == "close" and (
        sentence.lower(index - 1) in HAVE or sentence.lower(index + 1) in _CLOSE
    )


def _is_verbal(sentence: Sentence, index: int, form: Form) -> bool:
    """Return whether a word the tables have as noun only is a verb here: "would deal with"."""
    before = sentence.lower(index - 1)
    return not form.trigger.verb and before in (MODALS | WILL | DO | SUBJECT_PRONOUNS) - {"it"}


def _is_verb_form(word: str) -> bool:
    return word.endswith(("ing", "ed")) or word in PAST_FORMS or word in _WITH_PARTICLE


def _has_object(sentence: Sentence, last: int) -> bool:
    """Return whether a noun phrase can start at item `last`."""
    after = sentence.item(last)
    if after is None or after.kind in {"mark", "timex"}:
        return False
    return after.lower not in PREPOSITIONS | ADVERBS | SUBORDINATORS | CONJUNCTIONS | {"to"}


def _is_plural(words: str) -> bool:
    return words.split()[-1].endswith("s") and not words.isupper() and not words.endswith("us")


def _is_noun(sentence: Sentence, index: int, last: int, form: Form) -> bool:
    """Return whether the word is a noun here, by what stands before and behind it."""
    if form.kind in {"past", "tense", "participle"}:
        return False
    before = sentence.item(index - 1)
    if before is None or before.kind in {"mark", "timex"}:
        word = sentence.lower(last)
        return form.kind != "ing" and (word in PREPOSITIONS or word in AUXILIARIES)
    if before.kind == "actor":
        if sentence.lower(index - 2) in {"a", "an"}:
            return True  # "an Iran sanctions expert"
        return _noun_behind_actor(sentence, before.text, before.possessive, last, form)
    if before.lower == "to":
        return form.kind != "base"
    if before.lower in AUXILIARIES or before.lower in SUBJECT_PRONOUNS:
        return before.lower in {"have", "has", "had", "get", "got"} and form.kind != "ing"
    if before.lower in {"who", "which", "and", "or", "but", "that", "not"}:
        after = sentence.item(last)
        return form.kind != "ing" and (
            after is None or after.kind == "mark" or after.lower in {"of", "on", "by", "against"}
        )
    if before.lower in ADVERBS or before.lower.endswith("ly"):
        return False
    if form.kind == "ing":
        after = sentence.item(last)
        ends = after is None or after.kind == "mark" or after.lower in {"of", "in", "by", "at"}
        return before.lower in DETERMINERS and ends
    return True


def _noun_behind_actor(
    sentence: Sentence, words: str, possessive: bool, last: int, form: Form
) -> bool:
    after = sentence.item(last)
    if possessive:
        return True
    if form.kind == "ing":
        return sentence.lower(last) in {"of", "in", "on", "by", "at"}
    if words.lower().endswith(_ADJECTIVE_ENDINGS) and " " not in words.strip():
        return True
    if form.kind == "s":
        return after is None or after.kind == "mark" or after.lower in PREPOSITIONS
    return not _is_plural(words)


def starts_compound(sentence: Sentence, last: int) -> bool:
    """Return whether the noun only describes another: "attack helicopters", "aid workers"."""
    item = sentence.item(last)
    if item is None or item.kind != "word" or not item.text[0].islower():
        return False
    if item.lower in PAST_FORMS or item.lower.endswith(("ed", "ing", "ly")):
        return False
    return item.lower not in _BEHIND_NOUN


def is_attributive(sentence: Sentence, group: Group) -> bool:
    """Return whether a participle only describes a noun: "the seized ship"."""
    if group.kind not in {"past", "participle", "ing"} or not group.bare:
        return False
    before = sentence.lower(group.first - 1)
    after = sentence.item(group.last)
    described = after is not None and after.kind == "word" and after.lower not in PREPOSITIONS
    return before in DETERMINERS and described and after is not None and after.lower != "to"


def takes_back_words(sentence: Sentence, last: int, trigger: Trigger) -> bool:
    """Return whether only words are withdrawn or released: "withdrew his remarks"."""
    return trigger.words in {"withdraw", "release", "withdrawal"} and any(
        sentence.lower(k) in _WITHDRAWN_WORDS for k in range(last, last + 4)
    )


def is_published(sentence: Sentence, group: Group, trigger: Trigger) -> bool:
    """Return whether words before the verb are released: "the transcript released by Norwire"."""
    behind_noun = group.kind in {"past", "participle"} and trigger.words == "release"
    return behind_noun and any(
        sentence.lower(at) in _WITHDRAWN_WORDS for at in range(group.first - 2, group.first)
    )


def only_asks(sentence: Sentence, last: int, trigger: Trigger) -> bool:
    """Return whether a question is asked, and nothing is asked for: "was asked about the crew"."""
    if trigger.words != "ask":
        return False
    for index in range(last, last + _ASKED_FOR):
        word = sentence.lower(index)
        if word in _QUESTIONS:
            return True
        if word in {"for", "to", "that"}:
            return False
    return True


def is_danger(sentence: Sentence, index: int, last: int) -> bool:
    """Return whether a threat is only a danger: "poses a threat", "the threat of", "to a port"."""
    behind = sentence.lower(last)
    before = {sentence.lower(at) for at in range(index - _DANGER_REACH, index)}
    if behind == "of" or (behind == "from" and not before & RECEIVING_VERBS):
        return True
    if behind == "to" and (sentence.is_actor(last + 1) or sentence.lower(last + 1) in DETERMINERS):
        return True
    for at in range(index - 1, max(-1, index - _DANGER_REACH), -1):
        if sentence.lower(at) in _DANGERS:
            return True
        if sentence.items[at].kind == "mark" or sentence.items[at].possessive:
            return False
    return False


def tells_kind(sentence: Sentence, index: int, last: int) -> bool:
    """Return whether a deed only tells what case it is: "bombing suspect Ole Lund"."""
    word, before = sentence.lower(index), sentence.lower(index - 1)
    after = sentence.lower(last)
    if after not in _OF_CASE or word.endswith("ed") or word in PAST_FORMS:
        return False
    if before in AUXILIARIES | PREPOSITIONS | SUBJECT_PRONOUNS | CONJUNCTIONS | {"to"}:
        return False
    return not (after.endswith("s") and sentence.is_actor(index - 1))


def means_otherwise(sentence: Sentence, index: int, form: Form) -> bool:
    """Return whether what stands around a trigger shows that it tells no act of its type."""
    last = index + len(form.words)
    if takes_back_words(sentence, last, form.trigger) or tells_kind(sentence, index, last):
        return True
    if form.trigger.verb and form.trigger.type == "CONSULT":
        before = {sentence.lower(at) for at in range(index - 3, index)}
        if before & _ALLOWED and "to" in before:
            return True  # "was not authorised to discuss it"
    if form.trigger.verb:
        return only_asks(sentence, last, form.trigger) or is_figurative(
            sentence, last, form.trigger
        )
    if form.trigger.words == "threat" and is_danger(sentence, index, last):
        return True
    return starts_compound(sentence, last)


def is_figurative(sentence: Sentence, last: int, trigger: Trigger) -> bool:
    """Return whether nobody is reached: "killed the bill", "met the deadline", "offered a view"."""
    if trigger.words == "treat":
        return any(sentence.lower(k) in _MANNERS for k in range(last, last + 4))
    if trigger.words in {"speak", "talk"} and sentence.lower(last) in {"of", "about", "for"}:
        return sentence.lower(last) != "for" or sentence.is_actor(last + 1)
    if trigger.words == "sit down":
        return sentence.lower(last) not in {"with", "for", "to", "together"}
    if trigger.words == "hail":
        return sentence.lower(last) == "from"
    if trigger.words == "press":
        return sentence.lower(last) in {"ahead", "on", "forward"}
    if trigger.words in {"rally", "demonstrate"}:
        after = sentence.item(last)  # "rallied the troops", "demonstrate that it works"
        shown = after is not None and (after.kind == "actor" or after.lower in _SHOWN)
        return shown or (trigger.words == "demonstrate" and starts_compound(sentence, last))
    wanted = {"ASSAULT": _ABSTRACT, "CONSULT": _MET}.get(trigger.type)
    if trigger.words == "offer":
        wanted = OFFERED_WORDS
    if wanted is None:
        return False
    for index in range(last, last + 5):
        word = sentence.lower(index)
        if word in wanted:
            return True
        # "offered Kenya a view", "met Kenya's demands"
        told = sentence.is_actor(index) and (
            trigger.words == "offer" or sentence.items[index].possessive
        )
        if word in PREPOSITIONS | CONJUNCTIONS or (not word and not told):
            return False
    return False
