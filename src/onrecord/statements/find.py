"""Find statements: drafts by the words, then speakers, relays, addressees, acts and times."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.ids import row_id
from onrecord.records import (
    NEGATIVE_ACTS,
    Actor,
    Article,
    Attribution,
    Polarity,
    PronounScorer,
    Span,
    SpeechAct,
    Statement,
    Timex,
    When,
)
from onrecord.spans import contains
from onrecord.statements.attributions.edges import keep_names_whole
from onrecord.statements.certainty import certainty_of
from onrecord.statements.chains.nesting import find_containers
from onrecord.statements.dating import date_drafts
from onrecord.statements.drafting import draft_statements
from onrecord.statements.drafts import Draft, unique_drafts
from onrecord.statements.pragmatics.addressees import find_addressee
from onrecord.statements.pragmatics.aimed import find_aim
from onrecord.statements.pragmatics.conditions import (
    close_condition,
    find_condition,
    opens_condition,
)
from onrecord.statements.pragmatics.corrected_acts import correct_act
from onrecord.statements.pragmatics.exchanges import find_answers
from onrecord.statements.pragmatics.formulas import without_formula
from onrecord.statements.pragmatics.harmless import without_harm
from onrecord.statements.pragmatics.leaning import lean
from onrecord.statements.pragmatics.polarity import find_polarity
from onrecord.statements.pragmatics.provoked import find_provocation, foresee
from onrecord.statements.pragmatics.speech_acts import find_act
from onrecord.statements.pragmatics.standing import is_innocence
from onrecord.statements.speakers.cast import Cast, cast_sources, container_speaker
from onrecord.statements.speakers.crediting import credit_cited, is_passed_on, relay_ids
from onrecord.statements.speakers.sources import UNKNOWN, Found
from onrecord.text import Outline, find_history

# How sure the reader has to be of an act to be followed where cue and words name another one.
_ACT_SURE = 0.7
# A line that is set apart like a headline: "Berg: No troops at the border".
_LINE = re.compile(r"[A-Z][^\n:]{1,40}: [A-Z“‘\"'][^\n]{8,100}[^\n.!?:;,…”\"’)]")


def find_statements(
    article: Article,
    outline: Outline,
    *,
    actors: Sequence[Actor],
    timexes: Sequence[Timex],
    attributions: Sequence[Attribution] | None = None,
    pronouns: PronounScorer | None = None,
) -> Iterator[Statement]:
    """Yield the statements of `article` in reading order.

    Contents of direct statements stand between the quotation marks, exactly, or are turns, posts
    and paragraphs that are set apart without; paraphrases include "that" and "to", and mixed ones
    the marks inside them. What somebody thinks, plans or saw is no
    statement. A speaker who is not clear stays `None`; the source then still shows the words.

    Method: cues and clauses by a lexicon and closed word classes, quotation marks first, after
    Pareti et al. (EMNLP 2013) and Citron (BBC); no parser.
    """
    text = article.text
    drafts, subjects = draft_statements(
        text, outline, actors, _headline_starts(article, outline), attributions
    )
    cast = cast_sources(
        text, drafts, subjects, actors, pronouns, history=find_history(article, outline)
    )
    drafts = keep_names_whole(text, unique_drafts(credit_cited(drafts, cast)), actors)
    containers = find_containers(drafts)
    answers = find_answers(text, drafts)
    partners = answers | {question: answer for answer, question in answers.items()}
    speakers = _find_speakers(drafts, containers, answers, cast)
    # The cue tells apart two statements of the same words: "A said, and B confirmed, that ...".
    cues = [(draft.cue,) if draft.cue else () for draft in drafts]
    ids = [
        row_id("s", article.id, *draft.content, *cue)
        for draft, cue in zip(drafts, cues, strict=True)
    ]
    whens = date_drafts(
        text,
        drafts,
        [found.actor.id if found.actor else None for found in speakers],
        containers,
        timexes,
        article.published,
        outline.paragraphs,
        {actor.id: actor.mentions for actor in actors},
    )
    for number, draft in enumerate(drafts):
        partner = speakers[partners[number]].actor if number in partners else None
        container = containers.get(number)
        outer = None
        if container is not None and is_passed_on(text, draft, drafts[container]):
            outer = speakers[container].actor
        yield _describe(
            article,
            draft,
            cast,
            speakers[number],
            id=ids[number],
            when=whens[number],
            within=None if container is None else ids[container],
            told=[drafts[inner] for inner, around in containers.items() if around == number],
            outer=outer,
            answers=ids[answers[number]] if number in answers else None,
            partner=None if partner is None else partner.id,
        )


def _describe(
    article: Article,
    draft: Draft,
    cast: Cast,
    found: Found,
    *,
    id: str,  # noqa: A002 - the record's own name
    when: When,
    within: str | None,
    told: Sequence[Draft],
    outer: Actor | None,
    answers: str | None,
    partner: str | None,
) -> Statement:
    """Return the statement of a draft; `partner` is who asked it or answers it.

    `outer` is who tells of it at the end of the sentence around it, `told` what stands in it.
    """
    text = article.text
    speaker, joint = _identify(found)
    read = draft.read
    pieces = without_formula(text, draft.content)
    bare = draft if len(pieces) == len(draft.content) else replace(draft, read=None)
    words = " ".join(text[piece.start : piece.end] for piece in pieces)
    actor = next(iter(found.several), found.actor)
    provoked = find_provocation(text, pieces[0], cast.index, actor)
    answered = provoked.deed if provoked is not None and provoked.own else None
    act = foresee(_pick_act(text, bare, words, actor), provoked)
    condition = _find_condition(text, draft, told) or answered
    addressee = find_addressee(draft, cast, speaker) or partner
    if addressee is None:
        addressee = find_aim(text, draft, act, condition, cast.index, actor)
    return Statement(
        id=id,
        kind=draft.kind,
        content=draft.content,
        cue=draft.cue,
        source=draft.source,
        speaker=speaker,
        joint=joint,
        addressee=addressee if addressee != speaker else None,
        relayed_by=relay_ids(draft, cast, speaker, outer),
        within=within,
        answers=answers,
        stance="said" if read is None or draft.kind == "direct" else read.stance,
        act=act,
        polarity=_pick_polarity(text, bare, words, act),
        condition=condition,
        when=when,
        certainty=certainty_of(draft, found),
    )


def _identify(found: Found) -> tuple[str | None, tuple[str, ...]]:
    """Return the ids of the speaker, and of those who say it, too."""
    if found.several:
        first, *others = found.several
        return first.id, tuple(other.id for other in others)
    return None if found.actor is None else found.actor.id, ()


def _pick_act(text: str, draft: Draft, words: str, speaker: Actor | None) -> SpeechAct:
    """Return the act that the reader is sure of, else the one that cue and words name or bear out.

    Of a headline's colon the reader has learnt nothing.
    """
    read = draft.read
    if read is None or text[slice(*read.cue)] == ":":
        return without_harm(find_act(draft, words, speaker), words)
    if read.act_sure < _ACT_SURE:
        return without_harm(lean(find_act(draft, words, speaker), read, words), words)
    return without_harm(correct_act(read.act, draft, words, speaker), words)


def _pick_polarity(text: str, draft: Draft, words: str, act: SpeechAct) -> Polarity:
    """Return the reader's polarity, or that of the words where it read nothing.

    "Warned against sailing" is negative: whoever follows it does not sail.
    """
    if act in NEGATIVE_ACTS or (act == "warn_against" and _is_against(text, draft)):
        return "negative"
    if draft.read is None or is_innocence(words):
        return find_polarity(words)
    return "negative" if draft.read.negative else "positive"


def _is_against(text: str, draft: Draft) -> bool:
    """Return whether "against" opens the content, or stands right before it."""
    start = draft.content[0].start
    return text.startswith("against ", start) or text.endswith("against ", 0, start)


def _find_condition(text: str, draft: Draft, told: Sequence[Draft]) -> Span | None:
    """Return the condition of a draft, if it is not that of what another is `told` to have said.

    "Berg testified that Lund said, “If you stay, we leave”" has none.
    """
    found = _condition_in(text, draft)
    inside = found is not None and any(
        contains(piece, found) for inner in told for piece in inner.content
    )
    return None if inside else found


def _condition_in(text: str, draft: Draft) -> Span | None:
    """Return the condition that the reader found inside the content, else the rules' one."""
    read = draft.read
    if (
        read is not None
        and read.condition is not None
        and any(contains(piece, read.condition) for piece in draft.content)
        and opens_condition(text, read.condition)
    ):
        return close_condition(text, read.condition, draft.content)
    return find_condition(text, draft.content, question=draft.frame == "question")


