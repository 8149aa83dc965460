"""Find who is meant by the spans that the trained reader has for actors and recipients."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.lists import list_before, list_behind, name_behind
from onrecord.acts.grammar.reaching import TIED, is_on_its_way
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.words import (
    ADVERBS,
    AGENTS,
    AUXILIARIES,
    BE,
    COURTESY,
    DETERMINERS,
    MODALS,
    NOT,
    PREPOSITIONS,
    PREVENTED,
    SAYINGS,
    WILL,
    is_past,
)
from onrecord.acts.lexicon import HARMFUL, TOGETHER, load_triggers
from onrecord.acts.mentions.apart import is_apart, is_mediated, is_object_of_verb, is_partner
from onrecord.acts.mentions.beside import is_among, is_beside, is_likened, owns_sufferer
from onrecord.acts.mentions.phrases import is_meant, named_in, stands_alone, titled_in
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
    is_only_told,
    is_targeted,
    is_told_right_behind,
    item_at,
    only_reports,
    only_tells,
    speaks_before,
)
from onrecord.acts.parties.agents import is_agent_of_participle
from onrecord.acts.parties.antecedents import acts_in_relative
from onrecord.acts.parties.seeing import seeing_before
from onrecord.records import ActMention, Span
from onrecord.text import forms_of
from onrecord.text.wordclasses import is_person_noun

_TITLES = COURTESY | frozenset(". president minister secretary".split())
# Who stands behind one of these words is not whom the act is done to.
_ASIDE = frozenset(
    "before despite during since amid until without unlike because alongside over about".split()
)
_PLACES = frozenset("in near within inside outside like".split())
_OF_THINGS = frozenset("to under within".split())
_SAID = frozenset({"THREATEN", "AGREE", "ACCUSE"})
_PLACES_ACTING = frozenset("states cities countries nations towns governments firms".split())
_FAVOURS = frozenset({"AID", "AGREE", "SUPPORT"})
_JUDGING = SAYINGS | frozenset(
    forms_of("call label dub brand condemn denounce criticise criticize hail praise reject slam")
)
_DEMANDS = frozenset("demand demands request requests".split())
_NOT_ACTING = _PLACES | {"to", "against", "into", "except"}
_TOWARDS = frozenset("to against".split())
# Who presses for an act does not do it.
_PRESSING = frozenset("pressure calls demands requests appeals pleas urging prodding".split())
_OTHER_TIME = frozenset("before after since until".split())


def who(sentence: Sentence, spans: Iterable[Span]) -> tuple[tuple[str, ...], Item | None]:
    """Return the actors that the spans name, and a pronoun where none does.

    Of each span the first counts, and who is joined to it: "Kenya and the Solomon Islands".
    """
    actors: dict[str, None] = {}
    pronoun: Item | None = None
    for span in spans:
        inside = sentence.inside(span)
        named = named_in(sentence, inside)
        if named is not None:
            if is_meant(sentence, inside, named):
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
        titled = titled_in(sentence, inside)
        if titled is not None:
            actors[titled] = None
        elif pronoun is None:
            pronoun = next((item for item in inside[:1] if stands_alone(item, len(inside))), None)
    return tuple(actors), None if actors else pronoun


def acting(sentence: Sentence, mention: ActMention, *, verb: bool) -> Iterator[Span]:
    """Yield the actors but, of a `verb`, who only owns its subject: "Kenya's decision angered".

    Who stands behind "to" or "into" is none either: "the letter to Kenya contains threats"; nor is
    what a headline is labelled with ("Kenya: Unions walk out"), nor who acts in the condition: "if
    Kenya attacks, there will be consequences".
    """
    partners = _partners(sentence, mention)
    joined = _joined_to_met(sentence, mention)
    if not mention.actors:
        yield from find_self_harming(sentence, mention)
    for span in mention.actors:
        if (
            span in partners
            or span in joined
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
    whose = sentence.skip(first - 1, DETERMINERS, -1)
    if verb and sentence.lower(whose) == "from" and sentence.lower(whose - 1) in _PRESSING:
        return True  # "under pressure from Kenya to ban it"
    if not verb and mention.type == "RETREAT" and sentence.lower(first - 1) == "from":
        return True  # "the withdrawal of troops from Kenya"
    if is_only_told(sentence, span, mention) or is_beside(sentence, span, mention, verb=verb):
        return True
    if is_among(sentence, span, mention) or owns_sufferer(sentence, span, mention):
        return True
    if is_driven(sentence, first, mention):
        return True  # "the shelling forced men to flee"
    trigger = item_at(sentence, mention.trigger.start)
    seeing = seeing_before(sentence, trigger) if verb else None
    if seeing is not None and first < seeing:
        return True  # "I saw a man shooting"
    ahead = verb and span.end <= mention.trigger.start
    if ahead and _is_past_antecedent(sentence, span, mention):
        return True
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
    if not verb and (only_tells(sentence, span, mention) or _judges(sentence, span, mention)):
        return True
    if is_object_behind(sentence, span, mention) or is_apart(sentence, span, mention, verb=verb):
        return True
    if has_others_by(sentence, span, mention, verb=verb) or is_targeted(sentence, span, mention):
        return True
    behind = any(is_agent(sentence, other, mention, verb=verb) for other in others)
    return behind and not verb and span.start < mention.trigger.start


def _is_past_antecedent(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether a relative clause tells of others than the span: "Peru arms | men who | "."""
    at = item_at(sentence, mention.trigger.start) - 1
    while sentence.lower(at) in AUXILIARIES | ADVERBS | NOT:
        at -= 1
    noun = sentence.item(at - 1)
    told = sentence.lower(at) in {"who", "that", "which"} and noun is not None
    if noun is None or not told or noun.kind != "word" or span.end > noun.start:
        return False
    return is_person_noun(noun.lower) or noun.lower in _PLACES_ACTING


