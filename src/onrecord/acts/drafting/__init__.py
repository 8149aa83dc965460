"""The acts that one sentence tells, as drafts: of verbs and of nouns."""
