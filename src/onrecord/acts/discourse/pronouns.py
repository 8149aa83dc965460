"""Find whom "he", "them" or "our" means that takes part in an act."""

import re
from collections.abc import Collection, Sequence

from onrecord.acts.discourse.asked import (
    Asked,
    is_anybody_before,
    is_behind_object,
    is_joined,
    is_new,
    is_urged,
    speaks_for,
    speaks_of_another,
    speaks_with_others,
    told_before,
)
from onrecord.acts.discourse.possessors import possessor_of
from onrecord.acts.draft import Draft
from onrecord.acts.grammar.expletives import is_expletive
from onrecord.acts.grammar.items import Item
from onrecord.acts.grammar.lists import ARTICLES, list_before, name_behind, title_start
from onrecord.acts.grammar.sentences import Sentence
from onrecord.acts.grammar.sides import BOTH, TWO, Sides
from onrecord.acts.grammar.words import (
    ADVERBS,
    AUXILIARIES,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
)
from onrecord.acts.lexicon import load_triggers
from onrecord.coreference import GENDERS, Gender, MentionIndex, People
from onrecord.records import Actor, PronounScorer, Span, Statement
from onrecord.spans import contains
from onrecord.text import Quotation, span_at
from onrecord.text.wordclasses import BODY_NOUNS, is_person_noun

_SELF = frozenset("i me my we us our".split())
_PLURAL = frozenset("they them their".split())
_TOGETHER = frozenset("we us our".split())
# What a body or a state does, and not who speaks for it: "we carried out the strikes".
_OF_BODIES = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION"})
# What no thing does: "it also expelled the envoy".
_OF_ANY_BODY = frozenset(
    {"ACCUSE", "AGREE", "COERCE", "CONSULT", "MOBILIZE", "REJECT", "REQUEST", "SANCTION", "SUPPORT"}
)
# What a thing may do, too, and how sure the reader is of an act that only a body does.
_OF_THINGS = frozenset({"ASSAULT", "STATE", "THREATEN", "UNSPECIFIED"})
_SURELY = 0.7
_PAPERS = frozenset(
    "law laws bill decree order resolution statement report treaty accord pact agreement deal plan "
    "budget constitution letter list".split()
)
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "SPY"})
_BODY = frozenset("it its".split())
_HOLDS = frozenset("if unless".split())
_THREAT = re.compile(r"threat|warn|vow")
_DEMAND = re.compile(r"demand|insist")
# What mostly stands for who is named last, and less for who speaks.
_AGAIN = frozenset("them their its".split())
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_HELD_AGAINST = frozenset("about over for of against".split())
_LONGEST_CHARGE = 10  # items from who is blamed to "its"
_AGENTS = frozenset("lawyer attorney spokesman spokeswoman spokesperson".split())
_HELD = frozenset({"happened", "ongoing", "planned", "offered"})
_PRESS = frozenset({"reporters", "journalists"})
_POINTING = frozenset("the their these those this".split())
_SIDES = frozenset("between among with of".split())
_OPENING = 6  # items that may stand before the subject of a sentence
_NEAR = 400  # characters back to those who met, whom "they" can mean
# How likely somebody is at least who is taken for "he" or "she", in direct speech, where people
# are spoken of whom the article does not name, and from where on without doubt. Set by reading
# what the open pages' development half and 25 news articles fill in: a wrong person is worse than
# none.
_LEAST = 0.75
_LEAST_IN_SPEECH = 0.8
_PLAIN = 0.85
_ONLY = 10.0  # how much likelier "he" is who alone is named in its sentence and the one before


