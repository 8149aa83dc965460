"""Find who is meant by the spans that the trained reader has for actors and recipients."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from onrecord.acts.draft import Draft
from onrecord.acts.grammar.contrasts import before_contrast
from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.lists import (
    BELONGING,
    list_before,
    list_behind,
    name_behind,
    tells_whose,
)
from onrecord.acts.grammar.reaching import (
    TIED,
    describes,
    ends_phrase,
    is_in_compound,
    is_on_its_way,
)
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    AUXILIARIES,
    BE,
    COURTESY,
    DETERMINERS,
    OBJECT_PRONOUNS,
    OWNERS,
    SUBJECT_PRONOUNS,
)
from onrecord.acts.lexicon import WORDS_ONLY
from onrecord.acts.mentions.apart import is_apart, is_mediated, is_object_of_verb, is_partner
from onrecord.acts.mentions.standing import (
    find_self_harming,
    has_others_by,
    is_agent,
    is_driven,
    is_helped,
    is_in_condition,
    is_in_next_clause,
    is_label,
    is_listed,
    is_moved,
    is_noun,
    is_object_behind,
    is_of_participle,
    is_targeted,
    is_told_right_behind,
    item_at,
    only_reports,
    only_tells,
    speaks_before,
)
from onrecord.acts.parties.agents import is_agent_of_participle
from onrecord.acts.parties.antecedents import (
    acts_in_relative,
    has_antecedent,
    opens_object_relative,
)
from onrecord.acts.parties.causing import note_blame, note_cause, note_claim
from onrecord.acts.parties.clauses import find_in_clause
from onrecord.acts.parties.holders import heads_people
from onrecord.acts.parties.objects import is_object
from onrecord.acts.parties.passives import is_apposed_participle, lacks_was
from onrecord.acts.parties.suffering import note_receiver, note_sufferer
from onrecord.records import ActMention, Span
from onrecord.text.wordclasses import is_person_noun

_TITLES = COURTESY | frozenset(". president minister secretary".split())
# Who stands behind one of these words is not whom the act is done to.
_ASIDE = frozenset(
    "before despite during since amid until without unlike because alongside over about".split()
)
# Who stands behind such a word inside the phrase is not its head: "a letter to Kenya".
_APART = frozenset("to against about over on".split())
_BREAKS = frozenset("and or of by with against on".split())
_NO_POST = _BREAKS | frozenset(", for to from at in who".split())
_PLACES = frozenset("in near within inside outside like".split())
_TOGETHER = frozenset({"CONSULT", "COOPERATE"})
_OF_WORDS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "AGREE", "REQUEST"})
_PRONOUNS = SUBJECT_PRONOUNS | OBJECT_PRONOUNS | frozenset("who whom which that some".split())
_FAVOURS = frozenset({"AID", "AGREE", "SUPPORT"})
_DEMANDS = frozenset("demand demands request requests".split())
_TELLING = frozenset("it he she they we".split())
_SURE = 0.9  # how sure the reader is of an act whose recipients it knows better
_NOT_ACTING = _PLACES | {"to", "against", "into", "except"}
_TOWARDS = frozenset("to against".split())
_OTHER_TIME = frozenset("before after since until".split())
_AMONG = frozenset({"between", "among"})


def who(sentence: Sentence, spans: Iterable[Span]) -> tuple[tuple[str, ...], Item | None]:
    """Return the actors that the spans name, and a pronoun where none does.

    Of each span the first counts, and who is joined to it: "Kenya and the Solomon Islands".
    """
    actors: dict[str, None] = {}
    pronoun: Item | None = None
    for span in spans:
        inside = sentence.inside(span)
        named = _named(sentence, inside)
        if named is not None:
            if _is_meant(sentence, inside, named):
                first = sentence.items.index(named)
                end = sentence.items.index(inside[-1]) + 1
                listed = list_behind(sentence, first)
                counted = named.actor not in listed  # "two envoys, Ole Lund and Ida Berg"
                listed = listed if counted else list_behind(sentence, first, end)
                actors |= dict.fromkeys(listed)
                if sentence.headline:  # "Kenya, Peru to build a bridge"
                    joined = list_before(sentence, first)[0], list_behind(sentence, first)
                    actors |= dict.fromkeys(chain(*joined))
            continue
        titled = _titled(sentence, inside)
        if titled is not None:
            actors[titled] = None
        elif pronoun is None:
            pronoun = next((item for item in inside[:1] if _stands(item, len(inside))), None)
    return tuple(actors), None if actors else pronoun


def _titled(sentence: Sentence, items: Sequence[Item]) -> str | None:
    """Return whose title breaks off before the name: "| the envoy | to Peru Lund".

    So it does in "| the rebel | leader Ole Lund", but "the envoy of Lund" is somebody else. A bare
    "| President | Lund" is no phrase that breaks off, unless it opens the sentence.
    """
    if not items or not is_person_noun(items[-1].text.lower()):
        return None
    first, behind = (sentence.items.index(items[at]) for at in (0, -1))
    at = name_behind(sentence, first)
    plain = all(sentence.lower(each) not in _NO_POST for each in range(behind + 1, at))
    whole = plain and at > behind and (first == 0 or items[0].lower in DETERMINERS)
    if sentence.lower(behind + 1) not in BELONGING and not whole:
        return None
    named = sentence.items[at] if sentence.is_actor(at) else None
    return named.actor if named is not None and named.person else None


def _named(sentence: Sentence, items: Sequence[Item]) -> Item | None:
    """Return the first actor that does not only own or describe what follows.

    "Lund's | lawyer |", "Norcoal's | Ole Lund |", "Kenya's ally, | Peru |", "Kenya-backed".
    """
    for number, item in enumerate(items):
        if item.actor is None or is_in_compound(sentence, sentence.items.index(item)):
            continue
        owner = item.possessive and (
            (item.person and number + 1 < len(items)) or _owns_named(items[number + 1 :])
        )
        if not owner:
            return _holder(items, number) or item
    return None


def _holder(items: Sequence[Item], number: int) -> Item | None:
    """Return the person whose post at the body at `number` is told: "CNN guest | Ole Lund |"."""
    later = next((n for n in range(number + 1, len(items)) if items[n].actor is not None), None)
    if later == number + 1 and heads_people(items[number], items[later]):
        return items[later]
    if later is None or items[number].person or not items[later].person:
        return None
    between = [item.lower for item in items[number + 1 : later]]
    role = bool(between) and is_person_noun(between[-1])
    return items[later] if role and not _NO_POST & set(between) else None


def _owns_named(items: Sequence[Item]) -> bool:
    """Return whether somebody's own name ends what is owned: "(Kenya's) best ally, Peru"."""
    at = next((number for number, item in enumerate(items) if item.actor is not None), None)
    if at is None:
        return False
    apposed = at > 0 and items[at - 1].text == "," and is_person_noun(items[at - 2].lower)
    person = items[at].person and not items[at].possessive
    return (person or apposed) and not any(item.lower in _BREAKS for item in items[:at])


