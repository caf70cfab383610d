"""The resources, one subject a file."""