class Resolver:
    """Who the pronouns of one article mean, where they take part in an act, in reading order."""

    def __init__(
        self,
        text: str,
        actors: Sequence[Actor],
        statements: Sequence[Statement] = (),
        quotations: Sequence[Quotation] = (),
        scorer: PronounScorer | None = None,
    ) -> None:
        """`scorer` is what the trained reader says of pronouns.

        "He" and "she" that are the source of a statement are the statement's speaker.
        """
        self._quoted = tuple(each.span for each in quotations if not each.depth)
        self._actors = {actor.id: actor for actor in actors}
        self._sources = {
            each.source: each.lone_speaker
            for each in statements
            if each.source is not None and each.lone_speaker in self._actors
        }
        self._people = People(text, MentionIndex(actors), scorer)
        self._sides = Sides(actors)
        self._named: set[str] = set()  # in the last sentence
        self._several: tuple[int, tuple[str, ...]] | None = None
        self._talked = False  # whether those who met last did so, or plan to
        self._subjects: tuple[str, ...] = ()  # of the last sentence, where they are several
        self._together = False  # whether they did something with each other
        self._body: str | None = None  # the state or body that opens the last sentence
        self._rivals: frozenset[str] = frozenset()  # the other bodies named in it
        self._group: tuple[str, ...] = ()  # the only one of several that it tells of
        self._suffered: tuple[str, ...] = ()  # the group that something was done to in it

    def resolve(self, sentence: Sentence, draft: Draft, statement: Statement | None) -> None:
        """Fill in the actors and recipients that pronouns of `draft` mean, where that is clear.

        `statement` is the one around it: in a paraphrase a pronoun is its speaker where kind,
        gender and pronoun agree and nobody else is named in it before; in direct speech "he" is
        not, and "I" is.
        """
        if draft.pronoun is not None:
            draft.actors = self._means(sentence, draft, draft.pronoun, statement, draft.recipients)
            draft.recipients = tuple(a for a in draft.recipients if a not in draft.actors)
        if draft.receiving is not None and not draft.recipients:
            draft.recipients = self._means(
                sentence, draft, draft.receiving, statement, draft.actors
            )
        if _points_to_meeting(sentence, draft) and not (draft.actors or draft.recipients):
            draft.actors = self._who_talked(draft)
            draft.understood = bool(draft.actors)
        sides = (*draft.actors, *draft.recipients)
        named = draft.pronoun is None and draft.receiving is None
        if draft.trigger.type == "CONSULT" and len(sides) > 1 and named:
            self._several = draft.span.start, sides
            self._talked = draft.meant.modality in _HELD

    def follow(self, sentence: Sentence, drafts: Sequence[Draft]) -> None:
        """Note who is named, and acted on, in a sentence that has been read."""
        groups = [
            actor
            for draft in drafts
            for actor in draft.recipients
            if self._actors[actor].kind == "group"
        ]
        self._suffered = tuple(dict.fromkeys(groups)) if len(set(groups)) == 1 else ()
        self._group = self._only_several(sentence)
        named = [item.actor for item in sentence.items if item.actor is not None]
        self._named = set(named)
        self._sides.note(sentence.span.start, named)
        self._subjects = self._several_subjects(sentence)
        mutual = [draft for draft in drafts if draft.trigger.type in _MUTUAL]
        two = set(self._subjects)
        self._together = any(two == {*each.actors, *each.recipients} for each in mutual)
        self._body, self._rivals = self._opening_body(sentence)

    def _only_several(self, sentence: Sentence) -> tuple[str, ...]:
        """Return the group of a sentence that tells of no other people: "locked out its pilots"."""
        items = [item for item in sentence.items if item.actor is not None]
        groups = {item.actor for item in items if self._actors[item.actor or ""].kind == "group"}
        others = any(
            item.actor is None and _is_plural_noun(item.lower) and is_person_noun(item.lower)
            for item in sentence.items
        )
        owned = any(item.possessive and item.actor in groups for item in items)
        return () if others or owned or len(groups) != 1 else tuple(filter(None, groups))

    def _several_subjects(self, sentence: Sentence) -> tuple[str, ...]:
        """Return who is named first in the sentence, if it is a group, or several joined by "and".

        Of who only owns the subject, or stands behind a preposition, nothing is known.
        """
        at = next((n for n, item in enumerate(sentence.items) if item.actor is not None), None)
        if at is None or at > _OPENING or sentence.items[at].possessive:
            return ()
        if any(sentence.lower(k) in PREPOSITIONS | AUXILIARIES for k in range(at)):
            return ()
        while sentence.lower(at + 1) == "and" and sentence.is_actor(
            second := name_behind(sentence, at + 2)
        ):
            at = second  # "the railway and its drivers"
        found = list_before(sentence, at)[0]
        one = len(found) == 1 and self._actors[found[0]].kind != "group"
        return () if one else found

    def _opening_body(self, sentence: Sentence) -> tuple[str | None, frozenset[str]]:
        """Return the state or body that opens the sentence, and the others that are named there.

        None does where a body without a name or a paper is told of: "Kenya set up a court", "passed
        a law". A name behind the noun tells which: "sued the lender Norbank".
        """
        at = next((n for n, item in enumerate(sentence.items) if item.kind == "actor"), 0)
        first = sentence.items[at]
        if first.actor is None or first.possessive or title_start(sentence, at) > 0:
            return None, frozenset()
        if first.person or _are_people(self._actors[first.actor]):
            return None, frozenset()
        rivals: set[str] = set()
        words: set[str] = set()
        for number, item in enumerate(sentence.items):
            if item.actor == first.actor:
                continue
            if item.actor and not item.person and not _are_people(self._actors[item.actor]):
                rivals.add(item.actor)
            if not sentence.is_actor(number + 1):
                words |= set(item.text.lower().split())
        unnamed = words & (BODY_NOUNS | _PAPERS)
        return (None, frozenset()) if unnamed else (first.actor, frozenset(rivals))

    def _means(
        self,
        sentence: Sentence,
        draft: Draft,
        item: Item,
        statement: Statement | None,
        others: Collection[str],
    ) -> tuple[str, ...]:
        speaks = self._sources.get(Span(item.start, item.end))
        if speaks is not None and item.lower in GENDERS:
            return () if speaks in others else (speaks,)
        quoted = span_at(self._quoted, item.start) is not None
        asked = Asked(
            sentence=sentence,
            item=item,
            acts=item is draft.pronoun,
            others=others,
            statement=statement,
            speaker=None if statement is None else self._actors.get(statement.lone_speaker or ""),
            direct=quoted or (statement is not None and statement.kind == "direct"),
        )
        if item.lower == BOTH:
            return self._both(asked, draft)
        if item.lower in GENDERS:
            found = self._person(asked, draft)
            return () if found is None else (found.id,)
        return tuple(actor for actor in self._bodies(asked, draft) if actor not in others)

    def _bodies(self, asked: Asked, draft: Draft) -> tuple[str, ...]:
        """Return who "I", "we", "it" or "they" are.

        "I" and "we" speak; a body that speaks in a paraphrase is "it" or "they" there. Else "they"
        to whom something is done are the group that it was done to before; else they are those who
        met and do something together, or the group that the sentence before tells of, "them" are
        the only group before in their sentence, and "it" is who stands before it there: what is
        done to "it" is mostly done to a thing.
        """
        word, speaker = asked.item.lower, asked.speaker
        if word == "it" and is_expletive(asked.sentence, asked.item):
            return ()
        if word == "it" and is_urged(asked):
            return self._urged(asked)
        if word == "its" and asked.acts and (blamed := self._blamed(asked)):
            return blamed
        if word == "it" and (other := self._other_side(asked)) is not None:
            return other
        if asked.statement is not None and asked.statement.joint:
            both = _TOGETHER if asked.direct else _TOGETHER | _PLURAL
            if word in both:
                return asked.statement.speakers
        if asked.acts and word in {"its", "their"} and (others := self._told_of(asked)):
            draft.unclear = True
            return others if word == "their" and len(others) == 1 else ()
        told = speaker is not None and speaker.kind != "person" and not asked.direct
        fits = word in _PLURAL or (word in _BODY and not _are_people(speaker))
        fits = fits and not (word in _AGAIN and self._could_be_another(asked))
        fits = fits and not (word == "it" and speaks_with_others(asked))
        if speaker is not None and (word in _SELF or (told and fits)):
            together = word in _TOGETHER and draft.trigger.type in _OF_BODIES
            return (self._body_of(speaker) if together else speaker.id,)
        suffers = word == "they" and not asked.acts and not asked.direct
        if suffers and self._suffered and not is_anybody_before(asked):
            draft.unclear = True
            return self._suffered
        if word == "they" and asked.acts and not asked.direct and (own := self._own(asked)):
            draft.unclear = True
            return own
        mutual = draft.trigger.type in _MUTUAL
        if word == "they" and asked.acts and mutual and (met := self._who_met(draft)):
            return met
        if word == "they" and not (asked.direct or self._could_be_another(asked)):
            before_them = self._subjects or (() if is_anybody_before(asked) else self._group)
            if before_them:
                draft.unclear = True
                return before_them
        if word == "them" and (group := self._only_group(asked) or self._told_before(asked)):
            draft.unclear = True
            return group
        helped = draft.trigger.type == "AID" and draft.meant.modality == "demanded"
        told = word == "it" and (asked.acts or helped)
        before = self._body_before(asked) if told else None
        if before is None and word == "it" and self._goes_on(asked, draft):
            draft.unclear = True
            before = self._body
        return () if before is None else (before,)

    def _goes_on(self, asked: Asked, draft: Draft) -> bool:
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
        return opens and told and self._rivals <= set(asked.others)

    def _body_of(self, speaker: Actor) -> str:
        """Return whom an official means by "we" where force or aid is told of: body, or state."""
        if speaker.kind != "person" or speaker.sector not in _OFFICIAL:
            return speaker.id
        bodies = [
            actor.id
            for actor in self._actors.values()
            if actor.kind == "organisation" and speaker.body in {actor.name, actor.body}
        ]
        states = [
            actor.id
            for actor in self._actors.values()
            if actor.kind == "state" and actor.state is not None and actor.state == speaker.state
        ]
        found = (bodies if speaker.body is not None else []) or states
        return found[0] if found else speaker.id

    def _told_of(self, asked: Asked) -> tuple[str, ...]:
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
                and (actor := self._actors[each]).kind != "person"
                and _are_people(actor) is several
            )
        )

    def _own(self, asked: Asked) -> tuple[str, ...]:
        """Return the group, or the several, who are the subject of the pronoun's own sentence."""
        sentence = asked.sentence
        at = next((n for n, item in enumerate(sentence.items) if item.actor is not None), None)
        if at is None or sentence.items[at].start >= asked.item.start:
            return ()
        return self._several_subjects(sentence)

    def _only_group(self, asked: Asked) -> tuple[str, ...]:
        """Return the group named before "them", if it is the only one: "met rebels to arm them"."""
        named = {
            item.actor
            for item in asked.sentence.items
            if item.actor is not None and item.start < asked.item.start
        }
        named -= {*asked.others, asked.speaker.id if asked.speaker else None}
        groups = tuple(
            actor for actor in named if actor is not None and self._actors[actor].kind == "group"
        )
        return groups if len(groups) == 1 else ()

    def _told_before(self, asked: Asked) -> tuple[str, ...]:
        """Return the only several of the sentence before, where none but who acts is told of since.

        "Rebels held two nurses. The army freed | them |" may mean either, but whom something was
        done to is mostly meant.
        """
        before = self._group or self._suffered or self._subjects
        since = any(
            item.actor not in {None, *asked.others} and item.start < asked.item.start
            for item in asked.sentence.items
        )
        barred = asked.acts or asked.direct or since or self._could_be_another(asked)
        return () if barred or set(before) & set(asked.others) else before

    def _could_be_another(self, asked: Asked) -> bool:
        """Return whether others stand before the pronoun than who speaks or was told of before.

        They do in "police said envoys had asked them", and in "they" behind "some senators".
        """
        sentence, statement = asked.sentence, asked.statement
        pieces = () if statement is None else statement.content
        piece = next((each for each in pieces if contains(each, asked.place)), sentence.span)
        known = {*self._subjects, *asked.others, asked.speaker.id if asked.speaker else ""}
        before = [item for item in sentence.items if piece.start <= item.start < asked.item.start]
        if asked.item.lower in _BODY:
            press = asked.speaker is not None and asked.speaker.sector == "MED"
            return press or any(item.lower in BODY_NOUNS for item in before)
        if len({item.actor for item in before if item.person}) > 1:
            return True
        again = {self._actors[each].name.lower().split()[-1] for each in self._subjects}
        return any(
            (_is_plural_noun(item.lower) and item.lower not in again)
            or (item.actor not in known | {None} and self._actors[item.actor or ""].kind == "group")
            for item in before
        )

    def _body_before(self, asked: Asked) -> str | None:
        """Return the first state or body before "it" that owns nothing there; troops are "they"."""
        for number, item in enumerate(asked.sentence.items):
            if item.start >= asked.item.start:
                break
            if item.actor is None or item.person or item.possessive:
                continue
            actor = self._actors[item.actor]
            if is_joined(asked.sentence, number):
                return None  # "Kenya and Peru condemned the raid, saying it"
            if not _are_people(actor) and actor.sector != "MED":  # "Norwire reported that it"
                return item.actor
        return None

    def _urged(self, asked: Asked) -> tuple[str, ...]:
        """Return whom "it" means that is urged, one of two bodies: "Kenya met Peru, urging it to".

        The first of them urges.
        """
        bodies = [
            item.actor
            for item in asked.sentence.items
            if item.actor is not None
            and item.start < asked.item.start
            and not (item.person or item.possessive or _are_people(self._actors[item.actor]))
        ]
        both = tuple(dict.fromkeys(bodies))
        return both[1:] if len(both) == 2 else ()

    def _blamed(self, asked: Asked) -> tuple[str, ...]:
        """Return whose deed "its" is where it is held against him: "warned | Peru | about its"."""
        sentence = asked.sentence
        at = sentence.items.index(asked.item)
        for name in range(at - 1, max(0, at - _LONGEST_CHARGE), -1):
            item = sentence.items[name]
            if item.kind in {"mark", "timex"}:
                return ()
            if item.actor is None:
                continue
            verb = sentence.lower(sentence.skip(title_start(sentence, name) - 1, ARTICLES, -1))
            told = sentence.lower(name + 1) in _HELD_AGAINST
            body = not (item.person or item.possessive or _are_people(self._actors[item.actor]))
            return (item.actor,) if body and told and _holds_against(verb) else ()
        return ()

    def _other_side(self, asked: Asked) -> tuple[str, ...] | None:
        """Return whom a threat or demand is made to, where "it" is the side that has to yield.

        "Kenya threatened to bomb | Peru | unless it withdrew", "| Kenya | refused Peru’s demand
        that it withdraw".
        """
        items = asked.sentence.items
        at = items.index(asked.item)
        before = [item.lower for item in items[:at]]
        demanded = at > 1 and before[-1] == "that" and _DEMAND.match(before[-2]) is not None
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
            and not _are_people(self._actors[item.actor])
            and self._actors[item.actor].sector != "MED"
        ]
        if len({item.actor for _, item in sides}) < 2:
            return () if demanded and asked.acts else None
        asker = at - 3 if demanded else -1
        first = None if demanded else sides[0][1].actor  # "threatened to block | Peru’s | bid"
        others = [item for number, item in sides if number != asker and item.actor != first]
        named = [item.actor for item in others if not (demanded and item.possessive)]
        return tuple(actor for actor in named[-1:] if actor is not None)

    def _who_met(self, draft: Draft) -> tuple[str, ...]:
        """Return those who met last, if that is told near before the draft."""
        if self._several is None:
            return ()
        at, sides = self._several
        return sides if draft.span.start - at < _NEAR else ()

    def _who_talked(self, draft: Draft) -> tuple[str, ...]:
        """Return those who met last, if they did or will, and not to inform the press."""
        met = self._who_met(draft) if self._talked else ()
        press = any(
            self._actors[each].sector == "MED" or self._actors[each].name in _PRESS for each in met
        )
        return () if press else met

    def _both(self, asked: Asked, draft: Draft) -> tuple[str, ...]:
        """Return who "both sides" are: two who did something together, who met, or are told of."""
        two = self._subjects
        any_two = asked.item.text.lower() in TWO or self._together or self._sides.are_states(two)
        if len(two) == 2 and not set(two) & set(asked.others) and any_two:
            return two
        met = self._who_met(draft)
        if met and not set(met) & set(asked.others):
            return met
        before = [
            item.actor
            for item in asked.sentence.items
            if item.actor is not None and item.start < asked.item.start
        ]
        return self._sides.find(asked.item.start, before, asked.others)

    def _person(self, asked: Asked, draft: Draft) -> Actor | None:
        """Return who "he" or "she" means, and note on the draft where that is in some doubt."""
        gender, place = GENDERS[asked.item.lower], asked.place
        barred = set(asked.others)
        if asked.item.lower in OBJECT_PRONOUNS and (possessor := possessor_of(asked.source)):
            return self._possessor(possessor, gender, barred)
        owner = speaks_for(asked)
        speaker = asked.speaker
        if speaker is not None and (asked.direct or owner is not None or _acts_for(speaker)):
            barred.add(speaker.id)
            place = place if owner is None else Span(owner.start, owner.end)
        elif self._tells_of_itself(asked):
            return asked.speaker
        if is_behind_object(asked):
            return None
        resumed = self._people.resume(gender, place)
        if resumed is not None and resumed.id not in barred:
            return resumed
        rating = self._people.rate(place, gender)
        only = None if asked.direct else self._only_one(asked)

        def weight(actor: Actor) -> float:
            if actor.id in barred:
                return 0.0
            return _ONLY if actor.id == only else 1.0

        best = rating.weigh(weight).best
        if best is None or best[0] < (_LEAST_IN_SPEECH if asked.direct else _LEAST):
            return None
        odds, actor = best
        if actor.id in barred or is_new(actor, asked) or speaks_of_another(actor, asked):
            return None
        if self._could_be_speaker(asked) and asked.speaker is not actor and owner is None:
            return None
        self._people.learn(odds, actor, gender)
        draft.unclear |= odds < _PLAIN
        return actor

    def _possessor(self, owner: Item, gender: Gender, barred: Collection[str]) -> Actor | None:
        """Return who is told of by whose mother or editor speaks: "Lund’s mother, Ida, said"."""
        actor = self._actors.get(owner.actor or "")
        known = actor is not None and actor.id not in barred and self._people.fits(actor, gender)
        return actor if known else None

    def _only_one(self, asked: Asked) -> str | None:
        """Return who alone is named in the sentence before and, up to "he", in its own.

        Who takes the act's other side does not count: "Berg won. Lund congratulated | her |".
        """
        here = {each.actor for each in asked.sentence.items if each.start < asked.item.start}
        people = (self._named | {actor for actor in here if actor is not None}) - {*asked.others}
        only = [actor for actor in people if self._actors[actor].kind == "person"]
        return only[0] if len(only) == 1 else None

    def _could_be_speaker(self, asked: Asked) -> bool:
        """Return whether the pronoun stands in a paraphrase of somebody whom it fits."""
        speaker = asked.speaker
        if speaker is None or asked.direct or speaker.kind != "person" or _acts_for(speaker):
            return False
        return speaker.id not in asked.others and self._people.fits(
            speaker, GENDERS[asked.item.lower]
        )

    def _tells_of_itself(self, asked: Asked) -> bool:
        """Return whether a paraphrase by a person speaks of nobody else before the pronoun."""
        speaker, statement = asked.speaker, asked.statement
        if speaker is None or statement is None or not self._could_be_speaker(asked):
            return False
        gender = GENDERS[asked.item.lower]
        content = next((piece for piece in statement.content if contains(piece, asked.place)), None)
        start = asked.sentence.span.start if content is None else content.start
        return not any(
            each.person
            and each.actor != speaker.id
            and each.actor not in asked.others
            and start <= each.start < asked.item.start
            and self._people.fits(self._actors[each.actor or ""], gender)
            for each in asked.sentence.items
        )


