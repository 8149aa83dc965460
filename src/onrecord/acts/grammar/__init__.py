"""The sentence as the clause grammar of acts reads it: words, groups, lists, phrases."""
