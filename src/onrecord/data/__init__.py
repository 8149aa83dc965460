"""The tables that the steps read by; README.md says where each comes from."""