def _points_to_meeting(sentence: Sentence, draft: Draft) -> bool:
    """Return whether a noun means a meeting told of, and no sides stand behind it: "the talks"."""
    known = sentence.lower(draft.at - 1) in _POINTING and sentence.lower(draft.last) not in _SIDES
    return draft.trigger.type == "CONSULT" and not draft.trigger.verb and known


def _is_plural_noun(word: str) -> bool:
    """Return whether the word is of several people: "senators", "men"."""
    return word.endswith(("s", "men", "people")) and is_person_noun(word)


def _are_people(actor: Actor | None) -> bool:
    """Return whether the actor is a group of people, whom nobody calls "it", as "the regulator"."""
    if actor is None or actor.kind != "group" or actor.body is not None:
        return False
    return actor.name.lower().split()[-1] not in BODY_NOUNS


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


def _acts_for(speaker: Actor) -> bool:
    """Return whether the speaker mostly tells of another: a lawyer of a client."""
    words = (speaker.role or "").lower().split()
    return bool(words) and words[-1] in _AGENTS


def _holds_against(verb: str) -> bool:
    """Return whether somebody is blamed or urged by the verb: "warned", "accused"."""
    return any(
        form.trigger.verb and len(form.words) == 1 and form.trigger.type in {"ACCUSE", "REQUEST"}
        for form in load_triggers().get(verb, ())
    )