def _is_meant(sentence: Sentence, items: Sequence[Item], named: Item) -> bool:
    """Return whether the phrase of `items` means the actor `named` in it, and no other head."""
    before = items[: items.index(named)]
    first, at = sentence.items.index(items[0]), sentence.items.index(named)
    apart = any(_parts(item, items) for item in before) or tells_whose(sentence, at)
    apart = apart or before_contrast(sentence, at) != at  # "Kenya and not Peru"
    apart = apart or (at > first and opens_object_relative(sentence, at))  # "the man Kenya held"
    unknown = any(ends_phrase(sentence, first, k, verbs=False) for k in range(first, at))
    told = any(sentence.lower(k) in _TELLING for k in range(first + 1, at))  # "a town it lost to"
    unknown = unknown or told
    return not (apart or unknown or describes(sentence, at) or _follows_name(before, named))


def _follows_name(items: Sequence[Item], named: Item) -> bool:
    """Return whether somebody not known is named first: "Ada Holm, a friend of | Kenya |".

    A role before the first name is that of a person ("the head of Norcoal, | Ole Lind |"), and so
    is one with a body before it: "the Senate majority leader, | Ole Lind |".
    """
    commas = [number for number, item in enumerate(items) if item.text == ","]
    if not commas:
        return False
    if named.person and commas == [len(items) - 1] and is_person_noun(items[-2].text):
        return False
    for number, item in enumerate(items[: commas[-1]]):
        if named.person and is_person_noun(item.lower):
            return False
        if number and item.kind == "word" and item.text[:1].isupper():
            return True
    return False


def _parts(item: Item, items: Sequence[Item]) -> bool:
    """Return whether the phrase's head stands before the word: "about 40 MPs" has it behind.

    Who is "in Kenya" is not Kenya; "a majority in the senate" may be the senate.
    """
    after = next((each for each in items if each.start > item.start), None)
    if item.lower == "in":
        return after is not None and after.lower not in DETERMINERS
    return item.lower in _APART and (after is None or not after.text[:1].isdigit())


