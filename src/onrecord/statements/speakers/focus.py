"""Who spoke and acted last: what "it" and "they" take up, and whose turn it was."""

from collections.abc import Sequence

from onrecord.records import Actor, Span


class Focus:
    """The sources and subjects of one article as they are read from its start to its end."""

    def __init__(self) -> None:
        self._noted: list[tuple[Actor, bool]] = []  # who, and whether as a source
        self._bodies: set[str] = set()  # groups that are one body: "the company"
        self._seen_at: dict[str, int] = {}  # where each was last a source or subject
        self._acted_at: dict[str, int] = {}  # where each was so, and had nothing done to it
        self.spoke_at = -1  # where the last source stands
        self.unnamed = Span(-1, -1)  # the phrase of who last spoke or acted without a name
        self.one: Actor | None = None  # who that is, where the article tells enough of it
        # The last one without a name, whatever was done to that one.
        self.last_unnamed: tuple[Actor | None, Span] = (None, Span(-1, -1))
        self.unknown_body = -1  # where a body that nobody is known for last did
        self.unknown_paper = -1  # and a paper, which may be "it" but not "they"
        self.unknown_group = -1  # and several of whom nobody is known

    def note(
        self, actor: Actor, span: Span, *, source: bool, acts: bool, body: bool = False
    ) -> None:
        """Remember a source or else a subject, and whether it acts; call in reading order.

        A group that is one `body` may be "it".
        """
        if body:
            self._bodies.add(actor.id)
        self._noted.append((actor, source))
        self._seen_at[actor.id] = span.start
        if acts:
            self._acted_at[actor.id] = span.start
        self.spoke_at = span.start if source else self.spoke_at

    def note_unnamed(self, actor: Actor | None, span: Span, *, acts: bool) -> None:
        """Remember one person without a name, who is an actor where the article tells enough."""
        self.last_unnamed = (actor, span)
        if acts:
            self.unnamed, self.one = span, actor

    def seen_at(self, actor: Actor) -> int:
        """Return where the actor was last a source or subject, -1 for nowhere."""
        return self._seen_at.get(actor.id, -1)

    def acted_at(self, actor: Actor) -> int:
        """Return where the actor last spoke or acted, -1 for nowhere."""
        return self._acted_at.get(actor.id, -1)

    @property
    def speaker(self) -> Actor | None:
        """The last source."""
        return next((actor for actor, source in reversed(self._noted) if source), None)

    def latest(self, actors: Sequence[Actor]) -> Actor | None:
        """Return the one of `actors` that was a source or subject last."""
        wanted = {actor.id for actor in actors}
        return next((actor for actor, _ in reversed(self._noted) if actor.id in wanted), None)

    def body(self, pronoun: str) -> tuple[Actor, bool] | None:
        """Return the body that "it" or the group that "they" means, and whether it was the last.

        Where a body that is not known has spoken or acted since, it is that one, so nobody; and so
        it is with several.
        """
        unknown = max(self.unknown_body, self.unknown_paper if pronoun == "it" else -1)
        wanted = {"group"} if pronoun == "they" else {"state", "organisation"}
        if pronoun == "they":
            unknown = max(unknown, self.unknown_group)
        if pronoun == "they" and self._noted and self._noted[-1][1]:
            wanted = {"group", "organisation"}  # "The Harbour Board denied it. They said ..."
        last = self._noted[-1][0] if self._noted else None
        for actor, _ in reversed(self._noted[-2:]):
            if pronoun == "they" and actor.sector == "MED":
                continue  # "the crews marched, the agency reported. They shouted"
            meant = actor.kind in wanted or (pronoun == "it" and actor.id in self._bodies)
            if meant and self.seen_at(actor) > unknown:
                return actor, actor is last
        return None
