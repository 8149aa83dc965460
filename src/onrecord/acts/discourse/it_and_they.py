"""Find whom "it" and "they" mean, and the "I" and "we" of who speaks."""

import re
from collections.abc import Mapping

from onrecord.acts.discourse.asked import (
    Asked,
    is_joined,
    is_urged,
    speaks_with_others,
    told_before,
)
from onrecord.acts.discourse.told_before import MUTUAL, are_people, is_plural, several_subjects
from onrecord.acts.draft import Draft
from onrecord.acts.grammar.expletives import is_expletive
from onrecord.acts.grammar.lists import title_start
from onrecord.acts.grammar.reaching import is_in_compound
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    PLAIN_DETERMINERS,
    PREPOSITIONS,
    is_past,
)
from onrecord.acts.lexicon import load_triggers
from onrecord.acts.parties.agents import is_passive_agent
from onrecord.acts.parties.parts import is_part_of
from onrecord.records import Actor, Span
from onrecord.spans import contains
from onrecord.text import forms_of
from onrecord.text.wordclasses import BODY_NOUNS

_SELF = frozenset("i me my we us our".split())
_PLURAL = frozenset("they them their".split())
_TOGETHER = frozenset("we us our".split())
_BODY = frozenset("it its".split())
# What mostly stands for who is named last, and less for who speaks.
_AGAIN = frozenset("them their its".split())
# What a body or a state does, and not who speaks for it: "we carried out the strikes".
_OF_BODIES = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION"})
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "SPY"})
# What no thing does: "it also expelled the envoy".
_OF_ANY_BODY = frozenset(
    {"ACCUSE", "AGREE", "COERCE", "CONSULT", "MOBILIZE", "REJECT", "REQUEST", "SANCTION", "SUPPORT"}
)
# What a thing may do, too, and how sure the reader is of an act that only a body does.
_OF_THINGS = frozenset({"ASSAULT", "STATE", "THREATEN", "UNSPECIFIED"})
_SURELY = 0.7
_TROOPS = ("forces", "troops")
_HOLDS = frozenset("if unless".split())
_THREAT = re.compile(r"threat|warn|vow")
_DEMAND = re.compile(r"demand|insist")
_HELD_AGAINST = frozenset("about over for of against".split())
_CHARGES = frozenset("claim accusation allegation charge assertion suggestion report".split())
_DENYING = frozenset(
    forms_of("deny:denied|denied reject dismiss dispute refute rebut:rebutted|rebutted repudiate")
)
_LONGEST_CHARGE = 10  # items from who is blamed to "its"


def find_bodies(asked: Asked, draft: Draft) -> tuple[str, ...]:
    """Return who "I", "we", "it" or "they" are, and note on the draft where that is in doubt.

    "I" and "we" speak; a body that speaks in a paraphrase is "it" or "they" there.
    """
    word = asked.item.lower
    if word in _BODY | _PLURAL and (denier := _denier(asked)):
        return denier
    if word in _BODY and (told := _of_clause(asked)) is not None:
        return told
    if speaks := _of_speaker(asked, draft):
        return speaks
    match word:
        case "it":
            return _of_it(asked, draft)
        case "they":
            return _of_they(asked, draft)
        case "them" if asked.acts and is_part_of(asked.sentence, _place(asked)):
            return _of_they(asked, draft)
        case "its" | "their":
            found = _subject_owning(asked)
            draft.unclear |= bool(found)
            return found
        case "them":
            found = _only_group(asked) or _several_before(asked)
            draft.unclear |= bool(found)
            return found
        case _:
            return ()


def _of_clause(asked: Asked) -> tuple[str, ...] | None:
    """Return who "it" or "its" is where the clause that it stands in tells: "urging | it | to"."""
    if asked.item.lower == "its":
        return (_blamed(asked) or None) if asked.acts else None
    if is_expletive(asked.sentence, asked.item):
        return ()
    return _urged(asked) if is_urged(asked) else _other_side(asked)