def _find_speakers(
    drafts: Sequence[Draft], containers: dict[int, int], answers: dict[int, int], cast: Cast
) -> list[Found]:
    """Return the speakers in the order of the drafts, those of containers before their insides."""
    speakers: list[Found] = []
    for number, draft in enumerate(drafts):
        container = containers.get(number)
        outer = None if container is None or container >= number else speakers[container]
        found = container_speaker(draft, cast, outer)
        if found.how == "pronoun" and not draft.quoted and _names(draft, cast, found):
            found = _last_speaker(drafts, speakers, draft, cast)
        if found.how in {"pronoun", "guess"} and _passes_on(draft, cast, found.actor):
            found = UNKNOWN
        if number in answers and found.how in {"pronoun", "guess"}:
            found = _who_answered(drafts, speakers, answers, number) or found
        speakers.append(found)
    return speakers


def _passes_on(draft: Draft, cast: Cast, actor: Actor | None) -> bool:
    """Return whether somebody passes the draft on, and is not "she": "According to Berg, she"."""
    passers = (cast.who(span).actor or cast.name(span) for span in draft.relays)
    return actor is not None and any(passer is actor for passer in passers)


def _who_answered(
    drafts: Sequence[Draft], speakers: Sequence[Found], answers: dict[int, int], number: int
) -> Found | None:
    """Return who has answered the same one's last question, right before this one.

    In "“No,” said the mayor. “Never?” asked Ms Berg. “That is so,” he said" it is the mayor.
    """
    question = answers[number]
    last = max((answer for answer in answers if answer < question), default=None)
    if last is None or drafts[question].unit.paragraph - drafts[last].unit.paragraph > 1:
        return None
    asking, asked = (speakers[each].actor for each in (question, answers[last]))
    who = speakers[last].actor
    if asking is None or asking is not asked or who is None or who is asking:
        return None
    return Found(who, "pronoun")


