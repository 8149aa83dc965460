"""How well people, states, organisations and groups are found, on corpora with names marked."""