def _denier(asked: Asked) -> tuple[str, ...]:
    """Return who denies a charge told by a noun: "| Kenya | denied Peru's claim that | it | fired".

    The charge is somebody's words, and "it" is not who makes it.
    """
    cue = None if asked.statement is None else asked.statement.cue
    if cue is None or asked.direct or asked.item.lower == "them":
        return ()
    items = asked.sentence.items
    charge = next(
        (at for at, item in enumerate(items) if contains(cue, Span(item.start, item.end))), 0
    )
    if items[charge].lower.removesuffix("s") not in _CHARGES:
        return ()
    denial = next((at for at in range(charge, -1, -1) if items[at].lower in _DENYING), 0)
    for at in range(denial - 1, -1, -1):
        item = items[at]
        if item.actor is not None and not item.possessive:
            actor = asked.actors[item.actor]
            fits = are_people(actor) is (asked.item.lower in _PLURAL)
            barred = item.person or actor.kind == "person" or actor.id in asked.others
            return (actor.id,) if fits and not barred else ()
        if item.kind == "mark":
            return ()
    return ()


def _of_speaker(asked: Asked, draft: Draft) -> tuple[str, ...]:
    """Return who speaks, where the pronoun is of whose words it stands in."""
    word, speaker, statement = asked.item.lower, asked.speaker, asked.statement
    if statement is not None and statement.joint:
        both = _TOGETHER if asked.direct else _TOGETHER | _PLURAL
        if word in both:
            return statement.speakers
    if asked.acts and word in {"its", "their"} and (others := _told_of(asked)):
        draft.unclear = True
        return others if word == "their" and len(others) == 1 else ()
    if speaker is None:
        return ()
    if word in _SELF:
        together = word in _TOGETHER and draft.trigger.type in _OF_BODIES
        return (_body_of(speaker, asked.actors) if together else speaker.id,)
    fits = word in _PLURAL or (word in _BODY and not are_people(speaker))
    if not fits or speaker.kind == "person" or asked.direct:
        return ()
    another = word in _AGAIN and _could_be_another(asked)
    return () if another or (word == "it" and speaks_with_others(asked)) else (speaker.id,)


def _place(asked: Asked) -> int:
    return asked.sentence.items.index(asked.item)


def _of_they(asked: Asked, draft: Draft) -> tuple[str, ...]:
    """Return who "they" are.

    To whom something is done is the group that it was done to before. Else they are who is the
    subject of their own sentence, those who met and do something together, or the group that the
    sentence before tells of.
    """
    told = asked.told
    if asked.direct:
        together = asked.acts and draft.trigger.type in MUTUAL and not asked.others
        return asked.met if together and draft.receiving is None else ()
    found = told.suffered if not (asked.acts or asked.named) else ()
    found = found or (_own(asked) if asked.acts else ())
    if not found and asked.acts and draft.trigger.type in MUTUAL and asked.met:
        return asked.met
    if not found and not _could_be_another(asked):
        found = told.subjects or (() if asked.named else told.group)
    draft.unclear |= bool(found)
    return found


def _of_it(asked: Asked, draft: Draft) -> tuple[str, ...]:
    """Return who "it" is: who stands before it in its sentence, or opens the one before.

    What is done to "it" is mostly done to a thing.
    """
    helped = draft.trigger.type == "AID" and draft.meant.modality == "demanded"
    before = _body_before(asked) if asked.acts or helped else None
    if before is None and _goes_on(asked, draft):
        draft.unclear = True
        before = asked.told.body
    return () if before is None else (before,)


def _goes_on(asked: Asked, draft: Draft) -> bool:
    """Return whether "it" that opens a sentence can be the body told of in the one before.

    What strikes or bans is as often a thing: "Kenya fired a rocket. It hit Peru". Another body
    named there can be it, too, but where it is the other side: "Kenya met Norbank. It fined the
    bank".
    """
    items = asked.sentence.items
    at = items.index(asked.item)
    opens = all(
        item.kind in {"timex", "mark"} or item.lower in PREPOSITIONS | ADVERBS
        for item in items[:at]
    )
    told = asked.acts and not asked.direct and _is_sure_to_act(draft)
    return opens and told and asked.told.rivals <= set(asked.others)


def _body_of(speaker: Actor, actors: Mapping[str, Actor]) -> str:
    """Return whom an official means by "we" where force or aid is told of: body, or state."""
    if speaker.kind != "person" or speaker.sector not in _OFFICIAL:
        return speaker.id
    bodies = [
        actor.id
        for actor in actors.values()
        if actor.kind == "organisation" and speaker.body in {actor.name, actor.body}
    ]
    states = [
        actor.id
        for actor in actors.values()
        if actor.kind == "state" and actor.state is not None and actor.state == speaker.state
    ]
    found = (bodies if speaker.body is not None else []) or states
    return found[0] if found else speaker.id


