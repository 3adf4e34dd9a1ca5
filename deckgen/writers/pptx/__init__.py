"""Scenes to a PowerPoint file, one module per primitive."""