def _names(draft: Draft, cast: Cast, found: Found) -> bool:
    """Return whether the draft's words name its own speaker, which hardly anybody does."""
    return any(
        mention.actor is found.actor
        for piece in draft.content
        for mention in cast.index.inside(piece)
    )


def _last_speaker(
    drafts: Sequence[Draft], speakers: Sequence[Found], draft: Draft, cast: Cast
) -> Found:
    """Return the last speaker as a guess, if the draft does not name that one too.

    That one spoke in the paragraph, or in the one before: "Berg warned Lund.\n\nShe said Lund".
    """
    for number in range(len(speakers) - 1, -1, -1):
        if draft.unit.paragraph - drafts[number].unit.paragraph > 1:
            break
        found = Found(speakers[number].actor, "guess")
        if found.actor is not None and found.actor.kind == "person":
            return UNKNOWN if _names(draft, cast, found) else found
    return UNKNOWN


def _headline_starts(article: Article, outline: Outline) -> frozenset[int]:
    """Return where the paragraphs start that are headlines, or set apart like one: those before
    the body, the first one, and short lines without a full stop ("Story highlights").
    """
    return frozenset(
        paragraph.start
        for number, paragraph in enumerate(outline.paragraphs)
        if number == 0
        or paragraph.end <= article.body.start
        or _LINE.fullmatch(article.text, *paragraph)
    )
