"""Chart parts: a plot as DrawingML, in the structure and order PowerPoint saves; one file per family of charts."""

from deckgen.writers.pptx.chart.part import chart_workbook, chart_xml

__all__ = ["chart_workbook", "chart_xml"]