def _stands(item: Item, count: int) -> bool:
    """Return whether the pronoun stands for who acts: "his" does alone, not in "his family"."""
    return item.lower in SUBJECT_PRONOUNS or (count == 1 and item.lower in OWNERS | {"him", "them"})


def note_mention(sentence: Sentence, draft: Draft) -> None:
    """Note whom the trained reader has where the grammar has a pronoun or nobody.

    Who is named goes before "their" in "Kenya's envoys made their appeal"; what stands before a
    passive has it done to it; "it" behind the verb is a thing or what was said.
    """
    # Whom "it" mediates between it acts on; the sides of a noun are told behind that.
    nobody = not draft.actors and not (draft.pronoun and draft.trigger.verb and draft.group)
    if _is_gerund_noun(sentence, draft):
        behind = {item.actor for item in sentence.items[draft.last :]}
        draft.actors, draft.pronoun = tuple(a for a in draft.actors if a in behind), None
        draft.recipients = (*draft.recipients, *draft.actors)
        nobody = True
    if draft.recipients and nobody and sentence.lower(draft.last) in _AMONG:
        draft.actors, draft.recipients = draft.recipients, ()  # "fighting between Kenya and Peru"
    note_cause(sentence, draft)
    note_claim(sentence, draft)
    note_blame(sentence, draft)
    note_sufferer(sentence, draft)
    mention = draft.mention
    if mention is None:
        return
    told = has_antecedent(sentence, draft.group) or _is_told_of(sentence, draft)
    told = told or draft.trigger.speech_act == "warn_of"  # "warned Peru about Kenya's raid"
    told = told or is_apposed_participle(sentence, draft.at, draft.last)  # "Lund, jailed in May"
    told = told or (draft.group is not None and lacks_was(sentence, draft.group, draft.trigger))
    if draft.recipients and not told and _reaches_others(sentence, draft, mention):
        found = who(sentence, reached(sentence, mention))[0]
        draft.recipients = tuple(actor for actor in found if actor not in draft.actors)
    if draft.pronoun is not None and draft.pronoun.lower in OWNERS and not draft.actors:
        draft.actors = who(sentence, mention.actors)[0]
        draft.pronoun = None if draft.actors else draft.pronoun
    if draft.passive and draft.pronoun is not None and draft.pronoun.start < draft.span.start:
        draft.receiving, draft.pronoun = draft.receiving or draft.pronoun, None
    known = draft.recipients or draft.receiving is not None
    if not known and not draft.passive:
        subject, draft.receiving = find_in_clause(
            sentence, draft.at, draft.last, draft.trigger.type
        )
        draft.recipients = tuple(actor for actor in subject if actor not in draft.actors)
        known = draft.recipients or draft.receiving is not None
    if not known and draft.trigger.speech_act not in WORDS_ONLY:
        draft.receiving = _receiving(sentence, mention)
    note_receiver(sentence, draft)


def _is_gerund_noun(sentence: Sentence, draft: Draft) -> bool:
    """Return whether a gerund is a noun by what is behind it: "to prevent | fighting between"."""
    group = draft.group
    gerund = group is not None and group.kind == "ing" and not group.auxiliaries
    return gerund and sentence.lower(draft.last) in _AMONG


def _is_told_of(sentence: Sentence, draft: Draft) -> bool:
    """Return whether a verb of the reader tells of somebody before: "Lund, whom Peru | fired |"."""
    subject = sentence.skip(draft.at - 1, AUXILIARIES, -1)
    own = draft.group is None and draft.trigger.verb
    return own and sentence.is_actor(subject) and opens_object_relative(sentence, subject)


def _reaches_others(sentence: Sentence, draft: Draft, mention: ActMention) -> bool:
    """Return whether the reader is sure of recipients, and none is one that the grammar has.

    A pronoun may stand for anybody, and whose decision is praised may be praised as well.
    """
    if not mention.recipients or mention.sure < _SURE:
        return False
    words = draft.trigger.type in _OF_WORDS
    if words and all(_only_owns(sentence, span) for span in mention.recipients):
        return False
    for number, item in enumerate(sentence.items):
        inside = any(span.start <= item.start < span.end for span in mention.recipients)
        if sentence.lower(number - 1) == ",":  # "the editor, | Lund |"
            comma = sentence.items[number - 1]
            inside = inside or any(
                span.end in {comma.start, comma.end} for span in mention.recipients
            )
        if inside and (item.lower in _PRONOUNS or item.actor in draft.recipients):
            return False
        if words and item.possessive and item.actor in draft.recipients:
            return False
    return True


def _only_owns(sentence: Sentence, span: Span) -> bool:
    """Return whether the span ends with "'s": "blamed | Kenya's | woes on Peru"."""
    inside = sentence.inside(span)
    return bool(inside) and inside[-1].possessive


