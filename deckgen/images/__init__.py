"""Pictures: opened safely, oriented, cropped and shrunk."""
