"""Questions over the example story, and how they are answered."""
