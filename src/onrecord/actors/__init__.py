"""Find who speaks and acts in an article: people, states, organisations and groups.

`find_actors` reads the page's own words first ("Norland's defence minister, Ida Berg"), then the
tables in `onrecord/data`; a state that no table has is told by what the page says of it.

    tokens, views -> roles, runs, links, all by reading: what a sentence names, and its ties
      -> apposed, naming, introduced: bodies explained, people and the offices they hold
      -> mentioned, organisations, governments: where they are meant by their names
      -> offices, collectives, described, unnamed: where by what somebody is
      -> book: the actors, each with its mentions
"""

from onrecord.actors.find import find_actors

__all__ = ["find_actors"]
