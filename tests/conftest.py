"""What holds for all tests."""

from hypothesis import settings

# How long one case takes says more of the machine's other work than of the program.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