def _judges(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span says what a deed is: "a verdict that | the union | called unjust"."""
    relative = sentence.skip(item_at(sentence, span.start) - 1, DETERMINERS - {"that"}, -1)
    told = sentence.lower(relative) in {"that", "which"} and (
        sentence.skip(relative - 1, {","}, -1) == item_at(sentence, mention.trigger.end) - 1
    )
    return told and sentence.lower(item_at(sentence, span.end)) in _JUDGING


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
    if mention.type not in TOGETHER:
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


def _joined_to_met(sentence: Sentence, mention: ActMention) -> list[Span]:
    """Return those listed behind one who is met: "Kenya joined Peru, | Norway | and | Chile |"."""
    met = [span for span in mention.actors if _is_met(sentence, span, mention)]
    if not met:
        return []
    at = name_behind(sentence, item_at(sentence, met[0].start))
    listed = list_behind(sentence, at) if sentence.is_actor(at) else ()
    behind = [span for span in mention.actors if span.start > met[0].start]
    return [span for span in behind if any(item.actor in listed for item in sentence.inside(span))]


def _is_met(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span is the one whom another meets or signs with: "met | Peru |"."""
    verb = not is_noun(sentence, mention)
    met = mention.type in TOGETHER and is_object_of_verb(sentence, span, mention)
    brought = is_mediated(sentence, span, mention)
    return verb and (met or brought or is_partner(sentence, span, mention))


def reached(sentence: Sentence, mention: ActMention) -> Iterator[Span]:
    """Yield the recipients but those of a time or reason: "to invade despite the Kenyan pleas".

    Nor is one where it happens ("waging war in Kenya") or who only thinks of it: "Kenya felt that
    he should be deported".
    """
    yield from _partners(sentence, mention)
    yield from (span for span in mention.actors if _is_met(sentence, span, mention))
    yield from _joined_to_met(sentence, mention)
    yield from (span for span in mention.actors if is_targeted(sentence, span, mention))
    yield from (span for span in mention.actors if is_among(sentence, span, mention))
    alone = find_self_harming(sentence, mention)
    for span in mention.recipients:
        if span in alone or is_helped(sentence, span, mention):
            continue
        if span.start > mention.trigger.end and is_in_next_clause(sentence, span, mention):
            continue
        if _is_told_of(sentence, span, mention):
            continue  # "a campaign against rebels who have fought Kenya"
        if is_beside(sentence, span, mention, verb=not is_noun(sentence, mention)):
            continue
        first = item_at(sentence, span.start)
        at = sentence.skip(first - 1, DETERMINERS | _TITLES, -1) + 1
        if _is_in_thing(sentence, first, mention):
            continue  # "what falls under Kenya law is frozen"
        before = span.start < mention.trigger.start
        by = sentence.lower(at - 1) == "by" and not _is_inside(sentence, at - 1, mention)
        if by or (before and only_reports(sentence, span, mention)):
            continue  # "the hostages held by Kenya were freed", but "stood by Kenya"
        if not before and sentence.lower(at - 1) == "," and not is_listed(sentence, at, mention):
            continue  # "the suspect in the bombing, Ole Lund"
        if not before and mention.type in _FAVOURS and sentence.lower(at - 1) == "against":
            continue  # "backed the sanctions against Kenya"
        if not before and _is_only_told_of(sentence, span, mention):
            continue  # "warned Peru would fall"
        if not before and is_likened(sentence, at, mention):
            continue  # "compared Kenya's leader to Lund"
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
        if not before and any(_is_prevented(sentence, each, mention) for each in behind):
            continue  # "stopped trucks from entering Kenya"
        if not before and any(is_on_its_way(sentence, each) for each in behind):
            continue  # "seized a tanker bound for Kenya"
        if sentence.lower(at - 1) == "to" and sentence.lower(at - 2) in TIED:
            continue  # "attacks ships linked to Kenya"
        if before or sentence.lower(at - 1) not in _ASIDE | _PLACES:
            yield span


def _is_only_told_of(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether a clause of what is said opens with the span right behind the verb."""
    first = sentence.skip(item_at(sentence, mention.trigger.end), DETERMINERS)
    right_behind = item_at(sentence, span.start) <= first
    content = sentence.lower(item_at(sentence, span.end)) in MODALS | WILL
    return mention.type in _SAID and right_behind and content


def _is_in_thing(sentence: Sentence, first: int, mention: ActMention) -> bool:
    """Return whether who stands at `first` before the act only describes a thing in a phrase."""
    thing = sentence.item(first + 1)
    before = sentence.skip(first - 1, DETERMINERS, -1)
    plain = thing is not None and thing.kind == "word" and thing.text.islower()
    if not plain or sentence.items[first].start > mention.trigger.start:
        return False
    head = sentence.lower(first + 1)
    acts = head in AGENTS or is_person_noun(head) or head in PREPOSITIONS | AUXILIARIES
    acts = acts or is_past(head) or head.endswith(("ly", "ing"))
    return sentence.lower(before) in _OF_THINGS and not acts


def _is_told_of(sentence: Sentence, span: Span, mention: ActMention) -> bool:
    """Return whether the span stands in a clause that tells of another recipient."""
    for other in mention.recipients:
        if mention.trigger.end <= other.start and other.end < span.start:
            at = item_at(sentence, other.end)
            at += sentence.lower(at) == ","
            if sentence.lower(at) in {"who", "which"}:
                return True
    return False


def _is_between(sentence: Sentence, at: int, mention: ActMention) -> bool:
    """Return whether the item is one side of what is told of another noun behind the act."""
    first = at
    while sentence.is_actor(first) or sentence.lower(first) in DETERMINERS | {"and", ","}:
        first -= 1
    start = item_at(sentence, mention.trigger.end)
    return sentence.lower(first) == "between" and first > start


def _is_prevented(sentence: Sentence, at: int, mention: ActMention) -> bool:
    """Return whether what is prevented is told from `at` on: "stopped trucks | from | entering".

    So in "foiled an attack | on | Kenya".
    """
    if sentence.lower(item_at(sentence, mention.trigger.start)) not in PREVENTED:
        return False
    if sentence.lower(at) == "from":
        return sentence.lower(at + 1).endswith("ing")
    deeds = load_triggers().get(sentence.lower(at - 1), ())
    aimed = sentence.lower(at) in {"on", "against"}
    return aimed and any(form.trigger.type in HARMFUL for form in deeds)


def _is_inside(sentence: Sentence, at: int, mention: ActMention) -> bool:
    """Return whether the item belongs to the trigger: the "by" of "stood by"."""
    return mention.trigger.start <= sentence.items[at].start < mention.trigger.end
