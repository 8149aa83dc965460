"""What the words of a source tell of a name among them: whether the one named speaks."""

import re

from onrecord.coreference import Mention
from onrecord.records import Span
from onrecord.text.wordclasses import BODY_NOUNS, is_communicator, is_person_noun

WORD = re.compile(r"\w+(?:[-.]\w+)*")
LONGEST_TITLE = 5  # words
# Nouns of relation: who stands behind "of" or "for" is not the one who speaks.
RELATION = re.compile(
    r"\b(?:spokes\w+|aides?|advis[eo]rs?|lawyers?|attorneys?|deput(?:y|ies)|all(?:y|ies)|offices?|"
    r"campaigns?|supporters?|friends?|members?|sons?|daughters?|wife|husband|brothers?|sisters?|"
    r"mother|father|critics?|opponents?|rivals?|representatives?|biographers?|teams?|camps?|"
    r"statements?|reports?|letters?|colleagues?|counterparts?|widow|families|family|relatives?|"
    r"sources?|officials?|people|person|members?|many|some|most|group|one)\b",
    re.IGNORECASE,
)
LINK = re.compile(
    r"(?<!-)\b(?:of|for|to|from|at|in|with|by|who|which|that|on|near|against|under|about|"
    r"involving|concerning|regarding|showing|(?<!more )(?<!fewer )(?<!less )than|except|unlike|"
    r"besides|including|among|such as)\b",
    re.IGNORECASE,
)
_OFFICE_OF = re.compile(
    r", (?:(?:Deputy|Prime|First|Senior) )?(?:Minister|Secretary|Commissioner|Director) "
    r"(?:of|for) [A-Z][\w-]+(?:,? (?:and |of )?[A-Z][\w-]+)* $"
)
_POSSESSIVE = re.compile(r"[’']s?\b|[’'](?=\s)")
_AMONG = re.compile(r"\b(?:such as|including|besides|except|unlike|other than)\b", re.IGNORECASE)
_MARKED = re.compile(r" [“\"‘][a-z]")
_FIRM = re.compile(r" & Co\b\.?,? (?:[\w’'-]+ )*[A-Z]")
_BRANCH = re.compile(
    r"\b(?:Mission|Embassy|Greenpeace|International|Watch|Airlines?|TV|Radio|News) $"
)
# "Berg advisers", "the Berg campaign": others speak.
_FOLLOWERS = re.compile(
    r" (?:\w+ )?(?:aides?|advis[eo]rs?|lawyers?|attorneys?|officials?|campaign|camp|team|"
    r"supporters?|allies|ally|loyalists?|backers?|sponsors?|voters?|spokes\w+|family|friends?|associates?|critics?|"
    r"opponents?|administration|admin|government|presidency|foundation|organi[sz]ation)\b",
    re.IGNORECASE,
)
# "the Harbour Union militant group", "the Oslo Mail newspaper": what a body is behind its name.
_KIND_OF_BODY = re.compile(
    r"\W*(?:(?:militant|terror|terrorist|extremist|rebel|opposition|armed|advocacy|human rights) )?"
    r"(?:group|movement|organi[sz]ation|network|insurgency|newspaper|magazine|channel|broadcaster|"
    r"think tank|(?:news )?(?:agency|site|website|portal|service)|(?:TV|television|radio) "
    r"(?:channel|station|network))\b(?! of\b)"
)
# A collective that speaks for the state or body whose name stands before it.
_COLLECTIVE = re.compile(
    r"\W*(?:government|authorities|officials?|side|delegation|administration|leadership|army|military|"
    r"police|forces|diplomats|negotiators|state media|presidency|regime|office|branch|chapter|"
    r"mission|embassy|bureau|headquarters)\b",
    re.IGNORECASE,
)
# "Berg’s sudden | demand": the noun behind is the cue, and Berg speaks.
_OWNS_SO = re.compile(
    r"[’']s?(?: (?:own|core|key|main|central|chief|latest|recent|earlier|repeated|new|sudden|"
    r"public|initial|original|first|final|principal|standing|long-?standing|stated|official|angry|"
    r"explicit|formal|similar|words))+"
)
# "a group of", "some of the", "hundreds of thousands of": the people behind speak.
_PART = re.compile(
    r"(?:an?|the|at least|about|some|nearly|more than|[\d,]+|\s)*"
    r"(?:(?:bipartisan|small|large|growing|broad|diverse) )?"
    r"(?:(?:tens|dozens|scores|hundreds|thousands|millions|number|group|collection|coalition|"
    r"majority|handful|many|most|some|several|few|all|both|two|three|four|five)\b\s?"
    r"(?:of )?)+(?:the |these |those |his |her |its |their )?",
    re.IGNORECASE,
)
_BEHIND_PERSONS = re.compile(
    r" (?:\w+(?:ing|ed|known|aware) )?(?:of|from|with|at|in|on|by|about|near|to|inside|under)\b"
)
_BEHIND_HEAD = frozenset("on in at and today itself which that who whose".split())


