"""The preview: a page on this machine that shows the slides of an outline and follows it as it is written."""
