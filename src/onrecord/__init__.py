"""On Record: who said what, who did what, and which figures were given, with the exact words."""

__version__ = "0.1.0"
