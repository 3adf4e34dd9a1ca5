"""Outlines: YAML to a tree with places, the tree to content."""
