"""Who does an act and to whom, by the grammar of its clause."""
