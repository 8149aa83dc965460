"""How well acts are found and typed."""
