"""The acts that the trained reader found, checked by grammar and joined with the drafts."""