def _receiving(sentence: Sentence, mention: ActMention) -> Item | None:
    starts = {span.start for span in reached(sentence, mention)}
    for index, item in enumerate(sentence.items):
        suffers = item.lower in SUBJECT_PRONOUNS and item.start < mention.trigger.start
        if item.start in starts and (suffers or is_object(sentence, index)):
            return item
    return None


def acting(sentence: Sentence, mention: ActMention, *, verb: bool) -> Iterator[Span]:
    """Yield the actors but, of a `verb`, who only owns its subject: "Kenya's decision angered".

    Who stands behind "to" or "into" is none either: "the letter to Kenya contains threats"; nor is
    what a headline is labelled with ("Kenya: Unions walk out"), nor who acts in the condition: "if
    Kenya attacks, there will be consequences".
    """
    partners = _partners(sentence, mention)
    if not mention.actors:
        yield from find_self_harming(sentence, mention)
    for span in mention.actors:
        if (
            span in partners
            or is_label(sentence, span, mention)
            or is_in_condition(sentence, span, mention)
        ):
            continue
        if _stands_aside(sentence, span, mention, verb=verb):
            continue
        inside = sentence.inside(span)
        named = next((item for item in inside if item.actor is not None), None)
        owner = named is not None and named.possessive and named is inside[-1]
        if not (verb and owner):
            yield span


def _stands_aside(sentence: Sentence, span: Span, mention: ActMention, *, verb: bool) -> bool:
    """Return whether the span's place or another actor shows that it names no one who acts.

    "The abuse within Kenya's army", "a strike that Kenya says Peru launched", "in light of the
    killing of Lund by Baru", "the kidnapping was investigated by Kenya".
    """
    first = item_at(sentence, span.start)
    before = sentence.lower(first - 1)
    if before in _NOT_ACTING and sentence.lower(first + 1) != "to":
        return before not in _TOWARDS or not is_told_right_behind(sentence, span, mention)
    if not verb and mention.type == "RETREAT" and sentence.lower(first - 1) == "from":
        return True  # "the withdrawal of troops from Kenya"
    if is_driven(sentence, first, mention):
        return True  # "the shelling forced men to flee"
    ahead = verb and span.end <= mention.trigger.start
    inside = range(first, max(first + 1, item_at(sentence, span.end)))
    name = next((at for at in inside if sentence.is_actor(at)), first)
    if ahead and acts_in_relative(sentence, name, item_at(sentence, mention.trigger.start)):
        return True
    listed = list_before(sentence, first)[1] if sentence.is_actor(first) else first
    if ahead and is_agent_of_participle(sentence, listed - 1):
        return True  # "rebels backed by Kenya and Peru attacked"
    if verb and (_sends_object(sentence, listed, mention) or _is_between(sentence, first, mention)):
        return True
    others = [other for other in mention.actors if other != span]
    if ahead and any(speaks_before(sentence, other, mention) for other in others):
        return True  # "told the voters we would | leave |"
    if others and only_reports(sentence, span, mention):
        return True
    if verb and _acts_elsewhere(sentence, first, others, mention):
        return True  # "Peru left before the attack by Kenya"
    if not verb and only_tells(sentence, span, mention):
        return True
    if is_object_behind(sentence, span, mention) or is_apart(sentence, span, mention, verb=verb):
        return True
    if has_others_by(sentence, span, mention, verb=verb) or is_targeted(sentence, span, mention):
        return True
    behind = any(is_agent(sentence, other, mention, verb=verb) for other in others)
    return behind and not verb and span.start < mention.trigger.start


def _sends_object(sentence: Sentence, first: int, mention: ActMention) -> bool:
    """Return whether "by" goes with a participle that tells of the object: "hit a ship sent by".

    Of the passive "was hit by a ship sent by Kenya" it may be who acts.
    """
    by = sentence.skip(first - 1, DETERMINERS, -1)
    verb = item_at(sentence, mention.trigger.start)
    told = by - 1 > verb and sentence.items[by - 1].start >= mention.trigger.end
    active = sentence.lower(verb - 1) not in BE and sentence.lower(verb + 1) in DETERMINERS
    return told and active and is_agent_of_participle(sentence, by)


def _acts_elsewhere(
    sentence: Sentence, first: int, others: Sequence[Span], mention: ActMention
) -> bool:
    """Return whether "by" goes with what a verb that has its subject came before or after.

    The "by" stands before item `first`.
    """
    by = first - 1
    verb = item_at(sentence, mention.trigger.start)
    passive = sentence.lower(verb - 1) in BE
    apart = any(sentence.lower(at) in _OTHER_TIME for at in range(verb + 1, by))
    subject = any(span.end <= mention.trigger.start for span in others)
    return sentence.lower(by) == "by" and apart and subject and not passive


