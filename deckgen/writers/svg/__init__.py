"""Scenes as SVG, split by primitive: what the preview shows and what pictures of slides are drawn from."""
