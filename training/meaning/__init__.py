"""Makes the table of static word vectors that searches by meaning rest on."""