def _partners(sentence: Sentence, mention: ActMention) -> list[Span]:
    """Return with whom somebody works or meets who is not named: "he met with Kenya".

    Behind a noun, or one who is named, they meet each other: "talks with Kenya".
    """
    if mention.type not in _TOGETHER:
        return []
    before = [span for span in mention.actors if span.end <= mention.trigger.start]
    named = any(item.actor is not None for span in before for item in sentence.inside(span))
    called = bool(before) and not named and not is_noun(sentence, mention)
    alone = not before and sentence.lower(item_at(sentence, mention.trigger.start) - 1) == "to"
    behind = [span for span in mention.actors if span.start >= mention.trigger.end]
    if not (called or alone) or not behind:
        return []
    first = item_at(sentence, behind[0].start)
    at = sentence.skip(first - 1, DETERMINERS | _TITLES, -1)
    joined = "with" in {sentence.lower(at), sentence.lower(at + 1)}
    return behind if joined else []


def _is_met(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span is the one whom another meets or signs with: "met | Peru |"."""
    verb = not is_noun(sentence, mention)
    met = mention.type in _TOGETHER and is_object_of_verb(sentence, span, mention)
    brought = is_mediated(sentence, span, mention)
    return verb and (met or brought or is_partner(sentence, span, mention))


def reached(sentence: Sentence, mention: ActMention) -> Iterator[Span]:
    """Yield the recipients but those of a time or reason: "to invade despite the Kenyan pleas".

    Nor is one where it happens ("waging war in Kenya") or who only thinks of it: "Kenya felt that
    he should be deported".
    """
    yield from _partners(sentence, mention)
    yield from (span for span in mention.actors if _is_met(sentence, span, mention))
    yield from (span for span in mention.actors if is_targeted(sentence, span, mention))
    alone = find_self_harming(sentence, mention)
    for span in mention.recipients:
        if span in alone or is_helped(sentence, span, mention):
            continue
        if span.start > mention.trigger.end and is_in_next_clause(sentence, span, mention):
            continue
        first = item_at(sentence, span.start)
        at = sentence.skip(first - 1, DETERMINERS | _TITLES, -1) + 1
        before = span.start < mention.trigger.start
        by = sentence.lower(at - 1) == "by" and not _is_inside(sentence, at - 1, mention)
        if by or (before and only_reports(sentence, span, mention)):
            continue  # "the hostages held by Kenya were freed", but "stood by Kenya"
        if not before and sentence.lower(at - 1) == "," and not is_listed(sentence, at, mention):
            continue  # "the suspect in the bombing, Ole Lund"
        if not before and mention.type in _FAVOURS and sentence.lower(at - 1) == "against":
            continue  # "backed the sanctions against Kenya"
        if not before and is_moved(sentence, at, mention):
            continue  # "Kenya's rejection of the plan angered Peru"
        demand = sentence.lower(item_at(sentence, mention.trigger.start)) in _DEMANDS
        if not before and demand and sentence.lower(at - 1) == "on":
            continue  # "rejected Kenya's demand on Peru"
        if not before and is_of_participle(sentence, at) and is_noun(sentence, mention):
            continue  # "claimed the bombing, calling Ole Lund a soldier"
        behind = range(item_at(sentence, mention.trigger.end), at)
        if not before and _is_between(sentence, at, mention):
            continue  # "met to prevent fighting between Kenya and | Peru |"
        if not before and any(is_on_its_way(sentence, each) for each in behind):
            continue  # "seized a tanker bound for Kenya"
        if sentence.lower(at - 1) == "to" and sentence.lower(at - 2) in TIED:
            continue  # "attacks ships linked to Kenya"
        if before or sentence.lower(at - 1) not in _ASIDE | _PLACES:
            yield span


def _is_between(sentence: Sentence, at: int, mention: ActMention) -> bool:
    """Return whether the item is one side of what is told of another noun behind the act."""
    first = at
    while sentence.is_actor(first) or sentence.lower(first) in DETERMINERS | {"and", ","}:
        first -= 1
    start = item_at(sentence, mention.trigger.end)
    return sentence.lower(first) == "between" and first > start


def _is_inside(sentence: Sentence, at: int, mention: ActMention) -> bool:
    """Return whether the item belongs to the trigger: the "by" of "stood by"."""
    return mention.trigger.start <= sentence.items[at].start < mention.trigger.end
