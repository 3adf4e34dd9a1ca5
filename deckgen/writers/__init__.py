"""Writers: scenes to files, one folder per format."""