def _told_of(asked: Asked) -> tuple[str, ...]:
    """Return whom the speaker has told of, and "its" or "their" can be.

    So the rebels in "Peru said rebels had left, calling | their | raid a crime".
    """
    speaker = None if asked.speaker is None else asked.speaker.id
    actors = [each.actor for each in told_before(asked) if each.actor not in {None, speaker}]
    several = asked.item.lower == "their"
    return tuple(
        dict.fromkeys(
            each
            for each in actors
            if each is not None
            and (actor := asked.actors[each]).kind != "person"
            and are_people(actor) is several
        )
    )


def _own(asked: Asked) -> tuple[str, ...]:
    """Return the group, or the several, who are the subject of the pronoun's own sentence."""
    sentence = asked.sentence
    at = next((n for n, item in enumerate(sentence.items) if item.actor is not None), None)
    if at is None or sentence.items[at].start >= asked.item.start:
        return ()
    return several_subjects(sentence, asked.actors)


def _only_group(asked: Asked) -> tuple[str, ...]:
    """Return the group named before "them", if it is the only one: "met rebels to arm them"."""
    named = {*asked.named} - {*asked.others, asked.speaker.id if asked.speaker else None}
    groups = tuple(actor for actor in named if asked.actors[actor].kind == "group")
    return groups if len(groups) == 1 else ()


def _several_before(asked: Asked) -> tuple[str, ...]:
    """Return the only several of the sentence before, where none but who acts is told of since.

    "Rebels held two nurses. The army freed | them |" may mean either, but whom something was
    done to is mostly meant.
    """
    before = asked.told.group or asked.told.suffered or asked.told.subjects
    since = bool({*asked.named} - {*asked.others})
    barred = asked.acts or asked.direct or since or _could_be_another(asked)
    return () if barred or set(before) & set(asked.others) else before


def _could_be_another(asked: Asked) -> bool:
    """Return whether others stand before the pronoun than who speaks or was told of before.

    They do in "police said envoys had asked them", and in "they" behind "some senators".
    """
    sentence, statement = asked.sentence, asked.statement
    pieces = () if statement is None else statement.content
    piece = next((each for each in pieces if contains(each, asked.place)), sentence.span)
    known = {*asked.told.subjects, *asked.others, asked.speaker.id if asked.speaker else ""}
    before = [item for item in sentence.items if piece.start <= item.start < asked.item.start]
    if asked.item.lower in _BODY:
        press = asked.speaker is not None and asked.speaker.sector == "MED"
        return press or any(item.lower in BODY_NOUNS for item in before)
    if len({item.actor for item in before if item.person}) > 1:
        return True
    again = {asked.actors[each].name.lower().split()[-1] for each in asked.told.subjects}
    return any(
        (is_plural(item.lower) and item.lower not in again)
        or (item.actor not in known | {None} and asked.actors[item.actor or ""].kind == "group")
        for item in before
    )


def _body_before(asked: Asked) -> str | None:
    """Return the first state or body before "it" that owns nothing there; troops are "they"."""
    for number, item in enumerate(asked.sentence.items):
        if item.start >= asked.item.start:
            break
        if item.actor is None or item.person or item.possessive:
            continue
        if is_in_compound(asked.sentence, number) or item.text.lower().endswith(_TROOPS):
            continue  # "Kenya-backed troops"
        actor = asked.actors[item.actor]
        if is_joined(asked.sentence, number):
            return None  # "Kenya and Peru condemned the raid, saying it"
        if not are_people(actor) and actor.sector != "MED":  # "Norwire reported that it"
            return item.actor
    return None


def _subject_owning(asked: Asked) -> tuple[str, ...]:
    """Return whose deed "its" or "their" is behind a verb: "drivers suspended | their | walkout".

    It is who alone is named before it in its sentence, a body or a group or several.
    """
    at = asked.sentence.items.index(asked.item)
    if not asked.acts or asked.direct or not is_past(asked.sentence.lower(at - 1)):
        return ()
    named = tuple(dict.fromkeys(asked.named))
    if asked.item.lower == "their":
        subjects = _own(asked)
        return subjects if set(named) == set(subjects) else ()
    before = _body_before(asked)
    return (before,) if before is not None and named == (before,) else ()