def is_head(text: str, source: Span, mention: Mention) -> bool:
    """Return whether the one named is who speaks: in "Norland’s envoy Ida Berg" only Berg."""
    before = text[source.start : mention.span.start]
    after = text[mention.span.end : source.end]
    if _POSSESSIVE.match(after) and WORD.search(after[2:]) and not _OWNS_SO.fullmatch(after):
        return False
    if _is_plural(text, mention) and _PART.fullmatch(before):
        return True  # "a number of lawmakers"
    link = None if _ends_in_title(before) else LINK.search(before)
    if re.search(r"\b(?:who|whom|whose|which|that)\b", before) is not None:
        return False
    if _AMONG.search(before) is not None:
        return False  # "Republicans such as Ida Berg"
    if link is not None and RELATION.search(before, 0, link.start()) is not None:
        return False
    if link is not None and not _names_holder(before[: link.start()]):
        return False  # "photographs of a meeting with Berg"
    if link is not None and "," in before[: link.start()]:
        return False  # in an apposition or a relative clause
    if link is not None and before.rstrip().lower().endswith(_PREPOSITION_ENDS):
        return False
    if "," in before and not _follows_role(before, mention):
        return False
    if after.startswith("-") or _FIRM.match(after):
        return False  # "the Norland-backed fighters", "Berg Coal & Co chief Ole Lund"
    if mention.actor.kind == "person":
        return _FOLLOWERS.match(after) is None and not _has_post(after)
    if mention.actor.kind == "state" and _BRANCH.search(before):
        return False  # "the U.S. Mission Norland", "Greenpeace Norland": a branch of a body
    # "Norland officials", "Norland lawyer Ida Berg": the state only qualifies the noun after it.
    if _MARKED.match(after):
        return False  # "the Senate “maverick”"
    noun = WORD.match(after.lstrip())
    if noun is None or after.lstrip()[:1] in {",", "(", "—", "–"}:
        return True
    if mention.actor.kind in {"state", "organisation"} and _COLLECTIVE.match(after):
        return True
    if mention.actor.kind in {"group", "organisation"} and _KIND_OF_BODY.match(after):
        return True
    if mention.actor.kind == "group" and _BEHIND_PERSONS.match(after):
        return True  # "foreign ministers of Norland and Peru", "an aide briefed on the talks"
    if (
        mention.actor.kind == "group"
        and _is_plural(text, mention)
        and not is_communicator(noun[0].lower())
    ):
        return True  # "militants fighting in Norland", "officials angry at the ruling"
    return noun[0].lower() in _BEHIND_HEAD


def _has_post(after: str) -> bool:
    """Return whether a name behind another one tells who it is: "Baru press chief Ida Berg"."""
    post = _POST.match(after)
    return post is not None and is_person_noun(post["noun"].split()[-1].lower())


_POST = re.compile(
    r" (?!(?:and|or|of|for|from|at|in|with|by|on) )"
    r"(?P<noun>(?:[a-z-]+ ){0,3}[a-z-]+|[A-Z][a-z]+)(?= [A-Z])"
)


def _is_plural(text: str, mention: Mention) -> bool:
    """Return whether the mention is several people: "lower courts", "Republicans", not a name.

    A name may only qualify the noun behind it ("Norland lawyer"), a plural noun hardly does.
    """
    last = text[mention.span.start : mention.span.end].rpartition(" ")[2]
    some = mention.actor.kind in {"group", "organisation"}
    return some and last.endswith(("s", "en", "ple")) and not last.isupper()


def _ends_in_title(before: str) -> bool:
    """Return whether an office stands between a comma and the name: ", Minister of Mines"."""
    return _OFFICE_OF.search(before) is not None


def _names_holder(words: str) -> bool:
    """Return whether somebody or a body is named or called by a noun in `words`, if any stand."""
    found = WORD.findall(words)
    return not found or any(
        word[0].isupper()
        or is_person_noun(word.rpartition("-")[2].lower())
        or word.lower() in BODY_NOUNS
        for word in found
    )


_PREPOSITION_ENDS = (
    *(
        f" {word}"
        for word in "of for to from at in with by on near against under about involving "
        "concerning regarding showing than except unlike besides including the a an".split()
    ),
    " such as",
)


def _follows_role(before: str, mention: Mention) -> bool:
    """Return whether only a role stands before the name: "its commander, Admiral Jan Holt"."""
    role, comma, title = before.rpartition(",")
    first, _, told = role.partition(",")
    role = first if _TOLD_OF.fullmatch(told) else role  # "her superior, the second accused, Baru"
    if not comma or "," in role:
        return False
    person = mention.actor.kind == "person"
    named = person and any(is_person_noun(word.lower()) for word in WORD.findall(role))
    place = not person and LINK.search(role) is not None  # "the fair in Oru, Norland"
    short = not place and _SHORT_ROLE.fullmatch(role) is not None
    return (named or short) and len(title.split()) <= LONGEST_TITLE


_TOLD_OF = re.compile(r" (?:the|an?|his|her|its|their) (?:[\w’'-]+ ){0,3}[\w’'-]+")
# "the captain", "another", "Kenya's agent"
_SHORT_ROLE = re.compile(
    r"(?:a|an|the|another|one|his|her|its|their)\b.*|[^,]*[’']s?(?: [\w-]+){1,3}", re.IGNORECASE
)
