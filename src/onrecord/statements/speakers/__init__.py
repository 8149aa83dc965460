"""From the words of a source to the actor who speaks."""