def _urged(asked: Asked) -> tuple[str, ...]:
    """Return whom "it" means that is urged, one of two bodies: "Kenya met Peru, urging it to".

    The first of them urges.
    """
    bodies = [
        item.actor
        for item in asked.sentence.items
        if item.actor is not None
        and item.start < asked.item.start
        and not (item.person or item.possessive or are_people(asked.actors[item.actor]))
    ]
    both = tuple(dict.fromkeys(bodies))
    return both[1:] if len(both) == 2 else ()


def _blamed(asked: Asked) -> tuple[str, ...]:
    """Return whose deed "its" is where it is held against him: "warned | Peru | about its".

    So it is in "| Peru | was condemned by Kenya for its".
    """
    sentence = asked.sentence
    at = sentence.items.index(asked.item)
    for name in range(at - 1, max(0, at - _LONGEST_CHARGE), -1):
        item = sentence.items[name]
        if item.kind in {"mark", "timex"}:
            return ()
        if item.actor is None:
            continue
        link = sentence.skip(title_start(sentence, name) - 1, PLAIN_DETERMINERS, -1)
        verb = sentence.lower(link)
        told = sentence.lower(name + 1) in _HELD_AGAINST
        if verb == "by" and told and is_passive_agent(sentence, name):
            subject = sentence.skip(link - 2, AUXILIARIES | ADVERBS, -1)
            item, verb = sentence.items[subject], sentence.lower(link - 1)
        if item.actor is None:
            return ()
        body = not (item.person or item.possessive or are_people(asked.actors[item.actor]))
        return (item.actor,) if body and told and _holds_against(verb) else ()
    return ()


def _other_side(asked: Asked) -> tuple[str, ...] | None:
    """Return whom a threat or demand is made to, where "it" is the side that has to yield.

    "Kenya threatened to bomb | Peru | unless it withdrew", "| Kenya | refused Peru’s demand
    that it withdraw".
    """
    items = asked.sentence.items
    at = items.index(asked.item)
    before = [item.lower for item in items[:at]]
    by = before[-4:-1][1:2] in (["by"], ["from"])  # "a demand by Peru that it"
    demanded = at > 1 and before[-1] == "that" and _DEMAND.match(before[-4 if by else -2])
    threatened = bool(_HOLDS & set(before[-1:])) and any(map(_THREAT.match, before))
    if before[-2:] == ["and", "that"] and any(map(_DEMAND.match, before)):
        return () if asked.acts else None  # "demanded that Peru leave and that it pay"
    if not demanded and not threatened:
        return None
    sides = [
        (number, item)
        for number, item in enumerate(items[:at])
        if item.actor is not None
        and not item.person
        and not are_people(asked.actors[item.actor])
        and asked.actors[item.actor].sector != "MED"
    ]
    if len({item.actor for _, item in sides}) < 2:
        return () if demanded and asked.acts else None
    asker = at - (2 if by else 3) if demanded else -1
    first = None if demanded else sides[0][1].actor  # "threatened to block | Peru’s | bid"
    others = [item for number, item in sides if number != asker and item.actor != first]
    named = [item.actor for item in others if not (demanded and item.possessive)]
    return tuple(actor for actor in named[-1:] if actor is not None)


def _is_sure_to_act(draft: Draft) -> bool:
    """Return whether a body does it, and no thing: in the past, or as the trained reader has it.

    A thing "will help" or "hurt", and neither mediate nor revoke.
    """
    mention = draft.mention
    sure = mention is not None and mention.sure >= _SURELY and mention.type not in _OF_THINGS
    if draft.group is None:
        return sure
    of_bodies = draft.trigger.type in _OF_ANY_BODY
    return (draft.group.past and (sure or of_bodies)) or (draft.group.future and sure and of_bodies)


def _holds_against(verb: str) -> bool:
    """Return whether somebody is blamed or urged by the verb: "warned", "accused"."""
    return any(
        form.trigger.verb and len(form.words) == 1 and form.trigger.type in {"ACCUSE", "REQUEST"}
        for form in load_triggers().get(verb, ())
    )
