"""Makes the classifiers of text lines and of HTML blocks."""
