"""Find who speaks and acts in an article: people, states, organisations and groups.

`find_actors` reads the page's own words first ("Norland's defence minister, Ida Berg"), then the
tables in `onrecord/data`; a state that no table has is told by what the page says of it.
"""

from onrecord.actors.find import find_actors

__all__ = ["find_actors"]
