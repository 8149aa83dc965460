"""What the trained reader found, cut at marks, mended by grammar, joined with the rules’ drafts."""
