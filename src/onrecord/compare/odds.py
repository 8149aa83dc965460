"""Log odds and the probabilities that they stand for."""

from math import exp


def as_probability(odds: float) -> float:
    """Return the probability of log odds."""
    return 1 / (1 + exp(-odds))


def doubt(probability: float, odds: float) -> float:
    """Return the probability with so much taken off its log odds."""
    return probability / (probability + (1 - probability) * exp(odds))
